import { baseModelId, callableId, findModel, profilePrefix } from '../../shared/catalogue.ts';
import type { ConnectionId } from '../../shared/model/connection.ts';
import { profileName } from '../../shared/model/connection.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { isStreaming } from '../../shared/model/operation.ts';
import type { CredentialKind, Explanation } from './explanation.ts';
import { isRefusal } from './explanation.ts';

/** What a step of an explained failure can do at a press. Words: i18n `failure.action.*`. */
export type FailureAction =
	| 'inspect'
	| 'connection'
	| 'region'
	| 'model'
	| 'practice'
	| 'parameters'
	| 'noTopP'
	| 'profileId'
	| 'converse'
	| 'policy'
	| 'signIn'
	| 'console'
	| 'quotas'
	| 'settings';

/** For each line of i18n `failure.CODE.steps`: its button, or null. A unit test holds both to the same length. */
export const failureSteps: Readonly<Record<Explanation, readonly (FailureAction | null)[]>> = {
	'access-denied': ['policy', 'connection', 'practice'],
	'model-access': ['console', 'model', 'practice'],
	throttled: [null, 'parameters', 'model'],
	quota: ['quotas', 'model', 'connection'],
	'expired-credentials': ['signIn', null, 'connection'],
	'sign-in': ['signIn', null, 'connection'],
	'invalid-credentials': [null, 'connection', 'practice'],
	'no-credentials': ['signIn', 'connection', 'practice'],
	'bad-signature': [null, null, 'connection'],
	'clock-skew': [null],
	'model-not-found': ['model', 'region'],
	'model-retired': ['model', 'practice'],
	'on-demand-not-supported': ['profileId', 'model'],
	validation: ['inspect', 'parameters', 'model'],
	'one-sampling': ['noTopP', 'parameters', 'model'],
	'model-timeout': [null, 'parameters'],
	'model-error': [null, 'model'],
	unavailable: [null, 'region', 'model'],
	'no-network': [null, 'region', 'parameters', 'practice'],
	'connection-lost': [null, 'inspect'],
	'bad-stream': ['inspect', null],
	'incomplete-stream': [null, 'inspect'],
	'timeout-connect': [null, 'region', 'parameters', 'settings', 'practice'],
	'timeout-first-byte': ['settings', null, 'parameters'],
	'timeout-idle': [null, 'settings', 'inspect'],
	'timeout-total': ['settings', null, 'parameters'],
	'no-region': ['region'],
	'no-family': ['converse', 'model'],
	'unreadable-answer': ['inspect', 'converse'],
	unknown: ['inspect', null],
};

/** The id of an inference profile for the model that was called, from the region of the call; null where none is known. */
export function profileIdFor(exchange: Pick<ExchangeSummary, 'modelId' | 'region'>): string | null {
	const model = findModel(exchange.modelId);
	if (model === null) return null;
	const id = callableId(model, exchange.region === '' ? null : exchange.region);
	return id === exchange.modelId || profilePrefix(id) === null ? null : id;
}

/** The IAM action that an operation needs (AWS API reference: Converse needs InvokeModel's). */
function iamAction(operation: Operation): string {
	return isStreaming(operation) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
}

/**
 * The least policy that allows a call. A call through an inference profile needs the profile and the model in every
 * region that it routes to (AWS: prerequisites for inference profiles).
 */
export function policyFor(exchange: Pick<ExchangeSummary, 'modelId' | 'region' | 'operation'>): string {
	const { modelId, region, operation } = exchange;
	const partition = region.startsWith('us-gov-') ? 'aws-us-gov' : region.startsWith('cn-') ? 'aws-cn' : 'aws';
	const resources = modelId.startsWith('arn:')
		? [modelId]
		: profilePrefix(modelId) === null
			? [`arn:${partition}:bedrock:${region}::foundation-model/${modelId}`]
			: [
					`arn:${partition}:bedrock:${region}:*:inference-profile/${modelId}`,
					`arn:${partition}:bedrock:*::foundation-model/${baseModelId(modelId)}`,
				];
	const statement = { Effect: 'Allow', Action: iamAction(operation), Resource: resources };
	return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

/** What a failed call tells about which of its steps can be taken. */
export interface StepContext {
	readonly exchange: Pick<ExchangeSummary, 'modelId' | 'region' | 'connection'> | null;
	readonly kind: CredentialKind;
	/** Only the last turn can be changed and asked for again. */
	readonly last: boolean;
}

/** Whether a step has a button: not where it could do nothing. */
export function hasButton(action: FailureAction | null, { exchange, kind, last }: StepContext): boolean {
	switch (action) {
		case null:
			return false;
		case 'policy':
			return exchange !== null;
		case 'signIn':
			return exchange !== null && signInCommand(exchange.connection, kind) !== null;
		case 'profileId':
			return last && exchange !== null && profileIdFor(exchange) !== null;
		case 'converse':
		case 'noTopP':
		case 'practice':
			return last;
		default:
			return true;
	}
}

/**
 * Which action is the one to take first: where the same call would be refused again, the first that changes something.
 * null: asking again.
 */
export function firstAction(
	explanation: Explanation,
	actions: readonly (FailureAction | null)[],
	context: StepContext,
): FailureAction | null {
	if (!isRefusal(explanation)) return null;
	return actions.find((action) => action !== 'inspect' && hasButton(action, context)) ?? null;
}

/**
 * The AWS CLI's command that a person signs in with; null for credentials that no sign-in renews (keys, a program, a
 * role, the environment).
 */
export function signInCommand(connection: ConnectionId, kind: CredentialKind): string | null {
	const name = profileName(connection);
	if (name === null || (kind !== 'sso' && kind !== 'login')) return null;
	const quoted = /^[\w.@-]+$/.test(name) ? name : `"${name.replace(/["\\$`]/g, '\\$&')}"`;
	return `aws ${kind === 'sso' ? 'sso login' : 'login'} --profile ${quoted}`;
}

/** Kinds of credentials that have words of their own for how they are renewed (i18n `failure.renew.*`), or null. */
export function renewable(kind: CredentialKind) {
	return kind === null || kind === 'practice' || kind === 'none' ? null : kind;
}
