import { expect, test } from 'vitest';
import { modelWord } from '../../../../src/renderer/models/model-word.ts';

test.each([
	['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5'],
	['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0', 'Nova Micro'],
	['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6', '…/a1b2c3d4e5f6'],
	['arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01:2', '…/PRACTICE01:2'],
	['arn:aws:sagemaker:us-east-1:aws:hub-content/Public/Model/deep/1.0', '…/1.0'],
	['arn:aws:bedrock:us-east-1:123456789012:prompt/', 'arn:aws:bedrock:us-east-1:123456789012:prompt/'],
	['someone.new-model-v1:0', 'someone.new-model-v1:0'],
])('%s is %s', (id, word) => {
	expect(modelWord(id)).toBe(word);
});
