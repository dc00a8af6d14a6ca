import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Turn } from '../../shared/model/conversation.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import type { AppState } from '../state/app-store.ts';
import { useApp } from '../state/app-store.ts';
import { columnIds, openComparison, openSetup } from '../state/columns.ts';

const NONE: readonly Turn[] = [];

/** The ids of the open comparison's columns: of their conversations, or (nothing is saved yet) their keys. */
export function columnsOf(state: AppState): readonly string[] {
	const setup = openSetup(state);
	if (setup !== null) return setup.columns.map(({ key }) => key);
	const comparison = openComparison(state);
	return comparison === null ? [] : columnIds(state, comparison);
}

/** The same for a component, which renders again when they change. */
export function useColumns(): readonly string[] {
	return useApp(useShallow(columnsOf));
}

/** The settings of a column; null while it is not read. */
export function columnSettings(state: AppState, id: string): RequestSettings | null {
	return state.loaded[id]?.settings ?? openSetup(state)?.columns.find(({ key }) => key === id)?.settings ?? null;
}

/** The column in focus. */
export function focusedColumn(state: AppState): string | null {
	return state.openId ?? openSetup(state)?.focused ?? null;
}

/** The turns of columns, in their order. */
export function useTurnsOf(columns: readonly string[]): readonly (readonly Turn[])[] {
	const part = useMemo(() => (state: AppState) => columns.map((id) => state.loaded[id]?.turns ?? NONE), [columns]);
	return useApp(useShallow(part));
}

/** The turns that run in the columns of the open comparison. */
export function useRunning(columns: readonly string[]): readonly string[] {
	const part = useMemo(() => (state: AppState) => columns.flatMap((id) => state.running[id] ?? []), [columns]);
	return useApp(useShallow(part));
}
