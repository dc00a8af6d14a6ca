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
] as const)('%s with %s', (operation, id, patch) => {
	expect(takeModel({ operation }, id)).toEqual(patch);
});
