import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ExportScope } from '../../shared/model/files.ts';

/** The nearest thing that can be exported: a call with its turn and conversation, or a conversation only. */
const exportStore = createStore<{ readonly asked: ExportScope | null; readonly columns: readonly string[] }>()(() => ({
	asked: null,
	columns: [],
}));

/**
 * Opens the export dialog for a call, or for a conversation (`turnId` and `exchangeId` null). `columns`: the conversations
 * of a comparison, each of which becomes a file.
 */
export function askExport(asked: ExportScope, columns: readonly string[] = []): void {
	exportStore.setState({ asked, columns });
}

/** Closes the export dialog. */
export function closeExport(): void {
	exportStore.setState({ asked: null });
}

/** What the export dialog is open for; null while it is closed. */
export function useExportAsked(): ExportScope | null {
	return useStore(exportStore, (state) => state.asked);
}

/** The conversations of the comparison that the dialog is open for; empty: it is for one thing. */
export function useExportColumns(): readonly string[] {
	return useStore(exportStore, (state) => state.columns);
}
