import { expect, test } from 'vitest';
import { advice } from '../../../../src/shared/explanations/advice.ts';
import { explain } from '../../../../src/shared/explanations/explain.ts';
import { stepActions } from '../../../../src/shared/explanations/steps.ts';
import type { CallFailure } from '../../../../src/shared/model/failure.ts';
import { failureCodes } from '../../../../src/shared/model/failure.ts';
import { accessErrors } from '../../../helpers/explained-errors/access-errors.ts';
import { contentErrors } from '../../../helpers/explained-errors/content-errors.ts';
import { credentialErrors } from '../../../helpers/explained-errors/credential-errors.ts';
import { explainedCall, factsOfCall, saidOf } from '../../../helpers/explained-errors/explained-error.ts';
import { optionErrors } from '../../../helpers/explained-errors/option-errors.ts';
import { requestErrors } from '../../../helpers/explained-errors/request-errors.ts';
import { sdkErrors } from '../../../helpers/explained-errors/sdk-errors.ts';
import { serviceErrors } from '../../../helpers/explained-errors/service-errors.ts';

type Failure = Parameters<typeof explain>[0];

function failed(
	type: string,
	message: string,
	code: CallFailure['code'] = 'unknown',
	systemCode: string | null = null,
): Failure {
	return { code, type, message, systemCode };
}

/** Id, causes and steps as the tables write them, and the facts. */
function told(failure: Failure, call: typeof explainedCall | null = explainedCall) {
	const { id, causes, steps, facts } = explain(failure, call, null);
	return {
		id,
		causes: causes.map((cause) => `${cause.certain ? '' : '?'}${cause.id}`).join(' '),
		steps: steps.map((step) => step.id).join(' '),
		facts,
	};
}

const errors = [
	...accessErrors,
	...requestErrors,
	...contentErrors,
	...optionErrors,
	...serviceErrors,
	...credentialErrors,
	...sdkErrors,
].map(([name, type, message, id, causes, steps, facts = {}]) => ({ name, type, message, id, causes, steps, facts }));

test.each(errors)('$name', ({ type, message, id, causes, steps, facts }) => {
	for (const operation of ['ConverseStream', 'InvokeModelWithResponseStream'] as const) {
		expect(told(failed(type, message), { ...explainedCall, operation })).toEqual({
			id,
			causes: saidOf(causes, operation),
			steps: saidOf(steps, operation),
			facts: { ...factsOfCall, ...facts },
		});
	}
});

test.each(errors)('$name, with other quotes and spaces, and as a model’s own words', ({ type, message, id }) => {
	const curly = message.replaceAll("'", '’').replaceAll(' ', '  ');
	expect(told(failed(type, curly)).id).toBe(id);
	expect(told(failed(type, message.replaceAll('’', "'"))).id).toBe(id);
	if (type === 'ValidationException' && !message.startsWith('The model returned')) {
		expect(told(failed(type, `The model returned the following errors: ${message}`)).id).toBe(id);
	}
});

/** Much alike, and something else. */
test.each([
	['ThrottlingException', 'Too much, please wait before trying again.', 'throttled'],
	['ValidationException', 'The maximum number of stop sequences exceeds the model limit of 4.', 'validation'],
	['ValidationException', 'Operation not allowed: not in this state', 'new-account'],
	['ValidationException', 'This operation is not allowed for the model.', 'validation'],
	['ValidationException', 'temperature must be below 1 for this model.', 'validation'],
	['ValidationException', 'A conversation must have a user message.', 'validation'],
	['ValidationException', 'The guardrail is not ready.', 'validation'],
	['AccessDeniedException', 'You shall not pass.', 'access-denied'],
	['ResourceNotFoundException', 'Nothing is there.', 'unknown'],
	[
		'AccessDeniedException',
		'Your account is not authorized to invoke this API operation with a prompt resource.',
		'access-denied',
	],
	[
		'ValidationException',
		'User: arn:aws:iam::123456789012:user/me is not authorized to perform: bedrock:InvokeModel',
		'validation',
	],
	['ValidationException', 'The text says: 1 malformed input request', 'validation'],
	['Error', 'The text mentions prompt is too long: 5 tokens > 4 maximum', 'unknown'],
	['CredentialsProviderError', 'Profile mfa is broken.', 'no-credentials'],
	['CredentialsProviderError', 'The token is odd.', 'no-credentials'],
	['ValidationException', 'The text says: Region is missing', 'validation'],
	['Error', 'The server responded with status: 404', 'unknown'],
	[
		'AccessDenied',
		'User: arn:aws:iam::123456789012:user/me is not authorized to perform: sts:GetCallerIdentity',
		'access-denied',
	],
	['Error', 'getaddrinfo ENOTFOUND sts.us-east-1.amazonaws.com', 'unknown'],
] as const)('a neighbour: %s: %s', (type, message, id) => {
	expect(told(failed(type, message)).id).toBe(id);
});

