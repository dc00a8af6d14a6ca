import type { EditedBody } from '../../shared/model/body-preview.ts';
import type { ToolResultBlock } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { setRefused } from '../attachments/refused-files.ts';
import type { WaitingFile } from '../attachments/waiting-files.ts';
import { filesRead, moveWaiting, removeWaiting, toSend, waitingFiles } from '../attachments/waiting-files.ts';
import { moveBody } from '../editor/editor-store.ts';
import { appStore, NEW } from './app-store.ts';
import { client } from './client.ts';
import { composerKey } from './columns.ts';
import {
	focusComposer,
	hold,
	openById,
	openDraft,
	readAgain,
	readList,
	setDraft,
	settingsSaved,
} from './conversations.ts';
import { reportProblem } from './errors.ts';
import { putTurn, watchTurn } from './watch-turn.ts';

/** A tool's result as a person gave it. */
type GivenResult = Pick<ToolResultBlock, 'toolUseId' | 'status' | 'format' | 'text'>;

/** What is being asked at the moment: turns, conversations, composers (`composerKey`). */
const asking = new Set<string>();

/**
 * Asks for something, with the settings that are shown. Who presses twice asks once. False: it was not asked, or not
 * taken, which was said.
 */
export async function askOnce(of: string, act: () => Promise<void>): Promise<boolean> {
	if (asking.has(of)) return false;
	asking.add(of);
	try {
		await settingsSaved();
		await act();
		return true;
	} catch (error) {
		reportProblem(error);
		return false;
	} finally {
		asking.delete(of);
	}
}

/**
 * Sends a message in the open conversation, with the files that wait for it; saves the conversation first when it is new.
 * Text and files leave the composer only when the turn has begun.
 */
export async function send(text: string): Promise<void> {
	const { openId, fresh } = appStore.getState();
	const key = composerKey(appStore.getState());
	await filesRead();
	const files = waitingFiles(key);
	if (text.trim() === '' && files.length === 0) return;
	setRefused(key, []);
	await askOnce(key, async () => {
		if (openId !== null) return start(openId, text, files);
		const id = await saveNew(fresh, true);
		moveBody(id);
		await askOnce(id, () => start(id, text, files));
	});
}

async function start(id: string, text: string, files: readonly WaitingFile[]): Promise<void> {
	const turn = await client().turns.start({ conversationId: id, text, attachments: await toSend(files) });
	leaveComposer(id, text, files);
	follow(turn);
	void readList();
}

/** Takes what was sent out of a conversation's own composer. That of a comparison has it for the other columns, too. */
function leaveComposer(id: string, text: string, files: readonly WaitingFile[]): void {
	const sent = files.map((file) => file.id);
	removeWaiting(id, sent);
	if (appStore.getState().drafts[id] === text) setDraft(id, '');
}

/** Asks a question of the open conversation anew, by its text alone. What stands in the composer stays there. */
export async function askAlone(text: string): Promise<void> {
	const { openId } = appStore.getState();
	if (openId === null) return;
	focusComposer();
	await askOnce(openId, async () =>
		follow(await client().turns.start({ conversationId: openId, text, attachments: [] })),
	);
	await readList();
}

/** Saves the new conversation and opens it, unless the person has gone elsewhere. `withDraft`: what stands in its composer goes along. */
async function saveNew(settings: RequestSettings, withDraft: boolean): Promise<string> {
	const { openId } = appStore.getState();
	const made = await client().conversations.create({ settings });
	hold(made);
	if (withDraft) {
		setDraft(made.id, appStore.getState().drafts[NEW] ?? '');
		setDraft(NEW, '');
		moveWaiting(NEW, made.id);
	}
	if (appStore.getState().openId === openId) await openById(made.id);
	return made.id;
}

/** Whether a turn has begun, and where; a conversation may have been made for one that could not. */
interface SentBody {
	readonly begun: boolean;
	readonly conversationId: string | null;
}

/**
 * Sends a body that a person wrote, in a conversation or (null) in a new one; `withDraft`: it stands for what is in the
 * composer, which leaves it then.
 */
export async function sendBody(conversationId: string | null, body: EditedBody, withDraft: boolean): Promise<SentBody> {
	const key = composerKey(appStore.getState());
	const text = withDraft ? openDraft(appStore.getState()) : '';
	const files = withDraft ? waitingFiles(key) : [];
	let id = conversationId;
	try {
		await settingsSaved();
		const { operation, modelId } = body;
		id ??= await saveNew({ ...appStore.getState().fresh, operation, modelId }, withDraft);
		const turn = await client().turns.start({ conversationId: id, text, body, attachments: await toSend(files) });
		if (withDraft) leaveComposer(id, text, files);
		follow(turn);
		await readList();
		return { begun: true, conversationId: id };
	} catch (error) {
		reportProblem(error);
		return { begun: false, conversationId: id };
	}
}

/** Stops a turn; what has arrived stays. What was pressed for it goes away, so the composer takes the focus. */
export async function stop(turnId: string): Promise<void> {
	focusComposer();
	try {
		await client().turns.stop({ turnId });
	} catch (error) {
		reportProblem(error);
	}
}

/** Asks again, with the settings of now. What was pressed for it goes away, so the composer takes the focus. */
export async function retry(turnId: string): Promise<void> {
	focusComposer();
	await askOnce(turnId, async () => follow(await client().turns.retry({ turnId })));
}

/** Goes on with an answer that is not whole, with the settings of now; the focus goes as with `retry`. */
export async function goOn(turnId: string): Promise<void> {
	focusComposer();
	await askOnce(turnId, async () => follow(await client().turns.continue({ turnId })));
}

/** Gives the model the results of its tools: the turn goes on with them. False: they were not taken. */
export async function answerTools(turnId: string, results: readonly GivenResult[]): Promise<boolean> {
	return askOnce(turnId, async () => {
		follow(await client().turns.answerTools({ turnId, results: [...results] }));
		focusComposer();
	});
}

/** What one of the app's own tools says to a use that a turn waits for; null: it could not be had, and that was said. */
export async function ownResult(turnId: string, toolUseId: string) {
	try {
		await settingsSaved();
		return await client().turns.ownResult({ turnId, toolUseId });
	} catch (error) {
		reportProblem(error);
		return null;
	}
}

/** Shows a turn that began, selects it, and watches it. */
export function follow(turn: Turn): void {
	const { openId, loaded } = appStore.getState();
	if (openId === turn.conversationId) appStore.setState({ selection: { turnId: turn.id, exchangeId: null } });
	if (loaded[turn.conversationId] === undefined) {
		// Asked before its conversation was read: it is read with its turn, and watched then.
		void readAgain(turn.conversationId);
		return;
	}
	putTurn(turn);
	if (turn.state === 'running') void watchTurn(turn);
}
