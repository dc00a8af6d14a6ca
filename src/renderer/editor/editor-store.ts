import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { formatJson } from '../../shared/json-format.ts';
import type { BodyPreview } from '../../shared/model/body-preview.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { toSend, waitingFiles } from '../attachments/waiting-files.ts';
import { i18n } from '../i18n/i18n.ts';
import { toasts } from '../notices/toasts.ts';
import { appStore, NEW } from '../state/app-store.ts';
import { areBodiesShown, showBodies } from '../state/bodies-shown.ts';
import { client } from '../state/client.ts';
import { composerKey, openSetup } from '../state/columns.ts';
import { isReadOnly, openDraft, openSettings, settingsSaved } from '../state/conversations.ts';
import { reportProblem } from '../state/errors.ts';
import type { KeptBodies } from './kept-bodies.ts';
import { keepBodies } from './kept-bodies.ts';

/** For what the editor is open. */
export interface EditedCall {
	/** Where it would be sent; null: in a new conversation. */
	readonly conversationId: string | null;
	/** The earlier call whose body is to be sent again; null: what stands in the composer. */
	readonly exchangeId: string | null;
	/** Chosen in the editor, in place of the settings' own; null: theirs. */
	readonly operation: Operation | null;
}

/** A body in the editor. */
export interface BodyDraft {
	/** As it would be sent, or was. */
	readonly preview: BodyPreview;
	/** The same, laid out for reading. */
	readonly laidOut: string;
	/** What stands in the editor. */
	readonly text: string;
	/** What would be sent now, where that is no longer `preview`; null: it is. */
	readonly newer: BodyPreview | null;
}

interface Editor {
	readonly open: EditedCall | null;
	/** Kept when the editor is closed, until they are sent or reset. */
	readonly drafts: Readonly<Record<string, BodyDraft>>;
	/** False: not all that was edited would outlive a reload. */
	readonly safe: boolean;
}

const editorStore = createStore<Editor>()(() => ({ open: null, drafts: {}, safe: true }));

editorStore.subscribe(({ drafts }, before) => {
	if (drafts !== before.drafts) editorStore.setState({ safe: keepBodies(editedBodies()) });
});

/** What was edited and not sent, as it is kept. */
function editedBodies(): KeptBodies {
	const edited = Object.entries(editorStore.getState().drafts).filter(([, draft]) => isEdited(draft));
	return Object.fromEntries(edited.map(([key, { preview, text }]) => [key, { preview, text }]));
}

/** Takes over the edited bodies that a reload left. */
export function restoreBodies(bodies: KeptBodies): void {
	const drafts = Object.entries(bodies).map(
		([key, { preview, text }]) => [key, { ...draftOf(preview), text }] as const,
	);
	editorStore.setState({ drafts: Object.fromEntries(drafts) });
}

/** Whether something was edited that a reload would lose, because it is too long to be kept. */
export function losesBodies(): boolean {
	return !editorStore.getState().safe;
}

/** Gives what was edited for the new conversation to the one that has been made of it. */
export function moveBody(conversationId: string): void {
	const { [NEW]: draft, ...others } = editorStore.getState().drafts;
	if (draft !== undefined && isEdited(draft)) editorStore.setState({ drafts: { ...others, [conversationId]: draft } });
}

/** Lets the editor go on for a conversation that has been made for its call, which could not begin there. */
export function stayOpenIn(call: EditedCall, conversationId: string): void {
	if (call.exchangeId === null) moveBody(conversationId);
	if (editorStore.getState().open === call) open({ ...call, conversationId });
}

/** Opens the editor for what stands in the composer. */
export function editDraft(): void {
	const state = appStore.getState();
	const { openId } = state;
	if (isReadOnly(state)) return;
	if (openSetup(state) !== null) {
		sayNotYet();
		return;
	}
	const call = { conversationId: openId, exchangeId: null, operation: null };
	const held = editorStore.getState().drafts[keyOf(call)];
	open(held !== undefined && isEdited(held) ? { ...call, operation: held.preview.operation } : call);
}

/** The columns of a comparison that is not saved have no conversation yet in which an edited body could be sent. */
function sayNotYet(): void {
	const said = { title: i18n.t('editor:notYet'), description: i18n.t('editor:notYetHint'), type: 'said' };
	if (areBodiesShown(NEW)) {
		toasts.add({ id: 'body-not-yet', ...said });
		return;
	}
	const id = 'body-to-show';
	const onClick = () => {
		toasts.close(id);
		showBodies(NEW, true);
	};
	toasts.add({ id, ...said, actionProps: { children: i18n.t('comparison:bodies'), onClick } });
}

/** Opens the editor for the body of an earlier call. One out of a file goes into a new conversation. */
export function editExchange(exchangeId: string): void {
	const { openId, loaded } = appStore.getState();
	const imported = openId !== null && loaded[openId]?.imported !== undefined;
	open({ conversationId: imported ? null : openId, exchangeId, operation: null });
}

