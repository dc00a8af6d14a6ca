import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../src/main/core/storage/database.ts';
import { createStore } from '../../../../src/main/core/storage/sqlite-store.ts';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { change, filled, open } from './database-files.ts';
import {
	attempt,
	bytesOf,
	exchange,
	openTestStore,
	response,
	streaming,
	temporaryFolder,
	withConversation,
} from './samples.ts';
import { expectExact, VERSION_1_TURNS, version1 } from './version-1-file.ts';

describe('what version 1 kept', () => {
	test('is exact before, during and after it is packed, also where the app is killed between two steps', async () => {
		const { file, turns } = version1();
		const before = statSync(file).size;
		let { store } = await open(file);
		await expectExact(store, turns);
		let steps = 0;
		while (await store.tidy()) {
			steps++;
			if (steps % 25 !== 0) continue;
			await expectExact(store, turns);
			await store.close();
			({ store } = await open(file));
		}
		// A response and a request of each turn; then the file is rewritten at once.
		expect(steps).toBe(2 * VERSION_1_TURNS);
		await expectExact(store, turns);
		const { fileBytes, freeBytes, keptBytes, originalBytes } = await store.use();
		expect(freeBytes).toBe(0);
		expect(keptBytes).toBeLessThan(originalBytes / 4);
		await store.close();
		expect(statSync(file).size).toBe(fileBytes);
		expect(fileBytes).toBeLessThan(before);
		// From now on empty pages are given back in steps.
		const packed = new DatabaseSync(file);
		onTestFinished(() => packed.close());
		expect(packed.prepare('PRAGMA auto_vacuum').get()).toEqual({ auto_vacuum: 2 });
	});
});

test('space that is forgotten is given back to the disk, and a rewrite gives back all of it', {
	timeout: 30_000,
}, async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	const { store } = await open(file);
	await withConversation(store);
	const next = longConversation('c1', 'ConverseStream');
	for (let count = 0; count < 150; count++) await store.save(next().changes);
	while (await store.tidy());
	const full = await store.use();
	await store.forget('c1', 1);
	expect((await store.use()).freeBytes).toBeGreaterThan(256_000);
	while (await store.tidy());
	const tidied = await store.use();
	expect(tidied.freeBytes).toBeLessThan(256_000);
	expect(full.fileBytes - tidied.fileBytes).toBeGreaterThan(full.keptBytes / 2);
	await store.freeSpace();
	const least = await store.use();
	expect(least.freeBytes).toBe(0);
	expect(least.fileBytes).toBeLessThanOrEqual(tidied.fileBytes);
	expect(statSync(file).size).toBe(least.fileBytes);
	expect(statSync(`${file}-wal`).size).toBe(0);
});

