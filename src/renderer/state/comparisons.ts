import type { z } from 'zod';
import { MOST_COLUMNS } from '../../shared/model/conversation.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { moveWaiting } from '../attachments/waiting-files.ts';
import type { ComparisonSetup } from './app-store.ts';
import { appStore, NEW } from './app-store.ts';
import { moveBodiesShown, showBodies } from './bodies-shown.ts';
import { client } from './client.ts';
import { columnIds, composerKey, isComparing, openComparison, openSetup } from './columns.ts';
import { forget, hold, openById, openDraft, readList, rememberOpen, remove, setDraft } from './conversations.ts';
import { reportProblem } from './errors.ts';
import type { keptSetup } from './kept-new.ts';
import { lastAnswer } from './selection.ts';

let keys = 0;

/** A comparison that is to be set up, with the first column in focus. */
function setupOf(columns: readonly RequestSettings[]): ComparisonSetup {
	const made = columns.map((settings) => {
		keys += 1;
		return { key: `column-${keys}`, settings };
	});
	return { columns: made, focused: made[0]?.key ?? '' };
}

/** Takes over the comparison that was being set up before a reload; null: none was. */
export function restoreSetup(kept: z.infer<typeof keptSetup>): void {
	if (kept === null) return;
	const { columns, focused } = setupOf(kept.columns);
	appStore.setState({ setup: { columns, focused: columns[kept.focused]?.key ?? focused } });
}

/** Opens a new comparison with these columns; `bodies`: with what each of them would send. What stood in the composer goes along; nothing is saved before it is sent. */
export function startComparison(columns: readonly RequestSettings[], bodies = false): void {
	const state = appStore.getState();
	const draft = openDraft(state);
	const key = composerKey(state);
	void openById(null);
	appStore.setState({ setup: setupOf(columns) });
	showBodies(NEW, bodies);
	if (key === NEW || isComparing(state)) return;
	moveWaiting(key, NEW);
	if (draft === '') return;
	setDraft(key, '');
	setDraft(NEW, draft);
}

/** Makes a column the one that inspector, pickers and dialogs are about; its last answer is selected. */
export function focusColumn(id: string): void {
	const state = appStore.getState();
	const setup = openSetup(state);
	if (setup !== null) {
		if (setup.focused !== id) appStore.setState({ setup: { ...setup, focused: id } });
	} else if (state.openId !== id) {
		rememberOpen(id);
		appStore.setState({ openId: id, selection: lastAnswer(state.loaded[id]) });
	}
}

/** Adds a column to the open comparison, and makes it the one in focus. There are four at most. */
export async function addColumn(settings: RequestSettings): Promise<void> {
	const state = appStore.getState();
	const setup = openSetup(state);
	if (setup !== null) {
		if (setup.columns.length >= MOST_COLUMNS) return;
		const { columns, focused } = setupOf([settings]);
		appStore.setState({ setup: { columns: [...setup.columns, ...columns], focused } });
		return;
	}
	const comparison = openComparison(state);
	if (comparison === null) return;
	const ids = columnIds(state, comparison);
	if (ids.length >= MOST_COLUMNS) return;
	const position = Math.max(0, ...ids.map((id) => (state.loaded[id]?.comparison?.position ?? 0) + 1));
	const title = ids.map((id) => state.loaded[id]?.title ?? '').find((one) => one !== '');
	try {
		const made = await client().conversations.create({ settings, comparison: { id: comparison, position } });
		hold(made);
		focusColumn(made.id);
		if (title !== undefined) await client().conversations.rename({ id: made.id, title });
		await readList();
	} catch (error) {
		reportProblem(error);
	}
}

/** Takes a column out of the open comparison; a saved one comes back with `restore`. True when it is gone. */
export async function removeColumn(id: string): Promise<boolean> {
	const state = appStore.getState();
	const setup = openSetup(state);
	if (setup !== null) {
		const columns = setup.columns.filter(({ key }) => key !== id);
		const focused = setup.focused === id ? (columns[0]?.key ?? '') : setup.focused;
		appStore.setState({ setup: { columns, focused } });
		return true;
	}
	return remove(id);
}

/**
 * Saves the open comparison, which was being set up, with what stands in its composer, and opens it, unless the person has
 * gone elsewhere. Gives its composer's key and its columns.
 */
export async function saveSetup({
	columns,
	focused,
}: ComparisonSetup): Promise<{ readonly key: string; readonly columns: readonly string[] }> {
	const made = await client().comparisons.create({ columns: columns.map(({ settings }) => settings) });
	for (const one of made) hold(one);
	const comparison = made[0]?.comparison?.id ?? NEW;
	setDraft(comparison, appStore.getState().drafts[NEW] ?? '');
	setDraft(NEW, '');
	moveWaiting(NEW, comparison);
	moveBodiesShown(NEW, comparison);
	const at = Math.max(
		0,
		columns.findIndex(({ key }) => key === focused),
	);
	if (appStore.getState().openId === null) await openById(made[at]?.id ?? null);
	return { key: comparison, columns: made.map(({ id }) => id) };
}

/** Gives all columns of a comparison a new title. An empty one changes nothing. */
export async function renameComparison(id: string, title: string): Promise<void> {
	const trimmed = title.trim().slice(0, 500);
	if (trimmed === '') return;
	try {
		await client().comparisons.rename({ id, title: trimmed });
		await readList();
	} catch (error) {
		reportProblem(error);
	}
}

/** Takes a comparison out of the list. True when it is gone; `restoreComparison` brings it back. */
export async function removeComparison(id: string): Promise<boolean> {
	const state = appStore.getState();
	const open = openComparison(state) === id ? state.openId : null;
	const ids = columnIds(state, id);
	// Let go of first: what is told of one column after the other would open the next of them.
	if (open !== null) await openById(null);
	for (const one of ids) forget(one);
	try {
		await client().comparisons.remove({ id });
		return true;
	} catch (error) {
		reportProblem(error);
		await readList();
		if (open !== null) await openById(open);
		return false;
	}
}

/** Brings back a comparison that was taken out, and opens it. */
export async function restoreComparison(id: string): Promise<void> {
	try {
		await client().comparisons.restore({ id });
		await readList();
		const [first] = columnIds(appStore.getState(), id);
		if (first !== undefined) await openById(first);
	} catch (error) {
		reportProblem(error);
	}
}
