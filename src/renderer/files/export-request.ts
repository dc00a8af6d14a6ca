import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ExportScope } from '../../shared/model/files.ts';

/** The nearest thing that can be exported: a call with its turn and conversation, or a conversation only. */
const exportStore = createStore<{ readonly asked: ExportScope | null }>()(() => ({ asked: null }));

/** Opens the export dialog for a call, or for a conversation (`turnId` and `exchangeId` null). */
export function askExport(asked: ExportScope): void {
	exportStore.setState({ asked });
}

/** Closes the export dialog. */
export function closeExport(): void {
	exportStore.setState({ asked: null });
}

/** What the export dialog is open for; null while it is closed. */
export function useExportAsked(): ExportScope | null {
	return useStore(exportStore, (state) => state.asked);
}
