import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/main/core/storage/store.ts';
import type { CapturedTurn } from '../../../helpers/long-conversation.ts';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { bytesOf, exchange, openTestStore, sha256, streaming, withConversation } from './samples.ts';

/** A conversation of some turns; turn n ends at 1,000,900 + n * 1,000. */
async function talk(store: Store, id: string, turns: number): Promise<CapturedTurn[]> {
	await withConversation(store, id);
	const next = longConversation(id, 'ConverseStream');
	const all: CapturedTurn[] = [];
	for (let count = 0; count < turns; count++) {
		const turn = next(count === 2 ? { attempts: 2 } : {});
		all.push(turn);
		await store.save(turn.changes);
	}
	return all;
}

/** `kept`, `forgotten`, or what is wrong with a body. */
async function fateOf(store: Store, { attempts }: CapturedTurn): Promise<string> {
	const fates = new Set<string>();
	for (const { id, request, response } of attempts) {
		for (const [side, expected] of [['request', request] as const, ['response', response] as const]) {
			try {
				const found = await store.body(id, side);
				fates.add(found !== null && Buffer.compare(found, expected) === 0 ? 'kept' : 'other bytes');
			} catch (error) {
				fates.add(error instanceof Error && 'code' in error ? String(error.code) : 'error');
			}
		}
	}
	return [...fates].join(', ');
}

const fatesOf = (store: Store, turns: readonly CapturedTurn[]) => Promise.all(turns.map((turn) => fateOf(store, turn)));

/** Takes all steps of a retention; gives how many there were. */
async function retainAll(store: Store, retention: Parameters<Store['retain']>[0], at = 5): Promise<number> {
	let steps = 0;
	while ((await store.retain(retention, at)).length > 0) steps++;
	return steps;
}

describe('what a person forgets', () => {
	test('is gone for good, with its figures, hashes and messages left, and nothing of another conversation', async () => {
		const store = openTestStore();
		const turns = await talk(store, 'c1', 4);
		const others = await talk(store, 'c2', 3);
		const before = await store.conversation('c1');
		const captured = await store.captured('c1');
		expect(captured).toEqual({
			exchanges: 4,
			keptBytes: expect.any(Number),
			originalBytes: sizeOf(turns),
		});
		await store.forget('c1', 12_345);
		expect(await fatesOf(store, turns)).toEqual(turns.map(() => 'forgotten'));
		expect(await fatesOf(store, others)).toEqual(others.map(() => 'kept'));
		expect(await store.conversation('c1')).toStrictEqual(before);
		expect(await store.captured('c1')).toEqual({ exchanges: 0, keptBytes: 0, originalBytes: 0 });
		expect((await store.use()).conversations.map(({ id }) => id)).toEqual(['c2']);
		const [attempt] = (await store.exchange('c1-exchange-000002'))?.attempts ?? [];
		const [{ request, response } = { request: bytesOf(0), response: bytesOf(0) }] = turns[1]?.attempts ?? [];
		const forgotten = { at: 12_345, by: 'person' };
		expect(attempt?.request.body).toStrictEqual({ size: request.length, sha256: sha256(request), forgotten });
		expect(attempt?.response?.body).toStrictEqual({ size: response.length, sha256: sha256(response), forgotten });
		expect(await store.arrivals(attempt?.id ?? '')).toEqual([]);
	});

	test('keeps its time when it is forgotten again, and new turns are captured as ever', async () => {
		const store = await withConversation(openTestStore());
		const next = longConversation('c1', 'Converse');
		const [first, second, third] = [next(), next(), next()];
		await store.save(first.changes);
		await store.forget('c1', 1);
		await store.save(second.changes);
		await store.save(third.changes);
		expect(await fatesOf(store, [first, second, third])).toEqual(['forgotten', 'kept', 'kept']);
		await store.forget('c1', 2);
		const times = [1, 2, 3].map(async (turn) => {
			const exchange = await store.exchange(`c1-exchange-00000${turn}`);
			return exchange?.attempts[0]?.request.body.forgotten?.at;
		});
		expect(await Promise.all(times)).toEqual([1, 2, 2]);
	});

	test('is not what a running turn sends and receives', async () => {
		const store = await withConversation(openTestStore());
		await store.save(streaming(bytesOf(300), bytesOf(50), ['Because.']));
		await store.forget('c1', 1);
		expect(await store.body('a1', 'request')).toStrictEqual(bytesOf(300));
		expect(await store.body('a1', 'response')).toStrictEqual(bytesOf(50));
	});
});

