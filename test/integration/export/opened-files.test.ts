import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Conversation } from '../../../src/shared/model/conversation.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';

let practice: ObservedPractice;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
let original: Conversation;

beforeAll(async () => {
	practice = await startObservedPractice();
	folder = await temporaryFolder();
	app = await openTestApp(folder.path, practice.server);
	const { id } = await app.client.conversations.create({});
	await ask(app, id, 'First');
	await ask(app, id, 'Second');
	original = await app.client.conversations.get({ id });
});
afterAll(async () => {
	await app.close();
	await practice.server.close();
	await folder[Symbol.asyncDispose]();
});

function save(turnId: string | null = null, exchangeId: string | null = null) {
	const scope = { conversationId: original.id, turnId, exchangeId };
	return app.client.files.export({ scope, format: 'outcrop', mask: false, language: 'en', words: [] });
}

async function open(text: string): Promise<Conversation> {
	const outcome = await app.client.files.import({
		fileName: 'a.b.outcrop.json',
		base64: Buffer.from(text).toString('base64'),
	});
	if ('problem' in outcome) throw new Error(outcome.problem);
	return app.client.conversations.get({ id: outcome.conversationId });
}

test('a turn or a call by itself', async () => {
	const second = original.turns[1];
	const opened = await open((await save(second?.id)).text);
	expect(opened.turns.map(({ question }) => question.content)).toEqual([[{ type: 'text', text: 'Second' }]]);
	const call = await open((await save(second?.id, second?.exchanges[0]?.id)).text);
	expect(call.turns.map(({ exchanges }) => exchanges.length)).toEqual([1]);
	await expect(save('none')).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'turn' } });
	await expect(save(second?.id, 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what was opened stands first in the list, can be read and not changed, and is gone when it is closed', async () => {
	const { client } = app;
	const { id, turns, title, imported } = await open((await save()).text);
	const list = await client.conversations.list();
	expect(list[0]).toMatchObject({ id, title, imported, running: false });
	expect(list.at(-1)).toMatchObject({ id: original.id });
	expect(list.at(-1)?.imported).toBeUndefined();
	const turnId = turns[1]?.id ?? '';
	const gone = { code: 'NOT_FOUND' };
	await expect(client.turns.start({ conversationId: id, text: 'More' })).rejects.toMatchObject(gone);
	await expect(client.turns.retry({ turnId })).rejects.toMatchObject(gone);
	await expect(client.conversations.rename({ id, title: 'x' })).rejects.toMatchObject(gone);
	await expect(client.conversations.updateSettings({ id, settings: { maxTokens: 5 } })).rejects.toMatchObject(gone);

	const exchangeId = turns[0]?.exchanges[0]?.id ?? '';
	const code = await client.exchanges.code({ exchangeId, target: 'python' });
	expect(code.code).toContain('First');
	const attemptId = (await client.exchanges.get({ exchangeId })).attempts[0]?.id ?? '';
	await expect(client.exchanges.frameBytes({ attemptId, index: 1 })).resolves.toMatchObject({
		base64: expect.any(String),
	});

	// Opened twice, it is there twice; and a file can be made of it again.
	const scope = { conversationId: id, turnId: null, exchangeId: null };
	const again = await client.files.export({ scope, format: 'outcrop', mask: false, language: 'en', words: [] });
	expect(JSON.parse(again.text)).toEqual(JSON.parse((await save()).text));

	await client.conversations.remove({ id });
	await expect(client.conversations.get({ id })).rejects.toMatchObject(gone);
	await expect(client.exchanges.body({ attemptId, side: 'request' })).rejects.toMatchObject(gone);
	expect((await client.conversations.list()).map((one) => one.id)).not.toContain(id);
});

test('the database knows nothing of what was opened', async () => {
	const marked = (await save()).text.replaceAll('"title": "First"', '"title": "NOWHERE-ON-DISK"');
	const { title } = await open(marked);
	expect(title).toBe('NOWHERE-ON-DISK');
	for (const file of ['outcrop.db', 'outcrop.db-wal']) {
		expect((await readFile(`${folder.path}/${file}`)).includes('NOWHERE-ON-DISK')).toBe(false);
	}
});

