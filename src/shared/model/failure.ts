import { z } from 'zod';

/**
 * What a failed call means, as far as it can be known from the error itself. One code, one explanation in the
 * renderer's words (i18n `failure.*`). `unknown` shows AWS's own words and claims nothing.
 */
export const failureCodes = [
	'access-denied',
	'model-access',
	'throttled',
	'quota',
	'expired-credentials',
	'invalid-credentials',
	'no-credentials',
	'bad-signature',
	'clock-skew',
	'model-not-found',
	'model-retired',
	'on-demand-not-supported',
	'validation',
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
	'no-region',
	'no-family',
	'unreadable-answer',
	'unknown',
] as const;

/** Why an exchange did not end well. Shown where the answer would be; never stored as a message, never sent on. */
export const callFailure = z.object({
	code: z.enum(failureCodes),
	/** AWS's error type (`ThrottlingException`) or the error's own name. */
	type: z.string(),
	/** AWS's or the SDK's own words, unchanged. */
	message: z.string(),
	/** HTTP status of the last attempt, where there was a response. */
	status: z.number().int().nullable(),
	requestId: z.string().nullable(),
	/** Error code of the operating system (`ENOTFOUND`), where there is one. */
	systemCode: z.string().nullable(),
});
export type CallFailure = z.infer<typeof callFailure>;
export type FailureCode = CallFailure['code'];

/** An attempt failed, and the call waits before the next one. */
export const retryWait = z.object({
	/** The attempt that failed, from 1. */
	attempt: z.number().int().positive(),
	maxAttempts: z.number().int().positive(),
	delayMs: z.number().nonnegative(),
	reason: callFailure,
});
export type RetryWait = z.infer<typeof retryWait>;
