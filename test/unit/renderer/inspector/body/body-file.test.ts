import { expect, test } from 'vitest';
import { bodyFileName, bodyFileType } from '../../../../../src/renderer/inspector/body/body-file.ts';

const call = {
	turnId: 'turn',
	modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
	startedAt: new Date(2026, 10, 21, 6, 5, 4).getTime(),
	attempt: 2,
};

test.each([
	['event-stream', 'outcrop-20261121-060504-us.anthropic.claude-haiku-4-5-20251001-v1-0-attempt2.eventstream'],
	['request', 'outcrop-20261121-060504-us.anthropic.claude-haiku-4-5-20251001-v1-0-attempt2-request.json'],
	['json', 'outcrop-20261121-060504-us.anthropic.claude-haiku-4-5-20251001-v1-0-attempt2-response.json'],
	['other', 'outcrop-20261121-060504-us.anthropic.claude-haiku-4-5-20251001-v1-0-attempt2-response.bin'],
] as const)('the name of a %s says when, which model and which attempt', (kind, name) => {
	expect(bodyFileName(call, kind)).toBe(name);
});

test('of an ARN the last part is enough, and no account is in a name', () => {
	const modelId = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab/../12';
	expect(bodyFileName({ ...call, modelId }, 'request')).toBe('outcrop-20261121-060504-12-attempt2-request.json');
	expect(bodyFileName(null, 'event-stream')).toBe('outcrop.eventstream');
});

test('JSON is told as such, other bytes as bytes', () => {
	expect((['request', 'json', 'event-stream', 'other'] as const).map(bodyFileType)).toEqual([
		'application/json',
		'application/json',
		'application/octet-stream',
		'application/octet-stream',
	]);
});
