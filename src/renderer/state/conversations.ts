import type { Conversation } from '../../shared/model/conversation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import { withPatch } from '../../shared/model/settings.ts';
import type { AppState } from './app-store.ts';
import { appStore, NEW } from './app-store.ts';
import { client } from './client.ts';
import { columnIds, composerKey, openComparison, openSetup, setupSettings } from './columns.ts';
import { keepDrafts } from './drafts.ts';
import { problemOf, reportProblem } from './errors.ts';
import { inOrder } from './in-order.ts';
import { lastAnswer } from './selection.ts';
import { mergeConversation } from './turn-events.ts';
import { watchTurn } from './watch-turn.ts';

/** The open conversation; null while it is the new one, or not read yet. */
export function openConversation(state: AppState): Conversation | null {
	return state.openId === null ? null : (state.loaded[state.openId] ?? null);
}

/** The settings with which the next turn is called. */
export function openSettings(state: AppState): RequestSettings {
	return openConversation(state)?.settings ?? setupSettings(state) ?? state.fresh;
}

/** The settings of a conversation that was read, whichever lies open. */
export function settingsOf(state: AppState, id: string): RequestSettings {
	return state.loaded[id]?.settings ?? openSettings(state);
}

/** Whether the open conversation can only be read: it is from a newer version, or out of a file. */
export function isReadOnly(state: AppState): boolean {
	return state.info?.readOnly === true || openConversation(state)?.imported !== undefined;
}

/** The turn that runs in the open conversation, or null. */
export function openRunning(state: AppState): string | null {
	return state.openId === null ? null : (state.running[state.openId] ?? null);
}

/** Puts a conversation that was read into the store, and watches its turn if one runs. */
export function hold(read: Conversation): void {
	appStore.setState(({ loaded, running }) => {
		const merged = mergeConversation(loaded[read.id], read, running[read.id]);
		// What was read does not know of changes that are still on their way.
		const settings = withPatch(read.settings, { ...onTheWay.get(read.id), ...unsaved.get(read.id) });
		return { loaded: { ...loaded, [read.id]: { ...merged, settings } } };
	});
	const last = read.turns.at(-1);
	if (last?.state === 'running') void watchTurn(last);
}

/** Opens a conversation, and selects its last answer. `null` opens the new one. */
export async function openById(id: string | null): Promise<void> {
	rememberOpen(id);
	focusComposer();
	if (id === null) {
		appStore.setState({ openId: null, setup: null, selection: null });
		return;
	}
	const held = appStore.getState().loaded[id];
	appStore.setState({ openId: id, setup: null, selection: lastAnswer(held) });
	await Promise.all(beside(id).map(readAgain));
	const { openId, selection, loaded } = appStore.getState();
	if (openId === id && selection === null) appStore.setState({ selection: lastAnswer(loaded[id]) });
}

/** A conversation, and those beside it where it is a column of a comparison. */
function beside(id: string): readonly string[] {
	const state = appStore.getState();
	const comparison = openComparison({ ...state, openId: id });
	return comparison === null ? [id] : columnIds(state, comparison);
}

/** Reads anew what lies open. */
export async function readOpenAgain(): Promise<void> {
	const { openId } = appStore.getState();
	if (openId !== null) await Promise.all(beside(openId).map(readAgain));
}

/** Lets the composer take the focus: what had it goes, or has done its work. */
export function focusComposer(): void {
	appStore.setState(({ opened }) => ({ opened: opened + 1 }));
}

/** Reads a conversation anew. One that is gone is closed. */
export async function readAgain(id: string): Promise<void> {
	const held = appStore.getState().loaded[id] !== undefined;
	try {
		const read = await client().conversations.get({ id });
		// Let go of meanwhile, it must not come back.
		if (!held || appStore.getState().loaded[id] !== undefined) hold(read);
	} catch (error) {
		if (problemOf(error).code === 'NOT_FOUND') forget(id);
		reportProblem(error);
	}
}

/** A new conversation with the default settings. Nothing is saved before its first message. */
export function startNew(): void {
	const { settings } = appStore.getState();
	appStore.setState({ fresh: settings.defaults });
	void openById(null);
}

const listOrder = inOrder();

/** Reads the list anew. */
export async function readList(): Promise<void> {
	const isNewest = listOrder();
	try {
		const list = await client().conversations.list();
		if (isNewest()) appStore.setState({ list });
	} catch (error) {
		reportProblem(error);
	}
}

