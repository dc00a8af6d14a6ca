import type { BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime';

type Retry = typeof import('@smithy/core/retry');
type Strategy = Exclude<NonNullable<BedrockRuntimeClientConfig['retryStrategy']>, { retry: unknown }>;

/** A wait before another attempt is about to begin: for so many milliseconds, because of this error. */
export type RetryListener = (delayMs: number, error: unknown) => void;

/**
 * The longest that the SDK lets a server's `retry-after` lengthen its own delay; milliseconds
 * (`StandardRetryStrategy.refreshRetryTokenForRetry` of @smithy/core).
 */
const RETRY_AFTER_ALLOWANCE = 5000;

/**
 * The SDK's standard strategy, which tells of each wait as it begins. It sleeps inside and tells the delay afterwards
 * only, so the delay is taken where it asks for it: it asks when it has decided to wait, and never otherwise.
 * `delayBase` replaces its bases; milliseconds.
 */
export function createRetryStrategy(
	{ StandardRetryStrategy, MAXIMUM_RETRY_DELAY }: Retry,
	{ attempts, delayBase }: { readonly attempts: number; readonly delayBase: number | undefined },
	tell: RetryListener,
): Strategy {
	let base = delayBase ?? 0;
	let failed: { readonly error?: unknown; readonly retryAfterHint?: Date } = {};
	const strategy = new StandardRetryStrategy({
		maxAttempts: attempts,
		backoff: {
			setDelayBase(given) {
				base = delayBase ?? given;
			},
			computeNextBackoffDelay(retry) {
				// As the SDK's own backoff, which it does not export.
				const delay = Math.floor(Math.random() * Math.min(base * 2 ** retry, MAXIMUM_RETRY_DELAY));
				const hint = failed.retryAfterHint === undefined ? 0 : failed.retryAfterHint.getTime() - Date.now();
				tell(Math.max(delay, Math.min(hint, delay + RETRY_AFTER_ALLOWANCE)), failed.error);
				return delay;
			},
		},
	});
	const telling: Strategy = {
		acquireInitialRetryToken: (scope) => strategy.acquireInitialRetryToken(scope),
		refreshRetryTokenForRetry(token, info) {
			failed = info;
			return strategy.refreshRetryTokenForRetry(
				token as Parameters<typeof strategy.refreshRetryTokenForRetry>[0],
				info,
			);
		},
		recordSuccess: (token) => strategy.recordSuccess(token as Parameters<typeof strategy.recordSuccess>[0]),
	};
	// The user agent's note of the retry mode is made from it.
	return Object.assign(telling, { mode: strategy.mode });
}
