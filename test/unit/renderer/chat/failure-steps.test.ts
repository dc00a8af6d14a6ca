import { expect, test } from 'vitest';
import {
	failureSteps,
	firstAction,
	policyFor,
	profileIdFor,
	signInCommand,
} from '../../../../src/renderer/chat/failure-steps.ts';
import { policyPreview } from '../../../../src/renderer/chat/policy-preview.ts';
import { en } from '../../../../src/renderer/i18n/en.ts';
import { ja } from '../../../../src/renderer/i18n/ja.ts';
import { failureCodes } from '../../../../src/shared/model/failure.ts';

test.each([...failureCodes, 'sign-in', 'one-sampling'] as const)(
	'%s: each step has its button, or none, in both languages',
	(code) => {
		expect(en.failure[code].steps.split('\n')).toHaveLength(failureSteps[code].length);
		expect(ja.failure[code].steps.split('\n')).toHaveLength(failureSteps[code].length);
	},
);

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

test('signs in as the profile says, and not where no sign-in would help', () => {
	expect(signInCommand('profile:work', 'sso')).toBe('aws sso login --profile work');
	expect(signInCommand('profile:work', 'login')).toBe('aws login --profile work');
	for (const kind of ['process', 'static', 'assume-role', 'web-identity', 'environment', 'none', null] as const) {
		expect(signInCommand('profile:work', kind), String(kind)).toBe(null);
	}
	expect(signInCommand('practice', 'practice')).toBe(null);
});

test('quotes a name that a shell would read otherwise', () => {
	expect(signInCommand('profile:my $team', 'sso')).toBe('aws sso login --profile "my \\$team"');
});

const call = {
	connection: 'profile:work',
	modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
	region: 'us-east-1',
} as const;

test('what changes a refused call comes first; else asking again does', () => {
	const context = { exchange: call, kind: 'sso', last: true } as const;
	const first = (code: keyof typeof failureSteps) => firstAction(code, failureSteps[code], context);
	expect(first('on-demand-not-supported')).toBe('profileId');
	expect(first('model-not-found')).toBe('model');
	expect(first('validation')).toBe('parameters');
	expect(first('one-sampling')).toBe('noTopP');
	expect(first('no-region')).toBe('region');
	expect(first('no-family')).toBe('converse');
	expect(first('model-access')).toBe('console');
	expect(first('sign-in')).toBe('signIn');
	expect(first('throttled')).toBe(null);
	expect(first('connection-lost')).toBe(null);
	expect(first('clock-skew')).toBe(null);
});

test('a step that could do nothing is passed over', () => {
	const unknown = { ...call, modelId: 'someone.unknown-v1:0' };
	const steps = failureSteps['on-demand-not-supported'];
	const context = { exchange: unknown, kind: 'sso', last: true } as const;
	expect(firstAction('on-demand-not-supported', steps, context)).toBe('model');
	expect(firstAction('expired-credentials', failureSteps['expired-credentials'], { ...context, kind: 'process' })).toBe(
		'connection',
	);
});
