import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/main/core/storage/store.ts';
import { operations } from '../../../../src/shared/model/operation.ts';
import type { CapturedTurn, TurnOptions } from '../../../helpers/long-conversation.ts';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { openTestStore, withConversation } from './samples.ts';

/** Bytes of the file that are in use. */
async function used(store: Store): Promise<number> {
	const { fileBytes, freeBytes } = await store.use();
	return fileBytes - freeBytes;
}

describe('a conversation that resends its history', () => {
	test.each(operations)('takes as much for turn 200 as for turn 10: %s', async (operation) => {
		const store = await withConversation(openTestStore());
		const next = longConversation('c1', operation);
		const sizes: number[] = [await used(store)];
		let original = 0;
		for (let count = 1; count <= 200; count++) {
			const turn = next();
			await store.save(turn.changes);
			sizes.push(await used(store));
			original += turn.attempts.reduce((sum, { request, response }) => sum + request.length + response.length, 0);
		}
		const perTurn = (from: number, to: number) => ((sizes[to] ?? 0) - (sizes[from] ?? 0)) / (to - from);
		expect(perTurn(190, 200) / perTurn(10, 20)).toBeLessThanOrEqual(1.5);
		expect(await store.use()).toMatchObject({ exchanges: 200, originalBytes: original });
		expect((await store.use()).keptBytes).toBeLessThan(original / 20);
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

function same(found: Uint8Array | null, expected: Uint8Array): boolean {
	return found !== null && Buffer.compare(found, expected) === 0;
}
