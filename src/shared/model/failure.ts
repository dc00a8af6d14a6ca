import { z } from 'zod';

/**
 * What a failed call means, as far as it can be known from the error itself: shared/explanations knows a code by the
 * error's words, and says what follows from it. Kept with every call, so the list only grows; an older, coarser code is
 * known anew by its words. `unknown` shows AWS's own words and claims nothing.
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
	// Who refuses: the policies (IAM's "access denied" messages name the kind).
	'iam-not-allowed',
	'iam-denied',
	'scp-not-allowed',
	'scp-denied',
	'rcp-denied',
	'boundary-not-allowed',
	'boundary-denied',
	'session-not-allowed',
	'session-denied',
	'endpoint-not-allowed',
	'endpoint-denied',
	'resource-policy-denied',
	'assume-role-denied',
	// What the account lacks.
	'new-account',
	'marketplace-permissions',
	'marketplace-pending',
	'payment-instrument',
	'use-case-form',
	'unsupported-country',
	'model-legacy',
	// Room.
	'throttled-tokens',
	'tokens-per-day',
	'too-many-connections',
	'max-tokens-too-high',
	'context-exceeded',
	'input-too-long',
	'prompt-too-long',
	// What this model does not take.
	'one-sampling',
	'parameter-deprecated',
	'field-not-supported',
	'no-system',
	'no-tools',
	'no-tools-streaming',
	'no-streaming',
	'no-counting',
	'forced-tool',
	'prefill-refused',
	'thinking-temperature',
	'thinking-budget',
	'thinking-style',
	'thinking-forced-tool',
	'effort-max-tokens',
	// The rules of a conversation.
	'trailing-whitespace',
	'starts-with-user',
	'alternate-roles',
	'empty-content',
	'blank-text',
	'last-turn-user',
	'tool-config-missing',
	'tool-result-mixed',
	'reasoning-in-user',
	'tool-name',
	// The body.
	'missing-key',
	'extra-key',
	'bad-value',
	'malformed-input',
	'old-claude-prompt',
	'constraint',
	'guardrail-invalid',
	'guardrail-missing',
	'model-id-form',
	// Credentials.
	'missing-token',
	'signature-incomplete',
	'api-key-invalid',
	'api-key-expired',
	'api-key-missing',
	'sign-in',
	'sso-never',
	'sso-expired',
	'sso-not-renewable',
	'sso-no-access',
	'login-missing',
	'login-expired',
	'profile-missing',
	'profile-empty',
	'profile-incomplete',
	'mfa-needed',
	'mfa-declined',
	'mfa-refused',
	'process-failed',
	'environment-missing',
	'web-identity-failed',
	// The way there.
	'region-not-found',
	'tls-not-trusted',
	'tls-expired',
	'tls-wrong-name',
	'proxy-auth',
	'proxy-refused',
	'proxy-unreachable',
	'proxy-no-tunnel',
	'proxy-unusable',
	'ca-bundle',
	'endpoint-conflict',
	'endpoint-unsupported',
	'region-disabled',
	// Found later.
	'conflict',
	'login-not-allowed',
	'container-failed',
	'container-unusable',
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
