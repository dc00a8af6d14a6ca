import { expect, test } from 'vitest';
import { failureSteps, policyFor, profileIdFor, signInCommand } from '../../../../src/renderer/chat/failure-steps.ts';
import { policyPreview } from '../../../../src/renderer/chat/policy-preview.ts';
import { en } from '../../../../src/renderer/i18n/en.ts';
import { ja } from '../../../../src/renderer/i18n/ja.ts';
import { failureCodes } from '../../../../src/shared/model/failure.ts';

test.each(failureCodes)('%s: each step has its button, or none, in both languages', (code) => {
	expect(en.failure[code].steps.split('\n')).toHaveLength(failureSteps[code].length);
	expect(ja.failure[code].steps.split('\n')).toHaveLength(failureSteps[code].length);
});

test('names the profile of a model in the region of the call', () => {
	const modelId = 'anthropic.claude-haiku-4-5-20251001-v1:0';
	expect(profileIdFor({ modelId, region: 'eu-west-1' })).toBe(`eu.${modelId}`);
	expect(profileIdFor({ modelId, region: '' })).toBe(`us.${modelId}`);
	expect(profileIdFor({ modelId: `eu.${modelId}`, region: 'eu-west-1' })).toBe(null);
	expect(profileIdFor({ modelId: 'amazon.titan-text-express-v1', region: 'eu-west-1' })).toBe(null);
	expect(profileIdFor({ modelId: 'someone.unknown-v1:0', region: 'eu-west-1' })).toBe(null);
});

test('asks for no more than the call needs', () => {
	const modelId = 'amazon.titan-text-express-v1';
	expect(JSON.parse(policyFor({ modelId, region: 'us-east-1', operation: 'Converse' }))).toEqual({
		Version: '2012-10-17',
		Statement: [
			{
				Effect: 'Allow',
				Action: 'bedrock:InvokeModel',
				Resource: ['arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1'],
			},
		],
	});
});

test('a profile needs itself and its model in every region', () => {
	const modelId = 'us-gov.anthropic.claude-haiku-4-5-20251001-v1:0';
	const policy = JSON.parse(
		policyFor({ modelId, region: 'us-gov-west-1', operation: 'InvokeModelWithResponseStream' }),
	);
	expect(policy.Statement[0].Action).toBe('bedrock:InvokeModelWithResponseStream');
	expect(policy.Statement[0].Resource).toEqual([
		`arn:aws-us-gov:bedrock:us-gov-west-1:*:inference-profile/${modelId}`,
		'arn:aws-us-gov:bedrock:*::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0',
	]);
});

test('shows of a policy what differs', () => {
	const policy = policyFor({ modelId: 'a.b', region: 'us-east-1', operation: 'Converse' });
	expect(policyPreview(policy)).toBe(
		'"Action": "bedrock:InvokeModel",\n"Resource": [\n  "arn:aws:bedrock:us-east-1::foundation-model/a.b"\n]',
	);
});

test('quotes a name that a shell would read otherwise', () => {
	expect(signInCommand({ connection: 'profile:work' })).toBe('aws sso login --profile work');
	expect(signInCommand({ connection: 'profile:my $team' })).toBe('aws sso login --profile "my \\$team"');
	expect(signInCommand({ connection: 'practice' })).toBe(null);
});
