import { describe, expect, test } from 'vitest';
import { priceOf } from '../../../src/shared/cost.ts';
import { ask } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const here = appForTests();

const OWN = 'arn:aws:bedrock:us-east-1:123456789012:';
const NOVA = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';

/** Every kind of ARN that Converse takes (API reference, Converse: modelId), and whether its price is known. */
const arns = [
	[NOVA, true],
	[`${OWN}inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0`, true],
	[`${OWN}application-inference-profile/practice0001`, false],
	[`${OWN}provisioned-model/practice0001`, false],
	[`${OWN}default-prompt-router/amazon.nova:1`, false],
	[`${OWN}prompt/PRACTICE01`, false],
] as const;

describe.each(['Converse', 'ConverseStream'] as const)('%s', (operation) => {
	test.each(arns)('is called by %s', async (modelId, isPriced) => {
		const promptVariables = modelId.includes(':prompt/') ? { topic: 'tokens', audience: 'a frog' } : {};
		const { id } = await here.app.client.conversations.create({ settings: { operation, modelId, promptVariables } });
		const { state, exchanges } = await ask(here.app, id, 'Hello');
		const [exchange] = exchanges;
		expect([state, exchange?.modelId, exchange?.stopReason]).toEqual(['complete', modelId, 'end_turn']);
		expect(exchange?.usage?.outputTokens).toBeGreaterThan(0);
		expect(exchange?.trace ?? null).toEqual(
			modelId.includes('prompt-router') ? { promptRouter: { invokedModelId: NOVA } } : null,
		);
		// One segment of the path, whatever slashes and colons an ARN has.
		const { attempts } = await here.app.client.exchanges.get({ exchangeId: exchange?.id ?? '' });
		expect(attempts.map(({ request }) => new URL(request.url).pathname.split('/')[2])).toEqual([
			encodeURIComponent(modelId),
		]);
		expect(priceOf(modelId, {}) !== null).toBe(isPriced);
	});
});
