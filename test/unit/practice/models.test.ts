import { expect, it } from 'vitest';
import { modelOfCount, modelOfRequest, nativeName } from '../../../src/main/practice/models.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const INVALID = 'The provided model identifier is invalid.';

it.each([
	['anthropic.claude-v2:1', 'anthropic.claude-v2:1'],
	[`jp.${HAIKU}`, HAIKU],
	[`arn:aws:bedrock:ap-northeast-1:123456789012:inference-profile/jp.${HAIKU}`, HAIKU],
	['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2', 'anthropic.claude-v2'],
	['arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/anthropic.claude-v2', 'anthropic.claude-v2'],
])('%s names %s', (modelId, base) => {
	expect(modelOfRequest(modelId).id).toBe(base);
});

it.each([
	'',
	'us.',
	'claude-v2',
	'anthropic.claude-v2:2',
	`apac.${HAIKU}`,
	`us.jp.${HAIKU}`,
	`arn:aws:bedrock:us-east-1::foundation-model/us.${HAIKU}`,
	'arn:aws:bedrock:us-east-1:123456789012:inference-profile/anthropic.claude-v2',
	'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/anthropic.claude-v2',
	'arn:aws:s3:::anthropic.claude-v2',
])('%j names no model', (modelId) => {
	expect(() => modelOfRequest(modelId)).toThrow(INVALID);
});

it('refuses to call the bare id of a model behind a profile, and counts its tokens', () => {
	expect(() => modelOfRequest(HAIKU)).toThrow(
		`Invocation of model ID ${HAIKU} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
	);
	expect(modelOfCount(HAIKU).id).toBe(HAIKU);
});

it.each([
	['anthropic.claude-3-5-sonnet-20240620-v1:0', 'claude-3-5-sonnet-20240620'],
	['us.anthropic.claude-sonnet-4-6', 'claude-sonnet-4-6'],
	['anthropic.claude-v2:1', 'claude-v2:1'],
])('%s calls itself %s', (modelId, name) => {
	expect(nativeName(modelOfRequest(modelId))).toBe(name);
});
