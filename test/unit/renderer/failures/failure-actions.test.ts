import { expect, test } from 'vitest';
import {
	actionFor,
	commandOf,
	consoleUrl,
	firstAction,
	hasButton,
	isWorthSaying,
	setsUp,
	stepsWorthSaying,
} from '../../../../src/renderer/failures/failure-actions.ts';
import { settingOf } from '../../../../src/renderer/failures/field-setting.ts';
import { policyPreview } from '../../../../src/renderer/failures/policy-preview.ts';
import { patchOf, profileIdFor, sectionOf } from '../../../../src/renderer/failures/request-changes.ts';
import { explain } from '../../../../src/shared/explanations/explain.ts';
import type { CallFailure } from '../../../../src/shared/model/failure.ts';

const call = {
	connection: 'profile:work',
	modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
	region: 'us-east-1',
	operation: 'ConverseStream',
} as const;
const context = { exchange: call, facts: {}, kind: 'sso', signIn: null, last: true } as const;

test('names the profile of a model in the region of the call', () => {
	const { modelId } = call;
	expect(profileIdFor({ modelId, region: 'eu-west-1' })).toBe(`eu.${modelId}`);
	expect(profileIdFor({ modelId, region: '' })).toBe(`us.${modelId}`);
	expect(profileIdFor({ modelId: `eu.${modelId}`, region: 'eu-west-1' })).toBe(null);
	expect(profileIdFor({ modelId: 'amazon.titan-text-express-v1', region: 'eu-west-1' })).toBe(null);
	expect(profileIdFor({ modelId: 'someone.unknown-v1:0', region: 'eu-west-1' })).toBe(null);
});

test('changes what the error names, and nothing else', () => {
	const patch = (action: Parameters<typeof patchOf>[0], facts = {}) => patchOf(action, { exchange: call, facts });
	expect(patch('lowerMaxTokens', { limit: '4096' })).toEqual({ maxTokens: 4096 });
	expect(patch('lowerMaxTokens')).toBe(null);
	expect(patch('leaveOut', { field: 'temperature' })).toEqual({ temperature: null });
	expect(patch('leaveOut', { field: 'top_p' })).toEqual({ topP: null });
	expect(patch('leaveOut', { field: 'inferenceConfig.topP' })).toEqual({ topP: null });
	expect(patch('leaveOut', { field: 'inferenceConfig.stopSequences' })).toEqual({ stopSequences: [] });
	expect(patch('leaveOut', { field: 'system' })).toEqual({ system: '' });
	expect(patch('leaveOut', { field: 'toolConfig.toolChoice.any' })).toEqual({ toolChoice: null });
	expect(patch('leaveOut', { field: 'top_k' })).toEqual({ topK: null });
	expect(patch('leaveOut', { field: 'toolConfig' })).toEqual({ tools: [], toolChoice: null });
	// They are always sent.
	expect(patch('leaveOut', { field: 'max_tokens' })).toBe(null);
	expect(patch('leaveOut', { field: 'stream' })).toBe(null);
	expect(patch('autoTool')).toEqual({ toolChoice: { type: 'auto' } });
	expect(patch('noThinking')).toEqual({ reasoning: null });
	expect(patch('adaptive')).toEqual({ reasoning: { mode: 'adaptive', display: 'summarized' } });
	expect(patch('invoke')).toEqual({ operation: 'InvokeModel' });
	expect(patch('cacheSettings')).toBe(null);
	expect(patch('leaveOut')).toBe(null);
	expect(patch('noTopP')).toEqual({ topP: null });
	expect(patch('noSystem')).toEqual({ system: '' });
	expect(patch('noStreaming')).toEqual({ operation: 'Converse' });
	expect(patch('converse')).toEqual({ operation: 'ConverseStream' });
	expect(patch('profileId')).toEqual({ modelId: `us.${call.modelId}` });
	expect(patch('practice')).toEqual({ connection: 'practice', region: null });
	expect(patch('inspect')).toBe(null);
	const native = { exchange: { ...call, operation: 'InvokeModelWithResponseStream' as const }, facts: {} };
	expect(patchOf('noStreaming', native)).toEqual({ operation: 'InvokeModel' });
	expect(patchOf('converse', { exchange: { ...call, operation: 'InvokeModel' }, facts: {} })).toEqual({
		operation: 'Converse',
	});
});