test.each(['in pieces', 'joined'])(
	'a response that broke off keeps its size when it is forgotten, lying %s',
	async (how) => {
		const store = await withConversation(openTestStore());
		await store.save([
			...streaming(bytesOf(300), bytesOf(50), ['Because.']),
			{ type: 'exchange', exchange: exchange('t1', 'e1', { state: 'interrupted' }) },
			{ type: 'turn', turn: { id: 't1', state: 'interrupted', failure: null, endedAt: 2000 } },
		]);
		if (how === 'joined') while (await store.tidy());
		await store.forget('c1', 3000);
		const body = (await store.exchange('e1'))?.attempts[0]?.response?.body;
		expect(body).toEqual({ size: 50, sha256: null, forgotten: { at: 3000, by: 'person' } });
		await expect(store.body('a1', 'response')).rejects.toMatchObject({ code: 'forgotten' });
	},
);

describe('what is kept for a time', () => {
	test('is erased also where something comes for what is forgotten already: no step is the same again and again', async () => {
		const store = openTestStore();
		const [turn] = await talk(store, 'c1', 1);
		await store.forget('c1', 1);
		const attemptId = turn?.attempts[0]?.id ?? '';
		await store.save([{ type: 'response-bytes', attemptId, bytes: bytesOf(9), arrivals: [[9, 1]] }]);
		for (const retention of [
			{ before: 2_000_000, maxBytes: null },
			{ before: null, maxBytes: 0 },
		]) {
			await store.retain(retention, 2);
			expect(await store.retain(retention, 2)).toEqual([]);
		}
		expect((await store.use()).keptBytes).toBe(0);
	});

	test('goes by the end of its turn, to the millisecond, and what built on it stays exact', async () => {
		const store = openTestStore();
		const turns = await talk(store, 'c1', 30);
		// Turn 25 ended at 1,025,900.
		expect(await store.retain({ before: 1_001_900, maxBytes: null }, 7)).toEqual([]);
		expect(await retainAll(store, { before: 1_025_900, maxBytes: null }, 7)).toBe(2);
		expect(await fatesOf(store, turns)).toEqual(turns.map((_, index) => (index < 24 ? 'forgotten' : 'kept')));
		expect((await store.exchange('c1-exchange-000001'))?.attempts[0]?.request.body.forgotten).toEqual({
			at: 7,
			by: 'age',
		});
		expect((await store.captured('c1')).exchanges).toBe(6);
	});
});

describe('what is kept within a size', () => {
	test('goes from the oldest on, across conversations, until the rest fits, and no further', async () => {
		const store = openTestStore();
		// The turns of both end at the same times; the one that was begun first goes first.
		const [ones, twos] = [await talk(store, 'c1', 12), await talk(store, 'c2', 12)];
		const { keptBytes } = await store.use();
		expect(await store.retain({ before: null, maxBytes: keptBytes }, 7)).toEqual([]);
		const maxBytes = Math.floor(keptBytes / 2);
		await retainAll(store, { before: null, maxBytes }, 7);
		const after = await store.use();
		expect(after.keptBytes).toBeLessThanOrEqual(maxBytes);
		const gone = async (turns: readonly CapturedTurn[]) =>
			(await fatesOf(store, turns)).map((fate) => fate === 'forgotten').lastIndexOf(true) + 1;
		const [first, second] = [await gone(ones), await gone(twos)];
		expect(first - second === 0 || first - second === 1).toBe(true);
		expect(await fatesOf(store, ones)).toEqual(ones.map((_, index) => (index < first ? 'forgotten' : 'kept')));
		expect(await fatesOf(store, twos)).toEqual(twos.map((_, index) => (index < second ? 'forgotten' : 'kept')));
		expect(after.exchanges).toBe(24 - first - second);
		expect(after.exchanges).toBeGreaterThan(8);
		expect((await store.exchange('c1-exchange-000001'))?.attempts[0]?.request.body.forgotten?.by).toBe('size');
	});

	test('leaves nothing where nothing fits, but for a running turn', async () => {
		const store = openTestStore();
		const turns = await talk(store, 'c1', 25);
		await withConversation(store, 'c2');
		const running = streaming(bytesOf(300), bytesOf(50), []).map((change) =>
			change.type === 'turn-begun' ? { ...change, question: { ...change.question, conversationId: 'c2' } } : change,
		);
		await store.save(running);
		await retainAll(store, { before: null, maxBytes: 1 });
		expect(new Set(await fatesOf(store, turns))).toEqual(new Set(['forgotten']));
		expect(await store.body('a1', 'request')).toStrictEqual(bytesOf(300));
	});
});

test('a conversation that is erased takes its bodies along, whatever builds on whatever', async () => {
	const store = openTestStore();
	await talk(store, 'c1', 5);
	const kept = await talk(store, 'c2', 5);
	await store.deleteConversation('c1', 9);
	expect((await store.use()).conversations.map(({ id }) => id)).toEqual(['c2']);
	expect(await fatesOf(store, kept)).toEqual(kept.map(() => 'kept'));
});

function sizeOf(turns: readonly CapturedTurn[]): number {
	return turns
		.flatMap(({ attempts }) => attempts)
		.reduce((sum, { request, response }) => sum + request.length + response.length, 0);
}
