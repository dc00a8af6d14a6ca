import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { expect, test } from 'vitest';
import { ownEndpoint } from '../../../../../src/main/core/export/code/own-endpoint.ts';

const regions = ['us-east-1', 'ap-northeast-1', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1'];
const closed = ['us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'us-isof-south-1'];

test.each([...regions, ...closed])('AWS’s own endpoints in %s are those of the SDK’s rules', (Region) => {
	const { config } = new BedrockRuntimeClient({ region: 'us-east-1' });
	for (const UseFIPS of [false, true]) {
		for (const UseDualStack of [false, true]) {
			const { href } = config.endpointProvider({ Region, UseFIPS, UseDualStack }).url;
			expect(ownEndpoint(href, Region)).toEqual({ fips: UseFIPS, dualStack: UseDualStack });
		}
	}
});

test.each([
	'https://bedrock-runtime.us-west-2.amazonaws.com',
	'https://bedrock-runtime.us-east-1.amazonaws.com:8443',
	'https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com',
	'http://bedrock-runtime.us-east-1.amazonaws.com',
	'',
])('%s is none of them for us-east-1', (endpoint) => {
	expect(ownEndpoint(endpoint, 'us-east-1')).toBeNull();
});
