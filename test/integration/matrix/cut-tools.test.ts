import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutWithin, toolsWaiting } from '../../../src/shared/answers/can-continue.ts';
import type { ToolUseBlock } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isStreaming, operations } from '../../../src/shared/model/operation.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { inOperation } from './in-operation.ts';
import type { Bench } from './run-cell.ts';
import { openBench } from './run-cell.ts';
import { askedIn } from './scenarios.ts';
import type { Target } from './targets.ts';
import { targets } from './targets.ts';

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

/** Asks for the weather, in so many tokens. */
async function asked(target: Target, operation: Operation, maxTokens: number): Promise<Turn> {
	const { settings, question } = askedIn('tools', {});
	const { id } = await bench.app.client.conversations.create({
		settings: { ...settings, operation, modelId: target.modelId, maxTokens },
	});
	return ask(bench.app, id, question);
}

function useIn({ answer }: Turn): ToolUseBlock | undefined {
	return answer?.content.find((block) => block.type === 'tool-use');
}

const cells = targets.flatMap((target) =>
	operations.flatMap((operation) => {
		const row = inOperation(target, operation).rows.tools;
		if ('absent' in row || row.leftOut !== undefined || row.refused?.by.includes(operation)) return [];
		return [{ ...target, target, operation }];
	}),
);

describe('a use of a tool that is cut in its input wants a larger limit, and no result', () => {
	test.each(cells)('$operation, $family, $modelId', async ({ target, operation }) => {
		const whole = await asked(target, operation, 2000);
		const tokens = whole.exchanges[0]?.usage?.outputTokens ?? 0;
		expect([useIn(whole)?.input, toolsWaiting(whole).length]).toEqual(['{"city":"Kyoto"}', 1]);

		// Without the last two tokens, the quote and the brace.
		const cut = await asked(target, operation, tokens - 2);
		expect([cut.state, cut.exchanges[0]?.stopReason]).toEqual(['complete', inOperation(target, operation).ends.limit]);
		// The chat bodies have it as text in a whole answer, too; in all others it is a value there, and nothing of it.
		const isText =
			isStreaming(operation) || (operation === 'InvokeModel' && target.whole.toolInput?.endsWith('.arguments'));
		expect(useIn(cut)?.input).toBe(isText ? '{"city":"Kyoto' : '{}');
		expect([cutWithin(cut), toolsWaiting(cut)]).toEqual(['tool-use', []]);
		const continued = bench.app.client.turns.continue({ turnId: cut.id });
		await expect(continued).rejects.toMatchObject({ code: 'NOT_RETRYABLE' });

		// A larger limit, and the whole is asked for anew.
		await bench.app.client.conversations.updateSettings({ id: cut.conversationId, settings: { maxTokens: 2000 } });
		await bench.app.client.turns.retry({ turnId: cut.id });
		const { turn } = await (await watchTurn(bench.app, cut.id)).until('ended');
		expect([turn.state, useIn(turn)?.input, toolsWaiting(turn).length]).toEqual(['complete', '{"city":"Kyoto"}', 1]);
	});
});