test('signs in as the profile says, and not where no sign-in would help', () => {
	expect(commandOf(context)).toBe('aws sso login --profile work');
	expect(commandOf({ ...context, kind: 'login' })).toBe('aws login --profile work');
	for (const kind of ['process', 'static', 'assume-role', 'web-identity', 'environment', 'none', null] as const) {
		expect(commandOf({ ...context, kind }), String(kind)).toBe(null);
		expect(hasButton('signIn', { ...context, kind }), String(kind)).toBe(false);
	}
	const signIn = { profile: 'base', type: 'sso', state: 'expired', expiresAt: null, renewable: false } as const;
	expect(commandOf({ ...context, kind: 'assume-role', signIn })).toBe('aws sso login --profile base');
	expect(hasButton('signIn', { ...context, kind: 'assume-role', signIn })).toBe(true);
	expect(hasButton('signIn', { ...context, last: false })).toBe(false);
	expect(commandOf({ ...context, exchange: { ...call, connection: 'practice' }, kind: 'practice' })).toBe(null);
});

test('quotes a name that a shell would read otherwise', () => {
	const exchange = { ...call, connection: 'profile:my $team' };
	expect(commandOf({ ...context, exchange })).toBe('aws sso login --profile "my \\$team"');
});

test('knows the setting that a field belongs to, by any of its names', () => {
	expect(
		[
			'system.0.cache_control',
			'reasoningConfig/maxReasoningEffort',
			'performanceConfigLatency',
			'messages.0',
			'__proto__',
		]
			.concat('guardrailConfig.guardrailIdentifier', 'textGenerationConfig/maxTokenCount')
			.map(settingOf),
	).toEqual(['cache', 'effort', 'performance', null, null, 'guardrail', 'maxTokens']);
	expect(settingOf(undefined)).toBe(null);
});

test('opens the part of the settings that the error is about', () => {
	expect(sectionOf('fieldSettings', { facts: { field: 'outputConfig.effort' } })).toBe('thinking');
	expect(sectionOf('fieldSettings', { facts: { field: 'inferenceConfig.temperature' } })).toBe('basics');
	expect(sectionOf('fieldSettings', { facts: { field: 'messages/0/role' } })).toBe(null);
	expect(sectionOf('toolSettings', { facts: {} })).toBe('tools');
	expect(sectionOf('noTools', { facts: {} })).toBe(null);
	expect([setsUp('toolSettings'), setsUp('editBody')]).toEqual([true, false]);
	const other = { ...context, facts: { field: 'messages/0/role' } };
	expect(isWorthSaying('fieldSettings', 'open-field', other)).toBe(false);
});

test('a body that a person wrote is changed as a body, not by settings', () => {
	const written = { ...context, exchange: { ...call, id: 'x1', edited: true } };
	const kept = { ...context, exchange: { ...call, id: 'x1', edited: false } };
	for (const [action, id] of [
		['noTools', 'leave-out-tools'],
		['toolSettings', 'open-tools'],
		['leaveOut', 'leave-out-field'],
	] as const) {
		expect(
			[written, kept].map((one) => isWorthSaying(action, id, one)),
			id,
		).toEqual([false, true]);
	}
	expect(isWorthSaying('profileId', 'use-profile-id', written)).toBe(true);
	const steps = (code: CallFailure['code'], one: Parameters<typeof stepsWorthSaying>[1]) =>
		stepsWorthSaying(
			explain({ code, type: '', message: '', systemCode: null }, { ...call, attemptCount: 1 }, 'sso'),
			one,
		).map(({ id }) => id);
	expect(steps('caching-refused', written)).toEqual(['edit-body', 'other-model']);
	expect(steps('caching-refused', kept)).toEqual(['leave-out-cache', 'other-model']);
	expect(steps('extra-key', written)).toEqual(['leave-out-field', 'see-request']);
	expect(steps('extra-key', { ...kept, facts: { field: 'stream' } })).toEqual(['leave-out-field', 'see-request']);
	expect(steps('extra-key', { ...kept, facts: { field: 'top_k' } })).toEqual([
		'leave-out-field',
		'edit-body',
		'see-request',
	]);
	expect(steps('model-access', written)).toEqual(steps('model-access', kept));
	expect([written, context].map((one) => hasButton('editBody', one))).toEqual([true, false]);
	expect(isWorthSaying('editBody', 'edit-body', context)).toBe(false);
});

test('files can be left out where there is a text beside them, of the last question', () => {
	const withFiles = { ...context, textBesideFiles: 'What is it?' };
	expect(hasButton('withoutFiles', withFiles)).toBe(true);
	expect(hasButton('withoutFiles', { ...withFiles, last: false })).toBe(false);
	expect(hasButton('withoutFiles', { ...context, textBesideFiles: null })).toBe(false);
	expect(isWorthSaying('withoutFiles', 'without-files', context)).toBe(false);
});

/** What is to be done first about an error of a kind. */
function first(code: CallFailure['code'], changes: Partial<Parameters<typeof firstAction>[1]> = {}) {
	const made = { ...(changes.exchange ?? call), attemptCount: 1 };
	const explanation = explain({ code, type: '', message: '', systemCode: null }, made, 'sso');
	return firstAction(explanation, { ...context, ...changes });
}

