import { afterAll, beforeAll, expect, test } from 'vitest';
import { isKnownStop } from '../../../src/shared/answers/stop-reason.ts';
import { callableId, catalogue } from '../../../src/shared/catalogue.ts';
import { isEmbedding } from '../../../src/shared/model/family.ts';
import { isInvoke, isStreaming, operations } from '../../../src/shared/model/operation.ts';
import { ask } from '../../helpers/test-app.ts';
import type { Bench } from './run-cell.ts';
import { openBench } from './run-cell.ts';

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

// Models of embeddings have a table of their own.
const models = catalogue.filter(({ family }) => !isEmbedding(family));

test.each(operations)(
	'%s: every model of the catalogue answers by the id that it is called by, or says that it has no stream',
	{
		timeout: 30_000,
	},
	async (operation) => {
		const told = await Promise.all(
			models.map(async (model) => {
				const modelId = callableId(model, 'us-east-1');
				const { id } = await bench.app.client.conversations.create({ settings: { operation, modelId } });
				const turn = await ask(bench.app, id, 'Hello');
				const [exchange] = turn.exchanges;
				const { attemptCount, family, usage, stopReason } = exchange ?? {};
				const counted = (usage?.inputTokens ?? 0) > 0 && (usage?.outputTokens ?? 0) > 0;
				return [modelId, turn.state, attemptCount, family, counted, isKnownStop(stopReason ?? '')];
			}),
		);
		expect(told).toEqual(
			models.map((model) => {
				const modelId = callableId(model, 'us-east-1');
				// Nobody guesses at a body: nothing is sent.
				if (isInvoke(operation) && model.family === null) return [modelId, 'failed', 0, null, false, false];
				if (isStreaming(operation) && !model.streaming)
					return [modelId, 'failed', 1, isInvoke(operation) ? model.family : null, false, false];
				return [modelId, 'complete', 1, isInvoke(operation) ? model.family : null, true, true];
			}),
		);
	},
);
