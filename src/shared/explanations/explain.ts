import { profilePrefix } from '../catalogue.ts';
import type { Connection } from '../model/connection.ts';
import type { ExchangeSummary } from '../model/exchange.ts';
import type { CallFailure, FailureCode } from '../model/failure.ts';
import { isStreaming } from '../model/operation.ts';
import type { CauseId, ExplanationId } from './advice.ts';
import { advice } from './advice.ts';
import { certain } from './give-advice.ts';
import { recognise } from './recognise.ts';
import type { Facts } from './rule.ts';
import type { FailureAction, StepId } from './steps.ts';
import { stepActions } from './steps.ts';

/** What of a call's own facts an explanation may use. */
export type ExplainedCall = Pick<ExchangeSummary, 'modelId' | 'region' | 'operation' | 'attemptCount'>;

/** How a connection's credentials come about; null where that is not known (any more). */
export type CredentialKind = Connection['kind'] | null;

/** A failure explained: what it is, why, and what to do now. Words: i18n `failure.*`, filled with the facts. */
export interface Explanation {
	readonly id: ExplanationId;
	/** The likeliest first. What is not certain is to be called likely. */
	readonly causes: readonly { readonly id: CauseId; readonly certain: boolean }[];
	readonly steps: readonly { readonly id: StepId; readonly action: FailureAction | null }[];
	readonly facts: Facts;
	/** The same call would be refused again as long as nothing is changed. */
	readonly refusal: boolean;
}

/**
 * Explains a failure from its own words and the facts of its call, and from nothing else. `call`: null where none began.
 */
export function explain(
	failure: Pick<CallFailure, 'code' | 'type' | 'message' | 'systemCode'>,
	call: ExplainedCall | null,
	kind: CredentialKind,
): Explanation {
	const known = recognise(failure);
	const code = COARSE.has(failure.code) && known !== null ? known.code : failure.code;
	const facts: Facts = { ...factsOf(call), ...(known?.code === code && known.facts) };
	const id = inItsCall(code, facts, call, kind);
	const { causes, steps, refusal } = advice[id];
	return {
		id,
		// Where AWS itself says that nothing allows it, that is no guess.
		causes:
			id === 'routed-region-denied' && code === 'iam-not-allowed'
				? [certain('routed-region'), certain('iam-not-allowed')]
				: causes,
		steps: steps.map((step) => ({ id: step, action: stepActions[step] })),
		facts,
		refusal,
	};
}

/** Codes that are (or were once) kept for errors that have nearer ones by now. */
const COARSE: ReadonlySet<FailureCode> = new Set([
	'access-denied',
	'model-access',
	'model-retired',
	'throttled',
	'quota',
	'validation',
	'unavailable',
	'expired-credentials',
	'invalid-credentials',
	'no-credentials',
	'bad-signature',
	'no-network',
	'unknown',
]);

function factsOf(call: ExplainedCall | null): Facts {
	if (call === null) return {};
	const action = isStreaming(call.operation) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
	return { model: call.modelId, action, ...(call.region !== '' && { region: call.region }) };
}

/** What is only known by joining an error with its call. */
function inItsCall(code: FailureCode, facts: Facts, call: ExplainedCall | null, kind: CredentialKind): ExplanationId {
	const called = call !== null && call.attemptCount > 0;
	if (!called && code === 'expired-credentials' && (kind === 'sso' || kind === 'login')) return 'sign-in';
	if (call === null || !(code === 'access-denied' || code === 'iam-not-allowed')) return code;
	const elsewhere = facts.resourceRegion !== undefined && facts.resourceRegion !== call.region;
	const isModel = facts.resource?.includes('::foundation-model/') ?? false;
	return elsewhere && isModel && profilePrefix(call.modelId) !== null ? 'routed-region-denied' : code;
}
