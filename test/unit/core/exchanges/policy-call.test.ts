import { expect, test } from 'vitest';
import { policyCallOf } from '../../../../src/main/core/exchanges/policy-call.ts';

const call = {
	modelId: 'eu.amazon.nova-micro-v1:0',
	region: 'eu-west-1',
	operation: 'Converse',
	connection: 'profile:work',
	failure: null,
} as const;

test.each([
	['https://bedrock-runtime.eu-west-1.amazonaws.com', { fips: false, dualStack: false }],
	['https://bedrock-runtime-fips.eu-west-1.amazonaws.com', { fips: true, dualStack: false }],
	['https://bedrock-runtime.eu-west-1.api.aws', { fips: false, dualStack: true }],
	['https://bedrock-runtime-fips.eu-west-1.api.aws', { fips: true, dualStack: true }],
])('the host that was called tells which of AWS’s endpoints it was: %s', (endpoint, choice) => {
	expect(policyCallOf({ ...call, endpoint })).toEqual({ ...call, ...choice });
});

test.each([
	'',
	'http://127.0.0.1:4000',
	'https://vpce-1.bedrock-runtime.eu-west-1.vpce.amazonaws.com',
	'https://bedrock-runtime-fips.us-east-1.amazonaws.com',
])('another host, and none, tell nothing of it: %j', (endpoint) => {
	expect(policyCallOf({ ...call, endpoint })).toEqual({ ...call, fips: null, dualStack: null });
});