/** Changes settings of the open conversation; what is shown changes at once. Resolves when they are saved. */
export async function changeSettings(patch: RequestSettingsPatch): Promise<void> {
	const state = appStore.getState();
	const open = state.openId ?? openSetup(state)?.focused;
	if (open === undefined) appStore.setState({ fresh: withPatch(state.fresh, patch) });
	else await changeSettingsOf(open, patch);
}

/**
 * Changes settings of a conversation, be it read or not, or of a column that is being set up (its key); resolves as above.
 */
export async function changeSettingsOf(id: string, patch: RequestSettingsPatch): Promise<void> {
	const { setup } = appStore.getState();
	if (setup?.columns.some(({ key }) => key === id) === true) {
		const columns = setup.columns.map((column) =>
			column.key === id ? { ...column, settings: withPatch(column.settings, patch) } : column,
		);
		appStore.setState({ setup: { ...setup, columns } });
		return;
	}
	appStore.setState(({ loaded }) => {
		const held = loaded[id];
		return held === undefined
			? {}
			: { loaded: { ...loaded, [id]: { ...held, settings: withPatch(held.settings, patch) } } };
	});
	unsaved.set(id, { ...unsaved.get(id), ...patch });
	saving = saving.then(() => saveSettings(id));
	await saving;
}

/** Changes that are not saved yet, by conversation: sent one after the other, joined where several wait. */
const unsaved = new Map<string, RequestSettingsPatch>();
const onTheWay = new Map<string, RequestSettingsPatch>();
let saving: Promise<void> = Promise.resolve();

/** Resolves when every change of settings is saved, so that a call is made with what is shown. */
export function settingsSaved(): Promise<void> {
	return saving;
}

async function saveSettings(id: string): Promise<void> {
	const settings = unsaved.get(id);
	if (settings === undefined) return;
	unsaved.delete(id);
	onTheWay.set(id, settings);
	try {
		const saved = await client().conversations.updateSettings({ id, settings });
		onTheWay.delete(id);
		hold(saved);
	} catch (error) {
		onTheWay.delete(id);
		reportProblem(error);
		await readAgain(id);
	}
}

/** Gives a conversation a new title. An empty one changes nothing. */
export async function rename(id: string, title: string): Promise<void> {
	const trimmed = title.trim().slice(0, 500);
	if (trimmed === '') return;
	try {
		const summary = await client().conversations.rename({ id, title: trimmed });
		appStore.setState(({ list, loaded }) => {
			const held = loaded[id];
			return {
				list: list.map((other) => (other.id === id ? summary : other)),
				loaded: held === undefined ? loaded : { ...loaded, [id]: { ...held, title: summary.title } },
			};
		});
	} catch (error) {
		reportProblem(error);
	}
}

/** Takes a conversation out of the list. True when it is gone; `restore` brings it back. */
export async function remove(id: string): Promise<boolean> {
	try {
		await client().conversations.remove({ id });
		forget(id);
		return true;
	} catch (error) {
		reportProblem(error);
		return false;
	}
}

/** Brings back a conversation that was taken out, and opens it. */
export async function restore(id: string): Promise<void> {
	try {
		await client().conversations.restore({ id });
		await readList();
		await openById(id);
	} catch (error) {
		reportProblem(error);
	}
}

/** Lets go of a conversation that is gone; where it lies open, the column beside it opens, or the new one. */
export function forget(id: string): void {
	const { list, openId, loaded } = appStore.getState();
	const next = openId === id ? beside(id).find((other) => other !== id) : undefined;
	const { [id]: _, ...others } = loaded;
	appStore.setState({ list: list.filter((other) => other.id !== id), loaded: others });
	if (openId === id) void openById(next ?? null);
}

/** What stands in the open composer: the conversation's, or the comparison's. */
export function openDraft(state: AppState): string {
	return state.drafts[composerKey(state)] ?? '';
}

/** Keeps what stands in the composer of a conversation or a comparison. */
export function setDraft(id: string | null, text: string): void {
	appStore.setState(({ drafts }) => ({ drafts: { ...drafts, [id ?? NEW]: text } }));
	keepDrafts();
}

/** The open conversation stands in the address, so that a reload opens it again. */
export function rememberOpen(id: string | null): void {
	const { pathname, search } = window.location;
	window.history.replaceState(null, '', `${pathname}${search}${id === null ? '' : `#${encodeURIComponent(id)}`}`);
}

/** The conversation that was open before a reload, or null. */
export function rememberedOpen(): string | null {
	const id = decodeURIComponent(window.location.hash.slice(1));
	return id === '' ? null : id;
}
