import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { ask } from '../../helpers/test-app.ts';
import { inOperation } from './in-operation.ts';
import type { Bench } from './run-cell.ts';
import { openBench, runCell } from './run-cell.ts';
import type { Scenario } from './scenarios.ts';
import type { Target } from './targets.ts';
import { targets } from './targets.ts';

/** A talk goes over to another model, with all that the first one said and was given in it. */

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

/** By its own body where that has a place for it, else by Converse. */
const sources = targets.flatMap((target) =>
	(['tools', 'image', 'thoughts'] as const).flatMap((scenario) => {
		const operation = (['InvokeModel', 'Converse'] as const).find((by) => {
			const row = inOperation(target, by).rows[scenario];
			return !('absent' in row) && row.leftOut === undefined && !row.refused?.by.includes(by);
		});
		return operation === undefined ? [] : [{ ...target, target, operation, scenario }];
	}),
);

/** Why the other model refuses the talk; null: it answers. What its body has no place for is left out. */
function refusal(target: Target, operation: Operation, scenario: Scenario): string | null {
	if (scenario === 'thoughts') return null;
	const row = inOperation(target, operation).rows[scenario];
	return !('absent' in row) && row.refused?.by.includes(operation) ? row.refused.words : null;
}

describe.each(sources)('$scenario of $family, $modelId, by $operation', ({ target, operation, scenario }) => {
	test('every other model goes on with it, or refuses what it does not take', { timeout: 30_000 }, async () => {
		const [first] = await runCell(bench, target, operation, scenario);
		const id = first?.turn.conversationId ?? '';
		const { client } = bench.app;
		for (const other of targets) {
			for (const by of ['Converse', 'InvokeModel'] as const) {
				const settings = { modelId: other.modelId, operation: by, reasoning: null, effort: null };
				await client.conversations.updateSettings({ id, settings });
				const { state, failure } = await ask(bench.app, id, 'And then?');
				const words = refusal(other, by, scenario);
				expect([other.modelId, by, state, failure?.message ?? null]).toEqual([
					other.modelId,
					by,
					words === null ? 'complete' : 'failed',
					words,
				]);
			}
		}
	});
});
