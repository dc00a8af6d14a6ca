import { profilePrefix } from '../catalogue.ts';
import type { Connection } from '../model/connection.ts';
import type { ExchangeSummary } from '../model/exchange.ts';
import type { CallFailure, FailureCode } from '../model/failure.ts';
import { isStreaming } from '../model/operation.ts';
import type { CauseId, ExplanationId } from './advice.ts';
import { advice } from './advice.ts';
import { certain, likely } from './give-advice.ts';
import { homeOf } from './key-homes.ts';
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
 * Explains a failure from its own words and the facts of its call, and from nothing else.
 *
 * @param call null where none began.
 * @param hasText text of the answer has arrived before, so that a further call can go on from it.
 */
export function explain(
	failure: Pick<CallFailure, 'code' | 'type' | 'message' | 'systemCode'>,
	call: ExplainedCall | null,
	kind: CredentialKind,
	hasText = false,
): Explanation {
	const known = recognise(failure);
	const code = COARSE.has(failure.code) && known !== null ? known.code : failure.code;
	const own: Facts = { ...factsOf(call), ...(known?.code === code && known.facts) };
	const home = code === 'extra-key' ? homeOf(own.field, call?.modelId ?? null) : null;
	const facts: Facts = { ...own, ...home?.facts };
	const id = isWebPage(failure) ? 'web-page' : inItsCall(code, facts, call, kind);
	const { steps, refusal } = advice[id];
	return {
		id,
		causes: causesOf(id, code, call, known === null).filter((cause) => fitsHome(cause.id, home?.cause ?? null)),
		steps: steps
			.filter((step) => applies(step, id, facts, call))
			.map((step) => (hasText && step === 'try-again' ? 'continue-here' : step))
			.map((step) => ({ id: step, action: stepActions[step] })),
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
	'unreadable-answer',
	'unknown',
]);

function factsOf(call: ExplainedCall | null): Facts {
	if (call === null) return {};
	const action = isStreaming(call.operation) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
	return { model: call.modelId, action, ...(call.region !== '' && { region: call.region }) };
}

/** An answer that is none of Bedrock's, by the app's own words for it (core/bedrock/failure.ts). */
function isWebPage({ type, message }: Pick<CallFailure, 'type' | 'message'>): boolean {
	return type === 'UnreadableAnswer' && /\(text\/html\b[^)]*\)$/i.test(message) && !/^HTTP 407\b/.test(message);
}

/** Codes that a bare status stands for, whoever sent it. */
const BY_STATUS: ReadonlySet<FailureCode> = new Set(['throttled', 'model-timeout', 'model-error']);

function causesOf(
	id: ExplanationId,
	code: FailureCode,
	call: ExplainedCall | null,
	wordless: boolean,
): Explanation['causes'] {
	// Where AWS itself says that nothing allows it, that is no guess.
	if (id === 'routed-region-denied' && code === 'iam-not-allowed') {
		return [certain('routed-region'), certain('iam-not-allowed')];
	}
	const { causes } = advice[id];
	if (wordless && BY_STATUS.has(code)) return causes.map(({ id: cause }) => likely(cause));
	// Converse has one body for all models.
	return causes.filter((cause) => cause.id !== 'other-family' || !isConverse(call));
}

/** Of what may be said of a key's place, what holds. Who knows where it belongs needs no guess. */
function fitsHome(cause: CauseId, home: CauseId | null): boolean {
	if (cause === 'other-family') return home === null;
	return !HOME_CAUSES.has(cause) || cause === home;
}

const HOME_CAUSES: ReadonlySet<CauseId> = new Set([
	'key-elsewhere',
	'key-inside',
	'key-of-operation',
	'key-of-address',
]);

/** Whether a step helps against this very failure. */
function applies(step: StepId, id: ExplanationId, facts: Facts, call: ExplainedCall | null): boolean {
	switch (step) {
		case 'use-converse':
			return !isConverse(call);
		case 'use-invoke':
			return isConverse(call);
		case 'give-policy':
			return facts.permissionSet === undefined;
		case 'give-policy-set':
			return facts.permissionSet !== undefined;
		case 'allowed-route':
			return isRoutedAway(facts, call);
		case 'other-region':
			// A profile routes there from other regions, too.
			return !((id === 'scp-denied' || id === 'scp-not-allowed') && isRoutedAway(facts, call));
		default:
			return true;
	}
}

function isConverse(call: ExplainedCall | null): boolean {
	return call?.operation === 'Converse' || call?.operation === 'ConverseStream';
}

/** Whether the model was refused elsewhere than where the call went: an inference profile routed it there. */
function isRoutedAway({ resource, resourceRegion }: Facts, call: ExplainedCall | null): boolean {
	const isModel = resource?.includes('::foundation-model/') ?? false;
	return call !== null && isModel && resourceRegion !== call.region && profilePrefix(call.modelId) !== null;
}

/** What is only known by joining an error with its call. */
function inItsCall(code: FailureCode, facts: Facts, call: ExplainedCall | null, kind: CredentialKind): ExplanationId {
	const called = call !== null && call.attemptCount > 0;
	if (!called && code === 'expired-credentials' && (kind === 'sso' || kind === 'login')) return 'sign-in';
	// Bedrock was not asked: who refused is who gives the role.
	if (!called && code === 'access-denied' && kind === 'assume-role') return 'assume-role-denied';
	if (call === null || !(code === 'access-denied' || code === 'iam-not-allowed')) return code;
	return facts.resourceRegion !== undefined && isRoutedAway(facts, call) ? 'routed-region-denied' : code;
}
