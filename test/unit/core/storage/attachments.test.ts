import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { change, open } from './database-files.ts';
import { bytesOf, openTestStore, question, sha256, streaming, temporaryFolder, withConversation } from './samples.ts';

const image = bytesOf(5000, 3);
const kept = { type: 'attachment', conversationId: 'c1', sha256: sha256(image), bytes: image } as const;

test('a file is kept once with its conversation, to the byte, and is no other conversation’s', async () => {
	const store = await withConversation(await withConversation(openTestStore()), 'c2');
	await store.save([
		kept,
		kept,
		{ type: 'turn-begun', turnId: 't', question: question('c1', 'm', ''), title: '', at: 1 },
	]);
	expect(await store.attachment('c1', kept.sha256)).toStrictEqual(image);
	expect(await store.attachment('c2', kept.sha256)).toBeNull();
	expect(await store.attachment('c1', sha256(bytesOf(1)))).toBeNull();
	expect((await store.use()).attachmentBytes).toBe(5000);
});

test('a file goes when its conversation does, and not when captured bodies are forgotten', async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	const { store } = await open(file);
	await withConversation(store);
	await store.save([kept, ...streaming(bytesOf(3), bytesOf(4), ['Because.'])]);
	await store.save([{ type: 'turn', turn: { id: 't1', state: 'complete', failure: null, endedAt: 2 } }]);
	await store.forget('c1', 3);
	expect(await store.attachment('c1', kept.sha256)).toStrictEqual(image);
	await store.deleteConversation('c1', 4);
	expect(await store.attachment('c1', kept.sha256)).toBeNull();
	await store.close();
	const { store: reopened } = await open(file);
	expect((await reopened.use()).attachmentBytes).toBe(0);
});

test('nothing is kept of a file when the message that it goes with can’t be saved', async () => {
	const store = await withConversation(openTestStore());
	const lost = { type: 'turn', turn: { id: 'none', state: 'complete', failure: null, endedAt: 2 } } as const;
	await expect(store.save([kept, lost])).rejects.toMatchObject({ code: 'refused' });
	expect(await store.attachment('c1', kept.sha256)).toBeNull();
});

test('bytes that were changed in the file are told, not given', async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	const { store } = await open(file);
	await withConversation(store);
	await store.save([kept]);
	await store.close();
	change(file, `UPDATE attachments SET bytes = x'00'`);
	const { store: reopened } = await open(file);
	await expect(reopened.attachment('c1', kept.sha256)).rejects.toMatchObject({ code: 'corrupt' });
});

test('a conversation keeps its place in a comparison', async () => {
	const store = openTestStore();
	const { settings } = (await (await withConversation(store)).conversation('c1')) ?? {};
	if (settings === undefined) throw new Error('There is no conversation');
	const comparison = { id: 'p1', position: 2 };
	await store.createConversation({ id: 'c2', title: '', settings, at: 600, comparison });
	expect((await store.conversation('c2'))?.comparison).toEqual(comparison);
	expect((await store.listConversations()).map((one) => one.comparison)).toEqual([comparison, undefined]);
});

test('a file of version 3 has its attachments and places', async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	const old = new DatabaseSync(file);
	old.exec(readFileSync(join(import.meta.dirname, 'version-3.sql'), 'utf8'));
	old.close();
	const { store } = await open(file);
	const side = await store.conversation('c2');
	expect(side?.comparison).toEqual({ id: 'p1', position: 1 });
	const bytes = Uint8Array.of(0, 1, 2);
	expect(side?.turns[0]?.question.content[0]).toEqual({
		type: 'attachment',
		kind: 'image',
		format: 'png',
		name: '図.png',
		size: 3,
		sha256: sha256(bytes),
	});
	expect(await store.attachment('c2', sha256(bytes))).toStrictEqual(bytes);
});
