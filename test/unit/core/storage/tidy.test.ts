import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { change, filled, open } from './database-files.ts';
import { attempt, bytesOf, temporaryFolder, withConversation } from './samples.ts';
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
	});

	test('is a base for what comes, before it is packed and after', async () => {
		const { file, turns } = version1();
		const { store } = await open(file);
		await store.save([
			{
				type: 'attempt',
				attempt: attempt('e11', 'again', turns[11]?.attempts[0]?.request ?? bytesOf(0), { index: 2 }),
				requestBody: turns[11]?.attempts[0]?.request ?? null,
			},
		]);
		for (let step = 0; step < 100 && (await store.tidy()); step++);
		const again = await store.body('again', 'request');
		expect(Buffer.compare(again ?? bytesOf(0), turns[11]?.attempts[0]?.request ?? bytesOf(1))).toBe(0);
	});
});

test('space that is forgotten is given back to the disk, and a rewrite gives back all of it', async () => {
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
