import type { RequestSettings } from '../../shared/model/settings.ts';
import type { AppState, ComparisonSetup } from './app-store.ts';
import { NEW } from './app-store.ts';

/** The comparison that is being set up and lies open; null: none. */
export function openSetup({ openId, setup }: AppState): ComparisonSetup | null {
	return openId === null ? setup : null;
}

/** The id of the open, saved comparison; null: none is open. The column in focus is the open conversation. */
export function openComparison({ openId, loaded, list }: AppState): string | null {
	if (openId === null) return null;
	return (loaded[openId] ?? list.find(({ id }) => id === openId))?.comparison?.id ?? null;
}

/** Whether columns are shown in place of one talk. */
export function isComparing(state: AppState): boolean {
	return openSetup(state) !== null || openComparison(state) !== null;
}

/** The conversations of a comparison in the order of its columns. */
export function columnIds({ list, loaded }: AppState, comparison: string): readonly string[] {
	const places = new Map<string, number>();
	// One that was made just now is not in the list yet.
	for (const one of [...list, ...Object.values(loaded)]) {
		if (one.comparison?.id === comparison) places.set(one.id, one.comparison.position);
	}
	return [...places].toSorted(([, left], [, right]) => left - right).map(([id]) => id);
}

/** The settings of the column in focus of a comparison that is being set up; null: none is. */
export function setupSettings(state: AppState): RequestSettings | null {
	const setup = openSetup(state);
	return setup?.columns.find(({ key }) => key === setup.focused)?.settings ?? null;
}

/** Whose drafts and files the open composer has: the comparison's, the conversation's, or those of what is new. */
export function composerKey(state: AppState): string {
	return openComparison(state) ?? state.openId ?? NEW;
}
