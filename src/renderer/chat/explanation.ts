import type { Connection } from '../../shared/model/connection.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { CallFailure, FailureCode } from '../../shared/model/failure.ts';

/** How a connection's credentials come about; null where that is not known (any more). */
export type CredentialKind = Connection['kind'] | null;

/**
 * What a failure is explained as: its code, or something nearer that the window knows. Words: i18n `failure.*`.
 * - `sign-in`: nobody is signed in for the connection, or not any more; no call was made.
 * - `one-sampling`: the model takes temperature or top p, and was given both.
 */
export type Explanation = FailureCode | 'sign-in' | 'one-sampling';

/** What a person signs in to, with a command of the AWS CLI. */
const signedInto: ReadonlySet<CredentialKind> = new Set(['sso', 'login']);

/** What to explain a failure as. `exchange`: the call that failed; null where none began. */
export function explanationOf(
	failure: Pick<CallFailure, 'code' | 'message'>,
	exchange: Pick<ExchangeSummary, 'attemptCount'> | null,
	kind: CredentialKind,
): Explanation {
	const { code, message } = failure;
	const called = exchange !== null && exchange.attemptCount > 0;
	if (!called) {
		// The SDK's words for a session that ended and for one that never began differ little (bedrock-facts.md, 7).
		if (code === 'expired-credentials' && (signedInto.has(kind) || /\bSSO\b|\baws login\b/i.test(message)))
			return 'sign-in';
		if (code === 'no-credentials' && kind === 'login' && /failed to load (a )?token/i.test(message)) return 'sign-in';
	}
	// Claude's own words (bedrock-facts.md, 3.2); AWS puts a sentence before them.
	if (code === 'validation' && /temperature.+top_?p.+cannot both/is.test(message)) return 'one-sampling';
	return code;
}

/**
 * What would be refused again in the same way as long as nothing is changed, here or at AWS: then asking again is not the
 * first thing to do.
 */
const refusals: ReadonlySet<Explanation> = new Set([
	'access-denied',
	'model-access',
	'expired-credentials',
	'sign-in',
	'invalid-credentials',
	'no-credentials',
	'bad-signature',
	'clock-skew',
	'model-not-found',
	'model-retired',
	'on-demand-not-supported',
	'validation',
	'one-sampling',
	'no-region',
	'no-family',
]);

/** Whether the same call would be refused again. */
export function isRefusal(explanation: Explanation): boolean {
	return refusals.has(explanation);
}
