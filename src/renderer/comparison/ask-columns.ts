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
import { askOnce, follow } from '../state/turns.ts';
import { columnsOf } from './use-columns.ts';

/**
 * Sends a message to all columns of the open comparison at once, which is saved first when it is new. Text and files leave
 * the composer when a turn has begun; a column in which none could begin says so, the others go on.
 */
export async function sendToAll(text: string): Promise<void> {
	const before = appStore.getState();
	const key = composerKey(before);
	await filesRead();
	if (text.trim() === '' && waitingFiles(key).length === 0) return;
	setRefused(key, []);
	await askOnce(key, async () => {
		if (openSetup(before) === null) return startAll(key, columnsOf(before), text);
		// As it is now: its columns may have been changed while files were read.
		const { setup } = appStore.getState();
		if (setup === null) return;
		const saved = await saveSetup(setup);
		await askOnce(saved.key, () => startAll(saved.key, saved.columns, text));
	});
}

/** Begins a turn in every column of a comparison, whose composer has this key. */
async function startAll(key: string, columns: readonly string[], text: string): Promise<void> {
	const files = waitingFiles(key);
	const attachments = await toSend(files);
	const begun = await Promise.all(columns.map((id) => begin(id, text, attachments)));
	if (!begun.includes(true)) return;
	removeWaiting(
		key,
		files.map((file) => file.id),
	);
	if (appStore.getState().drafts[key] === text) setDraft(key, '');
	void readList();
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
