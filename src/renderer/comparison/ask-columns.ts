import type { Attached } from '../../shared/model/attached-file.ts';
import { textOf } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { setRefused } from '../attachments/refused-files.ts';
import { filesRead, removeWaiting, toSend, waitingFiles } from '../attachments/waiting-files.ts';
import { appStore } from '../state/app-store.ts';
import { client } from '../state/client.ts';
import { composerKey, openSetup } from '../state/columns.ts';
import { saveSetup } from '../state/comparisons.ts';
import { readList, setDraft, settingsSaved } from '../state/conversations.ts';
import { reportProblem } from '../state/errors.ts';
import { follow } from '../state/turns.ts';
import { columnsOf } from './use-columns.ts';

/**
 * Sends a message to all columns of the open comparison at once, which is saved first when it is new. Text and files leave
 * the composer when a turn has begun; a column in which none could begin says so, the others go on.
 */
export async function sendToAll(text: string): Promise<void> {
	const before = composerKey(appStore.getState());
	await filesRead();
	if (text.trim() === '' && waitingFiles(before).length === 0) return;
	setRefused(before, []);
	try {
		await settingsSaved();
		const setup = openSetup(appStore.getState());
		if (setup !== null) await saveSetup(setup);
		const state = appStore.getState();
		const key = composerKey(state);
		const files = waitingFiles(key);
		const attachments = await toSend(files);
		const begun = await Promise.all(columnsOf(state).map((id) => begin(id, text, attachments)));
		if (!begun.includes(true)) return;
		removeWaiting(
			key,
			files.map((file) => file.id),
		);
		if (appStore.getState().drafts[key] === text) setDraft(key, '');
		await readList();
	} catch (error) {
		reportProblem(error);
	}
}

/** Asks in one column what was asked in another, with the same files. */
export async function askHere(id: string, { question, conversationId }: Turn): Promise<void> {
	try {
		await settingsSaved();
		const along = question.content.filter((block) => block.type === 'attachment' || block.type === 'search-result');
		const attachments = await Promise.all(
			along.map(async (block): Promise<Attached> => {
				if (block.type === 'search-result') {
					const { title, source, text } = block;
					return { kind: block.type, title, source, text };
				}
				const { name, kind, format, sha256 } = block;
				const { base64 } = await client().attachments.read({ conversationId, sha256 });
				return { name, kind, format, base64 };
			}),
		);
		await begin(id, textOf(question.content), attachments);
		await readList();
	} catch (error) {
		reportProblem(error);
	}
}

/** True when the turn has begun. */
async function begin(conversationId: string, text: string, attachments: Attached[]): Promise<boolean> {
	try {
		follow(await client().turns.start({ conversationId, text, attachments }));
		return true;
	} catch (error) {
		reportProblem(error);
		return false;
	}
}
