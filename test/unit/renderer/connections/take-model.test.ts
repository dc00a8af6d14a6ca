import { expect, test } from 'vitest';
import { takeModel } from '../../../../src/renderer/connections/take-model.ts';

const claude = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const unknown = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc';

test.each([
	['ConverseStream', unknown, { modelId: unknown }],
	['Converse', unknown, { modelId: unknown }],
	['InvokeModel', claude, { modelId: claude }],
	['InvokeModel', unknown, { modelId: unknown, operation: 'Converse' }],
	['InvokeModelWithResponseStream', unknown, { modelId: unknown, operation: 'ConverseStream' }],
	['InvokeModel', 'amazon.titan-embed-text-v2:0', { modelId: 'amazon.titan-embed-text-v2:0' }],
	[
		'ConverseStream',
		'amazon.titan-embed-text-v2:0',
		{ modelId: 'amazon.titan-embed-text-v2:0', operation: 'InvokeModel' },
	],
	['InvokeModelWithResponseStream', 'cohere.embed-v4:0', { modelId: 'cohere.embed-v4:0', operation: 'InvokeModel' }],
] as const)('%s with %s', (operation, id, patch) => {
	expect(takeModel({ operation }, id)).toEqual(patch);
});
