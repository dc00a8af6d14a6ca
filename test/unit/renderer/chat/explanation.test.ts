import { expect, test } from 'vitest';
import { explanationOf, isRefusal } from '../../../../src/renderer/chat/explanation.ts';
import { failureCodes } from '../../../../src/shared/model/failure.ts';

const none = { attemptCount: 0 };
const one = { attemptCount: 1 };
const neverSignedIn =
	"The SSO session token associated with profile=work was not found or is invalid. To refresh this SSO session run 'aws sso login' with the corresponding profile.";

test('a sign-in that is missing is not called expired, whichever profile led to it', () => {
	const failure = { code: 'expired-credentials', message: neverSignedIn } as const;
	expect(explanationOf(failure, none, 'sso')).toBe('sign-in');
	expect(explanationOf(failure, none, 'assume-role')).toBe('sign-in');
	expect(explanationOf(failure, null, null)).toBe('sign-in');
	const login = { code: 'expired-credentials', message: 'Your session has expired. Please reauthenticate.' } as const;
	expect(explanationOf(login, none, 'login')).toBe('sign-in');
	const noToken = {
		code: 'no-credentials',
		message: 'Failed to load token from /home/a/.aws/login/cache/0.json',
	} as const;
	expect(explanationOf(noToken, none, 'login')).toBe('sign-in');
});

test('what AWS itself calls expired, or a program gave, stays expired', () => {
	const failure = {
		code: 'expired-credentials',
		message: 'The security token included in the request is expired',
	} as const;
	expect(explanationOf(failure, one, 'sso')).toBe('expired-credentials');
	const process = { code: 'expired-credentials', message: 'credential_process returned expired credentials.' } as const;
	expect(explanationOf(process, none, 'process')).toBe('expired-credentials');
});

test('temperature with top p is told from other refusals of a request', () => {
	const words = '`temperature` and `top_p` cannot both be specified for this model. Please use only one.';
	const failure = { code: 'validation', message: `The model returned the following errors: ${words}` } as const;
	expect(explanationOf(failure, one, 'practice')).toBe('one-sampling');
	expect(explanationOf({ code: 'validation', message: words }, one, 'sso')).toBe('one-sampling');
	const deprecated = { code: 'validation', message: '`temperature` is deprecated for this model.' } as const;
	expect(explanationOf(deprecated, one, 'practice')).toBe('validation');
});

test('asking again helps against what comes and goes, not against a refusal', () => {
	expect(failureCodes.filter((code) => !isRefusal(code))).toEqual([
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
	]);
	expect(isRefusal('one-sampling')).toBe(true);
	expect(isRefusal('sign-in')).toBe(true);
});
