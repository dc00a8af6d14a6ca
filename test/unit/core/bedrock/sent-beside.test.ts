import { expect, test } from 'vitest';
import { headersBeside, readBeside } from '../../../../src/main/core/bedrock/sent-beside.ts';

const nothing = { guardrail: null, performance: null, serviceTier: null, requestMetadata: {} };

test('what goes along with a native body is Bedrock’s own headers, but for the kind of answer', () => {
	const headers: [string, string][] = [
		['Content-Type', 'application/json'],
		['X-Amzn-Bedrock-Accept', 'application/json'],
		['X-Amzn-Bedrock-Service-Tier', 'flex'],
		['x-amz-date', '20261121T000000Z'],
	];
	expect(headersBeside(headers)).toEqual([['x-amzn-bedrock-service-tier', 'flex']]);
	expect(readBeside(headers)).toEqual({ ...nothing, serviceTier: 'flex' });
});

test('of headers that other programs sent, what a setting can say is read', () => {
	const read = readBeside([
		['X-Amzn-Bedrock-Trace', 'ENABLED_FULL'],
		['X-Amzn-Bedrock-GuardrailIdentifier', 'arn:aws:bedrock:us-east-1:111122223333:guardrail/g1'],
		['X-Amzn-Bedrock-GuardrailVersion', 'DRAFT'],
		['X-Amzn-Bedrock-PerformanceConfig-Latency', 'optimized'],
		['X-Amzn-Bedrock-Request-Metadata', '{"\\u8a08\\u753b":"\\u5ca9"}'],
	]);
	expect(read).toEqual({
		guardrail: {
			identifier: 'arn:aws:bedrock:us-east-1:111122223333:guardrail/g1',
			version: 'DRAFT',
			trace: 'enabled_full',
			streamProcessingMode: null,
			questionOnly: false,
			system: false,
		},
		performance: 'optimized',
		serviceTier: null,
		requestMetadata: { 計画: '岩' },
	});
});

test.each([
	[['X-Amzn-Bedrock-Service-Tier', 'tomorrow’s']],
	[['X-Amzn-Bedrock-Service-Tier', 'tomorrows']],
	[['X-Amzn-Bedrock-Request-Metadata', 'no JSON']],
	[['X-Amzn-Bedrock-Request-Metadata', '{"a":1}']],
	[['X-Amzn-Bedrock-Request-Metadata', '{"team":"••••1"}']],
	[['X-Amzn-Bedrock-GuardrailIdentifier', 'without-its-version']],
	[['X-Amzn-Bedrock-Something-New', 'yes']],
] as const)('%s: no setting can say it, so none does', (line) => {
	expect(readBeside([[...line]])).toEqual(nothing);
});