describe('a response that is not over', () => {
	test('is not joined while it comes', async () => {
		const store = await withConversation(openTestStore());
		await store.save(streaming(bytesOf(300), bytesOf(50), ['Because.']));
		expect(await store.tidy()).toBe(false);
		expect((await store.exchange('e1'))?.attempts[0]?.response?.body).toEqual({ size: 50, sha256: null });
	});

	test('is joined later where the disk is full', async () => {
		const file = await filled();
		const database = openDatabase(file);
		onTestFinished(() => database.close());
		const store = createStore(database, { readOnly: false });
		const noise = randomBytes(200_000);
		await store.save([
			{ type: 'response-bytes', attemptId: 'a1', bytes: noise, arrivals: [[250_000, 20]] },
			{ type: 'exchange', exchange: exchange('t1', 'e1', { state: 'failed' }) },
		]);
		const whole = Uint8Array.from(Buffer.concat([bytesOf(50_000), noise]));
		database.exec('PRAGMA max_page_count = 1'); // As small as it can be: the pages that are there.
		await expect(store.tidy()).rejects.toMatchObject({ code: 'not-saved' });
		expect(Buffer.compare((await store.body('a1', 'response')) ?? bytesOf(0), whole)).toBe(0);
		database.exec('PRAGMA max_page_count = 100000');
		const { keptBytes } = await store.use();
		while (await store.tidy());
		expect((await store.use()).keptBytes).toBeLessThan(keptBytes);
		expect(Buffer.compare((await store.body('a1', 'response')) ?? bytesOf(0), whole)).toBe(0);
	});

	test('is whole, with its times, where it goes on after it was joined', async () => {
		const store = await withConversation(openTestStore());
		const whole = bytesOf(80);
		await store.save(streaming(bytesOf(300), whole.subarray(0, 50), []));
		await store.save([{ type: 'exchange', exchange: exchange('t1', 'e1', { state: 'failed' }) }]);
		expect(await store.tidy()).toBe(true);
		await store.save([
			{ type: 'response-bytes', attemptId: 'a1', bytes: whole.subarray(50), arrivals: [[80, 16.001]] },
		]);
		expect((await store.exchange('e1'))?.attempts[0]?.response?.body).toEqual({ size: 80, sha256: null });
		expect(await store.body('a1', 'response')).toStrictEqual(whole);
		// What is shown as kept is what the retention counts.
		await store.save([{ type: 'turn', turn: { id: 't1', state: 'failed', failure: null, endedAt: 2000 } }]);
		const { keptBytes } = await store.captured('c1');
		expect(await store.retain({ before: null, maxBytes: keptBytes }, 1)).toEqual([]);
		await store.save([
			{
				type: 'attempt',
				attempt: attempt('e1', 'a1', bytesOf(300), { response: response(whole), endedMs: 17 }),
				requestBody: null,
			},
		]);
		expect(await store.body('a1', 'response')).toStrictEqual(whole);
		expect(await store.arrivals('a1')).toEqual([
			[50, 12.25],
			[80, 16.001],
		]);
		expect(await store.captured('c1')).toMatchObject({ exchanges: 1, originalBytes: 380 });
	});
});

describe('a body that was damaged', () => {
	test('is found, with those that build on it, and spoils nothing that comes after', async () => {
		const file = join(temporaryFolder(), 'outcrop.db');
		const { store } = await open(file);
		await withConversation(store);
		const next = longConversation('c1', 'Converse');
		const turns = Array.from({ length: 6 }, () => next());
		for (const turn of turns.slice(0, 4)) await store.save(turn.changes);
		// The second body's own bytes; the third and the fourth build on them.
		change(file, `UPDATE request_bodies SET form = 1, bytes = x'00' WHERE attempt_id = 'c1-attempt-000002-1'`);
		for (const turn of turns.slice(4)) await store.save(turn.changes);
		const fates: string[] = [];
		for (const { id, request } of turns.flatMap(({ attempts }) => attempts)) {
			const found = await store.body(id, 'request').catch((error: unknown) => error);
			if (found instanceof Error && 'code' in found) fates.push(String(found.code));
			else fates.push(found instanceof Uint8Array && Buffer.compare(found, request) === 0 ? 'exact' : 'wrong');
		}
		expect(fates).toEqual(['exact', 'corrupt', 'corrupt', 'corrupt', 'exact', 'exact']);
	});

	test('stays damaged, and is not taken for whole, when what it builds on is forgotten', async () => {
		const file = join(temporaryFolder(), 'outcrop.db');
		const { store } = await open(file);
		await withConversation(store);
		const next = longConversation('c1', 'Converse');
		for (let count = 0; count < 6; count++) await store.save(next().changes);
		change(file, `UPDATE request_bodies SET bytes = x'00' WHERE attempt_id = 'c1-attempt-000005-1'`);
		await store.retain({ before: 1_005_901, maxBytes: null }, 1);
		await expect(store.body('c1-attempt-000005-1', 'request')).rejects.toMatchObject({ code: 'forgotten' });
		await expect(store.body('c1-attempt-000006-1', 'request')).rejects.toMatchObject({ code: 'corrupt' });
	});

	test('keeps no other from being packed', async () => {
		const file = await filled();
		change(file, `UPDATE turns SET state = 'complete'; UPDATE exchanges SET state = 'complete'`);
		change(file, `UPDATE response_segments SET arrivals = '[['`);
		const { store } = await open(file);
		let steps = 0;
		while (await store.tidy()) steps++;
		expect(steps).toBe(1);
		expect((await store.body('a1', 'response'))?.length).toBe(50_000);
	});
});
