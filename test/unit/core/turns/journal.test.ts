import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../../../src/main/core/storage/store.ts';
import { StoreError } from '../../../../src/main/core/storage/store-error.ts';
import { openJournal } from '../../../../src/main/core/turns/journal.ts';
import type { AnswerPart } from '../../../../src/shared/model/content.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const full = new StoreError('not-saved', 'database or disk is full');

/** A disk that can be full. */
function disk() {
	const batches: (readonly Change[])[] = [];
	const state = { full: false };
	const save = async (changes: readonly Change[]) => {
		if (state.full) throw full;
		batches.push(changes);
	};
	return { batches, state, save };
}

const text = (value: string): Change => ({ type: 'answer-part', messageId: 'm', part: { type: 'text', text: value } });
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
	const told: unknown[] = [];
	const journal = openJournal({ save }, (problem) => told.push(problem));
	state.full = true;
	journal.add(text('a'));
	expect(await journal.flush()).toBe(false);
	journal.add(text('b'));
	expect(await journal.flush()).toBe(false);
	expect(told).toEqual([full]);
	expect(journal.problem()).toBe(full);
	state.full = false;
	await vi.advanceTimersByTimeAsync(2000);
	expect(batches).toEqual([[text('ab')]]);
	expect(told).toEqual([full, null]);
	expect(journal.problem()).toBeNull();
});

test('flush waits for a write that is under way and writes what came meanwhile', async () => {
	const batches: (readonly Change[])[] = [];
	const begun = Promise.withResolvers<void>();
	const first = Promise.withResolvers<void>();
	const journal = openJournal(
		{
			save: async (changes) => {
				if (batches.push(changes) > 1) return;
				begun.resolve();
				await first.promise;
			},
		},
		() => {},
	);
	journal.add(text('a'));
	const flushed = journal.flush();
	await begun.promise;
	journal.add(text('b'));
	first.resolve();
	expect(await flushed).toBe(true);
	expect(batches).toEqual([[text('a')], [text('b')]]);
});

test('a change that comes as a write ends is not taken for written with it', async () => {
	const { batches, save } = disk();
	const journal = openJournal({ save }, () => {});
	// Comes in each of the microtasks in which the write ends, wherever that is.
	for (let microtasks = 0; microtasks < 12; microtasks++) {
		journal.add(text('a'));
		const first = journal.flush();
		for (let i = 0; i < microtasks; i++) await null;
		journal.add(text(`${microtasks}`));
		expect(await journal.flush()).toBe(true);
		await first;
		const written = batches
			.flat()
			.map((change) => (change.type === 'answer-part' && change.part.type === 'text' ? change.part.text : ''));
		expect(written.join('')).toMatch(new RegExp(`${microtasks}$`));
	}
});

test.each(['refused', 'corrupt'] as const)('what is %s waits for a flush, not for a timer', async (code) => {
	let tries = 0;
	const journal = openJournal(
		{
			save: async () => {
				tries += 1;
				throw new StoreError(code, 'FOREIGN KEY constraint failed');
			},
		},
		() => {},
	);
	journal.add(text('a'));
	await vi.advanceTimersByTimeAsync(100);
	journal.add(text('b'));
	await vi.advanceTimersByTimeAsync(60_000);
	expect(tries).toBe(1);
	expect(await journal.flush()).toBe(false);
	expect(tries).toBe(2);
	expect(journal.problem()?.message).toBe('FOREIGN KEY constraint failed');
});

test('pieces of the same kind are written as one, and their order among others stays', async () => {
	const { batches, save } = disk();
	const journal = openJournal({ save }, () => {});
	const part = (of: AnswerPart): Change => ({ type: 'answer-part', messageId: 'm', part: of });
	const use = part({ type: 'tool-use', id: '1', name: 'look' });
	const pieces = [
		part({ type: 'reasoning', text: 'H' }),
		bytes(1),
		part({ type: 'reasoning', text: 'm' }),
		text('A'),
		text('B'),
		use,
		part({ type: 'tool-input', json: '{' }),
		bytes(2),
		part({ type: 'tool-input', json: '}' }),
		use,
		part({ type: 'tool-input', json: '[]' }),
	];
	for (const change of pieces) journal.add(change);
	await vi.advanceTimersByTimeAsync(100);
	const written = batches.flat().filter(({ type }) => type === 'answer-part');
	expect(written).toEqual([
		part({ type: 'reasoning', text: 'Hm' }),
		text('AB'),
		use,
		part({ type: 'tool-input', json: '{}' }),
		use,
		part({ type: 'tool-input', json: '[]' }),
	]);
});