test.each([
	['SELF_SIGNED_CERT_IN_CHAIN', 'tls-not-trusted'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-not-trusted'],
	['UNABLE_TO_GET_ISSUER_CERT', 'tls-not-trusted'],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls-not-trusted'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-not-trusted'],
	['CERT_HAS_EXPIRED', 'tls-expired'],
	['CERT_NOT_YET_VALID', 'tls-expired'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-wrong-name'],
	['ERR_SOMETHING_ELSE', 'unknown'],
] as const)('the code %s', (code, id) => {
	expect(told(failed('Error', 'words', 'unknown', code)).id).toBe(id);
});

/** The words of core/network: its own tests hold them. */
test.each([
	[
		'ProxyError',
		'The proxy http://proxy:3128 refused the connection to a.b:443: 407 Proxy Authentication Required',
		'proxy-auth',
	],
	['UnreadableAnswer', 'HTTP 407 Proxy Authentication Required (text/html)', 'proxy-auth'],
	['ProxyError', 'The proxy http://proxy:3128 refused the connection to a.b:443: 403 Forbidden', 'proxy-refused'],
	['ProxyError', "The proxy http://proxy:3128 can't be reached: connect ECONNREFUSED 127.0.0.1:1", 'proxy-unreachable'],
	['ProxyError', 'The proxy http://proxy:3128 broke off before a connection to a.b:443 was open.', 'proxy-no-tunnel'],
	[
		'ProxyError',
		'No connection to a.b:443 through the proxy http://proxy:3128 was open within 5 ms.',
		'proxy-no-tunnel',
	],
	['ProxyError', 'The settings name no proxy.', 'proxy-unusable'],
	['ProxyError', 'The proxy of HTTPS_PROXY is a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies.', 'proxy-unusable'],
	['CaBundleError', "The CA bundle /etc/ca.pem can't be read: ENOENT", 'ca-bundle'],
] as const)('%s: %s', (type, message, id) => {
	expect(told(failed(type, message)).id).toBe(id);
});

test('a region that there is no endpoint for, with its host', () => {
	const message = 'getaddrinfo ENOTFOUND bedrock-runtime.us-moon-1.amazonaws.com';
	expect(told(failed('Error', message, 'no-network', 'ENOTFOUND'))).toEqual({
		id: 'region-not-found',
		causes: 'host-unknown ?no-such-region ?no-network',
		steps: 'choose-region check-network practice-offline',
		facts: { ...factsOfCall, host: 'bedrock-runtime.us-moon-1.amazonaws.com', region: 'us-moon-1' },
	});
});

test('what was kept under an older, coarser code is known anew; a nearer code stays', () => {
	const expired = 'The security token included in the request is expired';
	expect(told(failed('ValidationException', 'Operation not allowed', 'access-denied')).id).toBe('new-account');
	expect(told(failed('ThrottlingException', 'Too many tokens per day, please wait.', 'quota')).id).toBe(
		'tokens-per-day',
	);
	expect(told(failed('ExpiredTokenException', expired, 'clock-skew')).id).toBe('clock-skew');
	expect(told(failed('NoRegion', 'Region is missing', 'no-region')).id).toBe('no-region');
});

test('a web page is no answer of Bedrock’s, with whatever status', () => {
	const page = (message: string, code: CallFailure['code']) => told(failed('UnreadableAnswer', message, code));
	const about = 'web-page ?answered-on-the-way ?wrong-address';
	expect(page('HTTP 502 Bad Gateway (text/html)', 'unavailable')).toMatchObject({ id: 'web-page', causes: about });
	expect(page('HTTP 200 OK: Sign in (text/html; charset=utf-8)', 'unreadable-answer').id).toBe('web-page');
	expect(page('HTTP 503 Service Unavailable (text/plain)', 'unavailable').id).toBe('unavailable');
	expect(page('HTTP 200 OK (application/json)', 'unreadable-answer').id).toBe('unreadable-answer');
});

test('what only a status says is called likely', () => {
	expect(told(failed('SlowDown', 'Slow down.', 'throttled')).causes).toBe('?throttled ?small-quota');
	expect(told(failed('Error', 'HTTP 408', 'model-timeout')).causes).toBe('?model-timeout');
});

test('a denial is told from one in a region that the profile routed to, by the ARN alone', () => {
	const [, type, message] = accessErrors.find(([name]) => name === 'a region that the profile routes to') ?? [
		'',
		'',
		'',
	];
	const call = { ...explainedCall, region: 'us-west-2' };
	expect(told(failed(type, message), call).id).toBe('iam-not-allowed');
	const bare = { ...explainedCall, modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' };
	expect(told(failed(type, message), bare).id).toBe('iam-not-allowed');
	expect(told(failed(type, message), null).id).toBe('iam-not-allowed');
});

test('no policy is offered against what no policy can lift', () => {
	for (const [id, { steps }] of Object.entries(advice)) {
		if (!/^(scp|rcp)-|-denied$/.test(id) || /^(access|routed-region)-denied$/.test(id)) continue;
		expect(
			steps.map((step) => stepActions[step]),
			id,
		).not.toContain('policy');
	}
});

test('what has expired before a call, where a person signs in, is a sign-in', () => {
	const failure = failed('CredentialsProviderError', 'Something expired.', 'expired-credentials');
	const uncalled = { ...explainedCall, attemptCount: 0 };
	expect(explain(failure, uncalled, 'sso').id).toBe('sign-in');
	expect(explain(failure, null, 'login').id).toBe('sign-in');
	expect(explain(failure, uncalled, 'process').id).toBe('expired-credentials');
	expect(explain(failure, explainedCall, 'sso').id).toBe('expired-credentials');
});

test('what is denied before a call, to a role, is the role', () => {
	const failure = failed('AccessDenied', 'Not you.', 'access-denied');
	expect(explain(failure, { ...explainedCall, attemptCount: 0 }, 'assume-role').id).toBe('assume-role-denied');
	expect(explain(failure, explainedCall, 'assume-role').id).toBe('access-denied');
	expect(explain(failure, { ...explainedCall, attemptCount: 0 }, 'static').id).toBe('access-denied');
});

test.each([
	['stream', 'extra-key key-of-operation', undefined],
	['model', 'extra-key key-of-address', undefined],
	['textGenerationConfig', 'extra-key key-elsewhere', 'Titan Text'],
	['temperature', 'extra-key key-inside', 'inferenceConfig'],
	['constructor', 'extra-key ?other-family', undefined],
	['something', 'extra-key ?other-family', undefined],
] as const)('where a key belongs that Nova’s body does not have: %s', (field, causes, home) => {
	const message = `Malformed input request: #: extraneous key [${field}] is not permitted, please reformat your input and try again.`;
	const call = { ...explainedCall, modelId: 'us.amazon.nova-micro-v1:0', operation: 'InvokeModel' } as const;
	const { causes: said, facts } = told(failed('ValidationException', message), call);
	expect([said, facts.home]).toEqual([causes, home]);
});

test('every code has an explanation, and every step is advised somewhere', () => {
	expect(Object.keys(advice).sort()).toEqual([...failureCodes, 'routed-region-denied', 'web-page'].sort());
	// The one that takes the place of `try-again` where there is text.
	const used = new Set(['continue-here', ...Object.values(advice).flatMap(({ steps }) => steps)]);
	expect(Object.keys(stepActions).filter((step) => ![...used].some((one) => one === step))).toEqual([]);
});

test('asking again helps against what comes and goes, not against a refusal', () => {
	expect(failureCodes.filter((code) => !advice[code].refusal)).toEqual([
		'throttled',
		'quota',
		'model-timeout',
		'model-error',
		'unavailable',
		'no-network',
		'connection-lost',
		'bad-stream',
		'incomplete-stream',
		'timeout-connect',
		'timeout-first-byte',
		'timeout-idle',
		'timeout-total',
		'unreadable-answer',
		'unknown',
		'marketplace-pending',
		'throttled-tokens',
		'tokens-per-day',
		'too-many-connections',
		'proxy-unreachable',
		'proxy-no-tunnel',
		'conflict',
	]);
});