function open(call: EditedCall): void {
	editorStore.setState({ open: call });
	void load(call);
}

/** Chooses another operation for this one call. A body that was edited stays as it is; else it is written anew. */
export function chooseOperation(call: EditedCall, operation: Operation): void {
	const held = editorStore.getState().drafts[keyOf(call)];
	if (held !== undefined && isEdited(held)) put(call, { ...held, preview: { ...held.preview, operation } });
	else drop(call);
	open({ ...call, operation });
}

/** Closes the editor. What was not edited is not kept. */
export function closeEditor(): void {
	const { open: call, drafts } = editorStore.getState();
	editorStore.setState({ open: null });
	const draft = call === null ? undefined : drafts[keyOf(call)];
	if (call !== null && draft !== undefined && !isEdited(draft)) drop(call);
}

/** Reads what would be sent now. An edited body stays, and knows that there is a newer one. */
async function load(call: EditedCall): Promise<void> {
	try {
		await settingsSaved();
		const preview = await client().turns.preview(await requestOf(call));
		// Read for an editor that is closed, or open for something else: the next one reads anew.
		if (editorStore.getState().open !== call) return;
		const held = editorStore.getState().drafts[keyOf(call)];
		if (held === undefined || !isEdited(held)) put(call, draftOf(preview));
		else {
			const newer = isSame(preview, held.preview) ? null : preview;
			// What is not in the body is that of now.
			const { region, beside, headers, lost } = preview;
			put(call, { ...held, preview: { ...held.preview, region, beside, headers, lost }, newer });
		}
	} catch (error) {
		if (editorStore.getState().open === call) editorStore.setState({ open: null });
		reportProblem(error);
	}
}

/** What `turns.preview` and `turns.countTokens` are asked for. */
export async function requestOf({ conversationId, exchangeId, operation }: EditedCall) {
	const state = appStore.getState();
	return {
		attachments: exchangeId === null ? await toSend(waitingFiles(composerKey(state))) : [],
		conversationId,
		settings: conversationId === null ? (exchangeId === null ? openSettings(state) : state.fresh) : null,
		text: openDraft(state),
		operation,
		exchangeId,
	};
}

function draftOf(preview: BodyPreview): BodyDraft {
	const laidOut = preview.text === '' ? '{\n  \n}' : formatJson(preview.text).text;
	return { preview, laidOut, text: laidOut, newer: null };
}

function isSame(one: BodyPreview, other: BodyPreview): boolean {
	return one.text === other.text && one.operation === other.operation && one.modelId === other.modelId;
}

/** Whether somebody has changed a body. One that is only laid out otherwise has not been, until it is to be sent. */
export function isEdited({ preview, laidOut, text }: BodyDraft): boolean {
	return text !== laidOut && text !== preview.text;
}

/** What would be sent of a draft: as it was before it was laid out, unless somebody has changed it. */
export function sentText(draft: BodyDraft): string {
	return isEdited(draft) || draft.preview.text === '' ? draft.text : draft.preview.text;
}

/** Keeps what stands in the editor. */
export function setBodyText(call: EditedCall, text: string): void {
	const draft = editorStore.getState().drafts[keyOf(call)];
	if (draft !== undefined && draft.text !== text) put(call, { ...draft, text });
}

/** Goes back to the body as it would be sent now. Gives its text, laid out. */
export function resetBody(call: EditedCall): string {
	const held = editorStore.getState().drafts[keyOf(call)];
	if (held === undefined) return '';
	const draft = draftOf(held.newer ?? held.preview);
	put(call, draft);
	return draft.text;
}

/** Forgets a draft: it has been sent. */
export function drop(call: EditedCall): void {
	editorStore.setState(({ drafts: { [keyOf(call)]: _, ...drafts } }) => ({ drafts }));
}

function put(call: EditedCall, draft: BodyDraft): void {
	editorStore.setState(({ drafts }) => ({ drafts: { ...drafts, [keyOf(call)]: draft } }));
}

function keyOf({ conversationId, exchangeId }: EditedCall): string {
	return exchangeId === null ? (conversationId ?? NEW) : `exchange ${exchangeId}`;
}

/** For what the editor is open; null while it is closed. */
export function useEditedCall(): EditedCall | null {
	return useStore(editorStore, ({ open: call }) => call);
}

/** The body that is being edited; null while it is read. */
export function useBodyDraft(call: EditedCall): BodyDraft | null {
	return useStore(editorStore, ({ drafts }) => drafts[keyOf(call)] ?? null);
}

/** Whether an edited body is kept for what stands in the composer. */
export function useHasEdits(openId: string | null): boolean {
	return useStore(editorStore, ({ drafts }) => {
		const draft = drafts[openId ?? NEW];
		return draft !== undefined && isEdited(draft);
	});
}
