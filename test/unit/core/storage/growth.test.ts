import { describe, expect, test } from 'vitest';
import type { Change, Store } from '../../../../src/main/core/storage/store.ts';
import type { Attempt } from '../../../../src/shared/model/exchange.ts';
import { operations } from '../../../../src/shared/model/operation.ts';
import type { CapturedTurn, TurnOptions } from '../../../helpers/long-conversation.ts';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { bytesOf, openTestStore, sha256, withConversation } from './samples.ts';

/** Bytes of the file that are in use. */
async function used(store: Store): Promise<number> {
	const { fileBytes, freeBytes } = await store.use();
	return fileBytes - freeBytes;
}

describe('a conversation that resends its history', { timeout: 30_000 }, () => {
	test.each(operations)('takes as much for turn 200 as for turn 10: %s', async (operation) => {
		const store = await withConversation(openTestStore());
		const next = longConversation('c1', operation);
		const sizes = new Map<number, number>();
		let original = 0;
		for (let count = 1; count <= 200; count++) {
			const turn = next();
			await store.save(turn.changes);
			if ([10, 20, 190, 200].includes(count)) sizes.set(count, await used(store));
			original += turn.attempts.reduce((sum, { request, response }) => sum + request.length + response.length, 0);
		}
		const perTurn = (from: number, to: number) => ((sizes.get(to) ?? 0) - (sizes.get(from) ?? 0)) / (to - from);
		expect(perTurn(190, 200) / perTurn(10, 20)).toBeLessThanOrEqual(1.5);
		expect(await store.use()).toMatchObject({ exchanges: 200, originalBytes: original });
		expect((await store.use()).keptBytes).toBeLessThan(original / 20);
	});

	test('shares as well where two operations take turns', async () => {
		const store = await withConversation(openTestStore());
		const next = longConversation('c1', 'Converse');
		for (let count = 0; count < 60; count++) {
			const { changes } = next({ operation: count % 2 === 0 ? 'Converse' : 'InvokeModel' });
			await store.save(count % 2 === 0 ? changes : backwards(changes));
		}
		const { keptBytes, originalBytes } = await store.use();
		expect(keptBytes).toBeLessThan(originalBytes / 5);
	});

	test('is exact where a body on which others build is kept anew', async () => {
		const store = await withConversation(openTestStore());
		const next = longConversation('c1', 'Converse');
		const turns = Array.from({ length: 4 }, () => next());
		for (const turn of turns) await store.save(turn.changes);
		const other = new TextEncoder().encode(JSON.stringify({ messages: 'another body'.repeat(200) }));
		const [first] = turns[1]?.changes.filter((change) => change.type === 'attempt') ?? [];
		if (first === undefined) throw new Error('A turn has an attempt');
		const body = { size: other.length, sha256: sha256(other) };
		await store.save([{ ...first, attempt: withRequest(first.attempt, body), requestBody: other }]);
		const bodies = turns.map(({ attempts: [one] }, index) => ({
			id: one?.id ?? '',
			request: index === 1 ? other : one?.request,
		}));
		for (const { id, request: sent } of bodies) {
			expect(same(await store.body(id, 'request'), sent ?? bytesOf(0)), `request of ${id}`).toBe(true);
		}
	});

	test('is exact to the byte, whatever changes between its requests', async () => {
		const store = await withConversation(openTestStore());
		const next = longConversation('c1', 'ConverseStream');
		const turns: CapturedTurn[] = [];
		for (let count = 1; count <= 200; count++) {
			const turn = next(optionsOf(count));
			turns.push(turn);
			await store.save(turn.changes);
		}
		for (const { attempts } of turns) {
			for (const { id, request, response } of attempts) {
				expect(same(await store.body(id, 'request'), request), `request of ${id}`).toBe(true);
				expect(same(await store.body(id, 'response'), response), `response of ${id}`).toBe(true);
			}
		}
		const { keptBytes, originalBytes } = await store.use();
		expect(keptBytes).toBeLessThan(originalBytes / 10);
	});
});

/** A system prompt that changes, an answer that may be longer, other operations in turns, retries, a history cut at its front. */
function optionsOf(count: number): TurnOptions {
	return {
		...(count > 50 && { system: 'You know a lot about rocks, and you answer in one sentence.' }),
		...(count % 9 === 0 && { maxTokens: 4096 }),
		...(count > 80 && count < 110 && { operation: operations[count % operations.length] }),
		...(count % 7 === 0 && { attempts: 3 }),
		...(count > 150 && { leftOut: count - 150 }),
	};
}

/** With request bodies that have nothing in common with those of any other kind. */
function backwards(changes: readonly Change[]): Change[] {
	return changes.map((change) => {
		if (change.type !== 'attempt' || change.requestBody === null) return change;
		const requestBody = change.requestBody.toReversed();
		const body = { size: requestBody.length, sha256: sha256(requestBody) };
		return { ...change, attempt: withRequest(change.attempt, body), requestBody };
	});
}

function withRequest(attempt: Attempt, body: Attempt['request']['body']): Attempt {
	return { ...attempt, request: { ...attempt.request, body } };
}

function same(found: Uint8Array | null, expected: Uint8Array): boolean {
	return found !== null && Buffer.compare(found, expected) === 0;
}
