import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createHousekeeping, retentionOf } from '../../../../src/main/core/storage/housekeeping.ts';
import type { Store } from '../../../../src/main/core/storage/store.ts';
import { StoreError } from '../../../../src/main/core/storage/store-error.ts';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { clock, openTestStore, silentLog, withConversation } from './samples.ts';

test('days and megabytes are counted from now', () => {
	const now = Date.UTC(2026, 10, 21);
	expect(retentionOf({ keepDays: null, maxMegabytes: null }, now)).toEqual({ before: null, maxBytes: null });
	expect(retentionOf({ keepDays: 30, maxMegabytes: 500 }, now)).toEqual({
		before: Date.UTC(2026, 9, 22),
		maxBytes: 500_000_000,
	});
});

test('once woken it forgets what is too old, in steps, tidies up, and tells of which conversations that was', async () => {
	const store = await withConversation(openTestStore());
	await withConversation(store, 'c2');
	const next = longConversation('c1', 'Converse');
	for (let count = 0; count < 45; count++) await store.save(next().changes);
	const told = Promise.withResolvers<readonly string[]>();
	const steps: string[] = [];
	const counted: Pick<Store, 'readOnly' | 'retain' | 'tidy'> = {
		readOnly: false,
		async retain(retention, at) {
			const erased = await store.retain(retention, at);
			steps.push(erased.length > 0 ? 'retain' : 'nothing');
			return erased;
		},
		tidy: () => store.tidy(),
	};
	const housekeeping = createHousekeeping({
		store: counted,
		settings: () => ({ keepDays: 1, maxMegabytes: null }),
		clock,
		log: silentLog,
		forgot: (ids) => told.resolve([...ids]),
	});
	onTestFinished(() => housekeeping.close());
	housekeeping.wake();
	housekeeping.wake();
	expect(await told.promise).toEqual(['c1']);
	expect(steps.filter((step) => step === 'retain').length).toBe(3);
	expect((await store.captured('c1')).exchanges).toBe(0);
});

test('a failure ends the round, and the next time that it is woken is another', async () => {
	const failed = Promise.withResolvers<string>();
	const told = Promise.withResolvers<readonly string[]>();
	let rounds = 0;
	const housekeeping = createHousekeeping({
		store: {
			readOnly: false,
			async retain() {
				rounds++;
				if (rounds === 1) throw new StoreError('not-saved', 'database or disk is full');
				return rounds === 2 ? ['c1'] : [];
			},
			tidy: async () => false,
		},
		settings: () => ({ keepDays: 1, maxMegabytes: null }),
		clock,
		log: { ...silentLog, warn: failed.resolve },
		forgot: (ids) => told.resolve([...ids]),
	});
	onTestFinished(() => housekeeping.close());
	housekeeping.wake();
	expect(await failed.promise).toBe('The database could not be tidied up: database or disk is full');
	housekeeping.wake();
	expect(await told.promise).toEqual(['c1']);
});

test('it ends after the step at hand, and takes no other', async () => {
	const begun = Promise.withResolvers<null>();
	const work = Promise.withResolvers<readonly string[]>();
	const done: string[] = [];
	const housekeeping = createHousekeeping({
		store: {
			readOnly: false,
			async retain() {
				begun.resolve(null);
				const erased = await work.promise;
				done.push('step');
				return erased;
			},
			tidy: async () => true,
		},
		settings: () => ({ keepDays: 1, maxMegabytes: null }),
		clock,
		log: silentLog,
		forgot: () => {},
	});
	housekeeping.wake();
	await begun.promise;
	const closed = housekeeping.close().then(() => done.push('closed'));
	work.resolve(['c1']);
	await closed;
	await pause(20);
	expect(done).toEqual(['step', 'closed']);
});

test.each(['a store that is read only', 'one that was closed'])('%s is left alone', async (which) => {
	let asked = 0;
	const housekeeping = createHousekeeping({
		store: {
			readOnly: which === 'a store that is read only',
			retain: async () => {
				asked++;
				return [];
			},
			tidy: async () => false,
		},
		settings: () => ({ keepDays: 1, maxMegabytes: null }),
		clock,
		log: silentLog,
		forgot: () => {},
	});
	if (which === 'one that was closed') await housekeeping.close();
	housekeeping.wake();
	await housekeeping.close();
	await pause(0);
	expect(asked).toBe(0);
});