test('what changes a refused call comes first; else asking again does', () => {
	expect(first('on-demand-not-supported')).toBe('profileId');
	expect(first('model-not-found')).toBe('model');
	expect(first('validation')).toBe('parameters');
	expect(first('one-sampling')).toBe('noTopP');
	expect(first('caching-refused')).toBe('noCache');
	expect(first('forced-tool')).toBe('autoTool');
	expect(first('output-schema')).toBe('outputSettings');
	expect(first('extra-key', { exchange: { ...call, operation: 'InvokeModel', id: 'x1' } })).toBe('editBody');
	expect(first('max-tokens-too-high', { facts: { limit: '4096' } })).toBe('lowerMaxTokens');
	expect(first('no-region')).toBe('region');
	expect(first('no-family', { exchange: { ...call, operation: 'InvokeModel' } })).toBe('converse');
	expect(first('model-access')).toBe('console');
	expect(first('iam-not-allowed')).toBe('policy');
	// The first that helps is done elsewhere, and then neither another way nor the same call is the thing to do.
	expect(first('iam-denied')).toBe(null);
	expect(first('scp-denied')).toBe(null);
	expect(first('marketplace-permissions')).toBe(null);
	expect(first('process-failed')).toBe(null);
	expect(first('payment-instrument')).toBe('billing');
	expect(first('endpoint-conflict')).toBe('parameters');
	expect(first('endpoint-unsupported')).toBe('parameters');
	expect(first('sso-expired')).toBe('signIn');
	expect(first('throttled')).toBe('again');
	expect(first('connection-lost')).toBe('again');
	expect(first('clock-skew')).toBe('again');
	expect(first('mfa-declined')).toBe('again');
});

test('the app’s own API key is changed in its own place, another one by another connection', () => {
	expect(actionFor('apiKey', { exchange: { ...call, connection: 'api-key' } })).toBe('apiKey');
	expect(actionFor('apiKey', { exchange: { ...call, connection: 'environment-api-key' } })).toBe('connection');
	expect(actionFor('apiKey', { exchange: null })).toBe('connection');
	expect(actionFor('region', { exchange: call })).toBe('region');
	expect(actionFor(null, { exchange: call })).toBe(null);
});

test('a step that could do nothing is passed over, and what leads nowhere is not said', () => {
	expect(first('on-demand-not-supported', { exchange: { ...call, modelId: 'someone.unknown-v1:0' } })).toBe('model');
	expect(first('max-tokens-too-high')).toBe(null);
	expect(first('sso-expired', { kind: 'process' })).toBe(null);
	const keys = { ...context, kind: 'static' } as const;
	expect(isWorthSaying('signIn', 'sign-in', keys)).toBe(false);
	expect(isWorthSaying('command', 'sign-in-command', keys)).toBe(false);
	expect(isWorthSaying('command', 'renew', keys)).toBe(true);
	expect(isWorthSaying(null, 'renew-instead', keys)).toBe(true);
	expect(isWorthSaying(null, 'renew-instead', context)).toBe(false);
	const unknown = { ...context, exchange: { ...call, modelId: 'someone.unknown-v1:0' } } as const;
	expect([context, unknown].map((one) => isWorthSaying('profileId', 'use-profile-id', one))).toEqual([true, false]);
	expect([context, unknown].map((one) => isWorthSaying('model', 'choose-profile', one))).toEqual([false, true]);
	expect(isWorthSaying('practice', 'practice', context)).toBe(true);
	const practised = { ...context, exchange: { ...call, connection: 'practice' } } as const;
	expect(isWorthSaying('practice', 'practice', practised)).toBe(false);
});

test('opens the console of the region’s partition', () => {
	expect(consoleUrl('models', 'eu-west-1')).toBe(
		'https://console.aws.amazon.com/bedrock/home?region=eu-west-1#/model-catalog',
	);
	expect(consoleUrl('quotas', 'us-gov-west-1')).toBe(
		'https://console.amazonaws-us-gov.com/servicequotas/home/services/bedrock/quotas?region=us-gov-west-1',
	);
	expect(consoleUrl('support', 'cn-north-1')).toBe('https://console.amazonaws.cn/support/home');
});

test('shows of a policy what differs', () => {
	const statement = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: ['arn:one', 'arn:two'] };
	const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
	expect(policyPreview(policy)).toEqual([
		'"Action": "bedrock:InvokeModel",',
		'"Resource": [',
		'  "arn:one",',
		'  "arn:two"',
		']',
	]);
});

test('shows all statements of a policy', () => {
	const statements = ['one', 'two'].map((name) => ({ Effect: 'Allow', Action: `bedrock:${name}`, Resource: ['*'] }));
	const shown = policyPreview(JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2));
	expect(shown.filter((line) => /Action|\*/.test(line))).toEqual([
		'"Action": "bedrock:one",',
		'  "*"',
		'"Action": "bedrock:two",',
		'  "*"',
	]);
});