test('a file that can’t be opened changes nothing', async () => {
	const before = await app.client.conversations.list();
	const outcome = await app.client.files.import({ fileName: 'x', base64: Buffer.from('words').toString('base64') });
	expect(outcome).toEqual({ problem: 'not-known', detail: '' });
	expect(await app.client.conversations.list()).toEqual(before);
});

test('a name can’t turn its own end around, or go over several lines', async () => {
	const base64 = Buffer.from((await save()).text).toString('base64');
	const outcome = await app.client.files.import({ fileName: 'a\u202egpj\u2066.\r\nb.outcrop.json', base64 });
	if ('problem' in outcome) throw new Error(outcome.problem);
	const { imported } = await app.client.conversations.get({ id: outcome.conversationId });
	expect(imported?.fileName).toBe('agpj.b.outcrop.json');
});

test.each([
	['another method', (text: string) => text.replace('POST\\n', 'PUT\\n')],
	['another header', (text: string) => text.replace(/\\nx-amz-date:2/, '\\nx-amz-date:1')],
	['another body', (text: string) => text.replace(/[0-9a-f]{64}(",\s+"stringToSign")/, `${'0'.repeat(64)}$1`)],
	['another hash', (text: string) => text.replace(/[0-9a-f]{64}(",\s+"matches")/, `${'0'.repeat(64)}$1`)],
	['another scope', (text: string) => text.replace(/aws4_request(\\n[0-9a-f]{64}",\s+"matches")/, 'aws4_other$1')],
])('a signature that was not made from its request is damage: %s', async (_name, change) => {
	const { text } = await save();
	const signed = JSON.parse(text).turns[0].exchanges[0].attempts[0].signature;
	expect(signed.matches).toBe(true);
	const changed = text.replace(/"signature": \{.*?\}/s, change);
	expect(changed).not.toBe(text);
	for (const [content, damaged] of [
		[text, false],
		[changed, true],
	] as const) {
		const outcome = await app.client.files.import({ fileName: 'x', base64: Buffer.from(content).toString('base64') });
		expect('problem' in outcome && outcome).toEqual(
			damaged && { problem: 'damaged', detail: 'turns[0].exchanges[0].attempts[0].signature' },
		);
	}
});

test('what a file does not hold is told as such', async () => {
	const file = JSON.parse((await save()).text);
	file.turns[0].exchanges[0].attempts[0].request.body.text = undefined;
	const { turns } = await open(JSON.stringify(file));
	const exchangeId = turns[0]?.exchanges[0]?.id ?? '';
	const attemptId = (await app.client.exchanges.get({ exchangeId })).attempts[0]?.id ?? '';
	await expect(app.client.exchanges.body({ attemptId, side: 'request' })).rejects.toMatchObject({ code: 'FORGOTTEN' });
	await expect(app.client.exchanges.body({ attemptId, side: 'response' })).resolves.toBeDefined();
});

test('the words of the window are masked, too', async () => {
	const { id } = await app.client.conversations.create({ settings: { operation: 'Converse' } });
	practice.server.faults.arm({ kind: 'access-denied' });
	const turn = await ask(app, id, 'x');
	practice.server.faults.clear();
	const arn = 'arn:aws:iam::111122223333:user/carol-1';
	const { text } = await app.client.files.export({
		scope: { conversationId: id, turnId: null, exchangeId: null },
		format: 'markdown',
		mask: true,
		language: 'en',
		words: [{ turnId: turn.id, title: `Denied to ${arn}`, lines: [`Ask for ${arn}`] }],
	});
	expect(text).toContain('Denied to arn:aws:iam::');
	expect(text).toContain('Ask for arn:aws:iam::');
	expect(text).not.toMatch(/111122223333|carol-1/);
});
