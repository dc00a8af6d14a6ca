import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { Conversation } from '../../../src/shared/model/conversation.ts';
import type { SentTable } from '../../../src/shared/model/sent-table.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';

const ACCOUNT = '111122223333';
const GUARDRAIL = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/abcdefghijkl`;
/** The account is cut in half where a text is shortened. */
const SYSTEM = `${'岩'.repeat(105)} ${GUARDRAIL} and ${'more '.repeat(40)}`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;
let conversation: Conversation;

beforeEach(async () => {
	folder = await temporaryFolder();
	practice = await startPractice();
	app = await openTestApp(folder.path, practice);
	const guardrail = {
		identifier: GUARDRAIL,
		version: '1',
		trace: null,
		streamProcessingMode: null,
		questionOnly: false,
		system: false,
	};
	const { id } = await app.client.conversations.create({
		settings: { system: SYSTEM, guardrail, requestMetadata: { id: GUARDRAIL } },
	});
	await ask(app, id, 'Hi');
	conversation = await app.client.conversations.get({ id });
});
afterEach(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

async function tableOf({ turns }: Conversation): Promise<SentTable> {
	const exchangeId = turns[0]?.exchanges[0]?.id ?? '';
	const { attempts } = await app.client.exchanges.get({ exchangeId });
	return app.client.exchanges.sentSettings({ exchangeId, attemptId: attempts[0]?.id ?? '' });
}

const statuses = ({ rows }: SentTable) => rows.map(({ what, status }) => [what, status]);

async function saved(mask: boolean): Promise<string> {
	const scope = { conversationId: conversation.id, turnId: null, exchangeId: null };
	return (await app.client.files.export({ scope, format: 'outcrop', mask, language: 'en', words: [] })).text;
}

async function opened(text: string): Promise<Conversation> {
	const base64 = Buffer.from(text).toString('base64');
	const outcome = await app.client.files.import({ fileName: 'a.outcrop.json', base64 });
	if ('problem' in outcome) throw new Error(outcome.problem);
	return app.client.conversations.get({ id: outcome.conversationId });
}

const same = [
	['system', 'same'],
	['maxTokens', 'same'],
	['guardrail', 'same'],
	['guardrail.version', 'same'],
	['requestMetadata', 'same'],
];

test('they are there after a restart, and in a file that was saved and opened', async () => {
	const before = await tableOf(conversation);
	expect(statuses(before)).toEqual(same);
	await app.close();
	app = await openTestApp(folder.path, practice);
	expect(await tableOf(conversation)).toEqual(before);
	expect(await tableOf(await opened(await saved(false)))).toEqual(before);
});

test('a masked file tells neither what was private nor a hash of it', async () => {
	const text = await saved(true);
	expect(text).not.toContain(ACCOUNT);
	const asSet = conversation.turns[0]?.exchanges[0]?.asSet;
	const system = asSet?.['system'];
	expect(system).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
	expect(text).not.toContain(system !== undefined && 'sha256' in system ? system.sha256 : '');
	const table = await tableOf(await opened(text));
	expect(statuses(table)).toEqual([['system', 'unclear'], ...same.slice(1)]);
	expect(table.rows[0]?.asSet).toEqual({ text: null, length: SYSTEM.length });
});

test('while presenting, texts are compared as they are, and told masked', async () => {
	await app.client.settings.update({ presenter: true });
	const shown = await app.client.conversations.get({ id: conversation.id });
	expect(shown.turns[0]?.exchanges[0]?.asSet).toBeUndefined();
	const table = await tableOf(conversation);
	expect(statuses(table)).toEqual(same);
	const told = JSON.stringify(table);
	expect(told).toContain('guardrail/');
	// Not even the beginning of it.
	expect(told).not.toContain(ACCOUNT.slice(0, 4));
});

test('a call of which nothing is known, and one whose body was erased', async () => {
	const text = await saved(false);
	const document = JSON.parse(text, (key, value: unknown) => (key === 'asSet' ? undefined : value)) as unknown;
	const empty = { edited: false, talk: null, rows: [], unset: [] };
	expect(await tableOf(await opened(JSON.stringify(document)))).toEqual({ ...empty, state: 'unknown' });
	await app.client.storage.forget({ conversationId: conversation.id });
	expect(await tableOf(conversation)).toEqual({ ...empty, state: 'forgotten' });
	const exchangeId = conversation.turns[0]?.exchanges[0]?.id ?? '';
	await expect(app.client.exchanges.sentSettings({ exchangeId, attemptId: 'none' })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
});
