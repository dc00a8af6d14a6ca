import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../../../src/main/core/storage/store.ts';
import { openJournal } from '../../../../src/main/core/turns/journal.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A disk that can be full. */
function disk() {
	const batches: (readonly Change[])[] = [];
	const state = { full: false };
	const save = async (changes: readonly Change[]) => {
		if (state.full) throw new Error('database or disk is full');
		batches.push(changes);
	};
	return { batches, state, save };
}

const text = (value: string): Change => ({ type: 'answer-text', messageId: 'm', text: value });
const bytes = (...values: number[]): Change => ({
	type: 'response-bytes',
	attemptId: 'a',
	bytes: Uint8Array.from(values),
	arrivals: [[values.at(-1) ?? 0, values.length]],
});

test('what comes within a tenth of a second is one write, with interleaved text and bytes joined', async () => {
	const { batches, save } = disk();
	const journal = openJournal({ save }, () => {});
	for (const change of [bytes(1), text('池'), bytes(2, 3), text('の')]) journal.add(change);
	expect(batches).toEqual([]);
	await vi.advanceTimersByTimeAsync(100);
	expect(batches).toEqual([
		[
			{
				type: 'response-bytes',
				attemptId: 'a',
				bytes: Uint8Array.of(1, 2, 3),
				arrivals: [
					[1, 1],
					[3, 2],
				],
			},
			text('池の'),
		],
	]);
});

test('a full disk is told once, loses nothing, and is tried again', async () => {
	const { batches, state, save } = disk();
	const told: boolean[] = [];
	const journal = openJournal({ save }, (failed) => told.push(failed));
	state.full = true;
	journal.add(text('a'));
	expect(await journal.flush()).toBe(false);
	journal.add(text('b'));
	expect(await journal.flush()).toBe(false);
	expect(told).toEqual([true]);
	state.full = false;
	await vi.advanceTimersByTimeAsync(2000);
	expect(batches).toEqual([[text('ab')]]);
	expect(told).toEqual([true, false]);
});

test('flush waits for a write that is under way and writes what came meanwhile', async () => {
	const batches: (readonly Change[])[] = [];
	const first = Promise.withResolvers<void>();
	const journal = openJournal(
		{
			save: async (changes) => {
				if (batches.push(changes) === 1) await first.promise;
			},
		},
		() => {},
	);
	journal.add(text('a'));
	const flushed = journal.flush();
	journal.add(text('b'));
	first.resolve();
	expect(await flushed).toBe(true);
	expect(batches).toEqual([[text('a')], [text('b')]]);
});
