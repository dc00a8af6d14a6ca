import type { Explanation } from '../../shared/explanations/explain.ts';
import type { FailureAction, StepId } from '../../shared/explanations/steps.ts';
import type { Connection, ConnectionId } from '../../shared/model/connection.ts';
import { API_KEY, PRACTICE, profileName } from '../../shared/model/connection.ts';
import { cliSignIn } from '../connections/cli-sign-in.ts';
import type { ActionContext } from './action-context.ts';
import { isOtherWay } from './failure-words.ts';
import { changesBody, changesRequest, isSectionAction, patchOf, sectionOf } from './request-changes.ts';

/** Whether a step has a button: not where it could do nothing. */
export function hasButton(action: FailureAction | null, context: ActionContext): boolean {
	const { exchange, facts, last } = context;
	switch (action) {
		case null:
			return false;
		case 'policy':
			return exchange !== null;
		case 'signIn':
			return last && canSignIn(context);
		case 'command':
			return commandOf(context) !== null;
		case 'link':
			return facts.link !== undefined;
		case 'continue':
			return last;
		case 'withoutFiles':
			return last && typeof context.textBesideFiles === 'string';
		case 'editBody':
			return exchange?.id !== undefined;
		default:
			return !changesRequest(action) || (last && patchOf(action, context) !== null);
	}
}

/** Whether a step sets something up for the next call of the same conversation. */
export function setsUp(action: FailureAction | null): boolean {
	if (action === null) return false;
	return (
		action === 'region' ||
		action === 'connection' ||
		action === 'model' ||
		action === 'parameters' ||
		isSectionAction(action)
	);
}

/** Whether a step is worth its words: not one that leads to where the call already went, or that nothing can follow. */
export function isWorthSaying(action: FailureAction | null, id: string, context: ActionContext): boolean {
	if (action === 'practice') return context.exchange?.connection !== PRACTICE;
	if (action === 'signIn') return canSignIn(context);
	if (isPastBody(action, context)) return false;
	if (action === 'withoutFiles') return typeof context.textBesideFiles === 'string';
	if (action === 'editBody') return context.exchange?.id !== undefined;
	if (action === 'fieldSettings') return sectionOf(action, context) !== null;
	if (id === 'renew-instead') return !canSignIn(context);
	if (action === 'profileId') return patchOf(action, context) !== null;
	if (id === 'choose-profile') return patchOf('profileId', context) === null;
	return id !== 'sign-in-command' || commandOf(context) !== null;
}

/** Whether a step changes settings that a body was not made of: a person wrote it. */
function isPastBody(action: FailureAction | null, { exchange }: ActionContext): boolean {
	return action !== null && exchange?.edited === true && (isSectionAction(action) || changesBody(action));
}

function isInBody({ action }: Explanation['steps'][number]): boolean {
	return action === 'editBody';
}

/**
 * The steps that are worth their words. What settings would do for another call is done in the body that a person wrote,
 * and what no setting can leave out is left out there, too.
 */
export function stepsWorthSaying({ steps }: Pick<Explanation, 'steps'>, context: ActionContext): Explanation['steps'] {
	if (context.exchange?.id === undefined) return steps.filter(({ id, action }) => isWorthSaying(action, id, context));
	const placed = steps.map((step): Explanation['steps'][number] =>
		step.action === 'leaveOut' && (context.exchange?.edited === true || patchOf('leaveOut', context) === null)
			? { ...step, action: 'editBody' }
			: step,
	);
	const said = placed.filter(({ id, action }) => isWorthSaying(action, id, context));
	const byBody = placed.some(({ action }) => isPastBody(action, context)) && !said.some(isInBody);
	if (byBody) return [{ id: 'edit-body', action: 'editBody' }, ...said];
	return said.filter((step, index) => !isInBody(step) || said.findIndex(isInBody) === index);
}

/**
 * Which action is the one to take first: where the same call would be refused again, the first that changes something.
 * `again`: asking again. null: none, because what helps first is not done in the app; another way is never put before it.
 */
export function firstAction({ refusal, steps }: Explanation, context: ActionContext): FailureAction | 'again' | null {
	const [top] = steps;
	if (!refusal || (top !== undefined && ASKS_AGAIN.has(top.id))) {
		return steps.some(({ action }) => action === 'continue') ? 'continue' : 'again';
	}
	const other = steps.findIndex(({ id }, index) => index > 0 && isOtherWay(id));
	const straight = other === -1 ? steps : steps.slice(0, other);
	return straight.find(({ action }) => action !== 'inspect' && hasButton(action, context))?.action ?? null;
}

/** Steps that a person takes outside of the app, and then asks again. */
const ASKS_AGAIN: ReadonlySet<StepId> = new Set(['give-code', 'next-code', 'set-clock', 'check-network']);

/** What a step does for the call that failed. Only the app's own API key has a place here where it is given. */
export function actionFor(
	action: FailureAction | null,
	{ exchange }: Pick<ActionContext, 'exchange'>,
): FailureAction | null {
	return action === 'apiKey' && exchange?.connection !== API_KEY ? 'connection' : action;
}

function canSignIn({ exchange, kind, signIn }: ActionContext): boolean {
	return exchange !== null && (signIn !== null || kind === 'sso' || kind === 'login');
}

/** The AWS CLI's command that signs in for a failed call; null where no sign-in renews its credentials. */
export function commandOf({ exchange, kind, signIn }: ActionContext): string | null {
	if (exchange === null) return null;
	return signIn === null ? signInCommand(exchange.connection, kind) : cliSignIn(signIn);
}

/**
 * The AWS CLI's command that a person signs in with; null for credentials that no sign-in renews (keys, a program, a
 * role, the environment).
 */
export function signInCommand(connection: ConnectionId, kind: Connection['kind'] | null): string | null {
	const name = profileName(connection);
	return name === null || (kind !== 'sso' && kind !== 'login') ? null : cliSignIn({ type: kind, profile: name });
}

/** A page of AWS's console, in the console of the region's partition. */
export function consoleUrl(page: 'models' | 'quotas' | 'billing' | 'support', region: string): string {
	const host = region.startsWith('us-gov-')
		? 'console.amazonaws-us-gov.com'
		: region.startsWith('cn-')
			? 'console.amazonaws.cn'
			: 'console.aws.amazon.com';
	const paths = {
		models: `bedrock/home?region=${region}#/model-catalog`,
		quotas: `servicequotas/home/services/bedrock/quotas?region=${region}`,
		billing: 'billing/home',
		support: 'support/home',
	};
	return `https://${host}/${paths[page]}`;
}
