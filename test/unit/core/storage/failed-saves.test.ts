import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../src/main/core/storage/database.ts';
import { createStore } from '../../../../src/main/core/storage/sqlite-store.ts';
import { change, filled, open } from './database-files.ts';
import { attempt, bytesOf, HARD_TEXT, question, response, withConversation } from './samples.ts';

describe('a save that fails', () => {
	test('for a full disk says so in SQLite’s words, changes nothing, and works when there is room again', async () => {
		const file = await filled();
		const database = openDatabase(file);
		onTestFinished(() => database.close());
		const store = createStore(database, { readOnly: false });
		database.exec('PRAGMA max_page_count = 1'); // As small as it can be: the pages that are there.
		const more = [
			{ type: 'answer-part', messageId: 'm2', part: { type: 'text', text: ' More.' } },
			{ type: 'response-bytes', attemptId: 'a1', bytes: bytesOf(1_000_000), arrivals: [] },
		] as const;
		await expect(store.save(more)).rejects.toMatchObject({
			name: 'StoreError',
			code: 'not-saved',
			message: 'database or disk is full',
		});
		expect((await store.turn('t1'))?.answer?.content).toStrictEqual([{ type: 'text', text: 'Because.' }]);
		database.exec('PRAGMA max_page_count = 1000000');
		await store.save(more);
		expect((await store.turn('t1'))?.answer?.content).toStrictEqual([{ type: 'text', text: 'Because. More.' }]);
		expect((await store.body('a1', 'response'))?.length).toBe(1_050_000);
	});

	test.each([
		['a lock of another', 'database is locked'],
		['a file that can’t be written', 'attempt to write a readonly database'],
	])('for %s is tried again later, and clearing up waits for it', async (name, message) => {
		const file = await filled();
		const database = openDatabase(file, { busyTimeoutMs: 0 });
		const other = new DatabaseSync(file);
		onTestFinished(() => other.close());
		onTestFinished(() => database.close());
		const locked = name === 'a lock of another';
		if (locked) other.exec('BEGIN IMMEDIATE');
		else database.exec('PRAGMA query_only = 1');
		const store = createStore(database, { readOnly: false });
		await expect(store.setTitle('c1', 'New')).rejects.toMatchObject({ code: 'not-saved', message });
		expect(await store.turn('t1')).toMatchObject({ state: 'running' });
		if (locked) other.exec('COMMIT');
		else database.exec('PRAGMA query_only = 0');
		await store.setTitle('c1', HARD_TEXT);
		expect((await store.conversation('c1'))?.title).toBe(HARD_TEXT);
		expect(await store.turn('t1')).toMatchObject({ state: 'interrupted' });
	});
});

describe('what was changed behind our back', () => {
	test('is found in the bytes of a body, by their hash', async () => {
		const file = await filled();
		const { store } = await open(file);
		const whole = bytesOf(50_000);
		await store.save([
			{
				type: 'attempt',
				attempt: attempt('e1', 'a1', bytesOf(3), { response: response(whole) }),
				requestBody: null,
			},
		]);
		expect(await store.body('a1', 'response')).toStrictEqual(whole);
		change(file, `UPDATE response_bodies SET form = 1, bytes = x'00'`);
		await expect(store.body('a1', 'response')).rejects.toMatchObject({
			name: 'StoreError',
			code: 'corrupt',
			message: 'The response body of attempt a1 does not fit its SHA-256.',
		});
		expect(await store.body('a1', 'request')).toStrictEqual(bytesOf(3));
		change(file, 'DELETE FROM request_bodies');
		await expect(store.body('a1', 'request')).rejects.toMatchObject({ code: 'corrupt' });
		expect((await store.exchange('e1'))?.attempts.length).toBe(1);
	});

	test('is found in a row that makes no sense', async () => {
		const file = await filled();
		const { store } = await open(file);
		change(file, `UPDATE messages SET content = '[{"type":"text"' WHERE id = 'm1'`);
		await expect(store.turn('t1')).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' });
		change(file, `UPDATE conversations SET settings = '{}'`);
		await expect(store.conversation('c1')).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' });
		expect((await store.listConversations()).length).toBe(1);
	});

	test.each([
		`UPDATE messages SET content = '[{' WHERE id = 'm2'`,
		`UPDATE answer_chunks SET text = '"Beca' WHERE message_id = 'm2'`,
	])('in an answer that was cut short costs that answer alone: %s', async (broken) => {
		const file = await filled();
		change(file, broken);
		const { store } = await open(file);
		await withConversation(store, 'c2');
		await store.save([{ type: 'turn-begun', turnId: 't2', question: question('c2', 'm9', 'Hi'), title: '', at: 9 }]);
		expect((await store.conversation('c2'))?.turns.map(({ id }) => id)).toEqual(['t2']);
		await expect(store.turn('t1')).rejects.toMatchObject({ code: 'corrupt' });
		change(file, `UPDATE messages SET content = '[]' WHERE id = 'm2'; UPDATE answer_chunks SET text = '"Because."'`);
		expect(await store.turn('t1')).toMatchObject({ state: 'interrupted' });
	});
});
