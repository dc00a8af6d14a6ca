import { headerOf } from '../../../shared/header-of.ts';
import type { ConnectionId } from '../../../shared/model/connection.ts';
import type { CallFailure, FailureCode } from '../../../shared/model/failure.ts';
import type { EndpointChoice, RequestSettings } from '../../../shared/model/settings.ts';
import { defaultRequestSettings } from '../../../shared/model/settings.ts';
import type { TestEvent } from '../../../shared/model/setup.ts';
import { TEST_MAX_TOKENS, TEST_PROMPT, testSteps } from '../../../shared/model/setup.ts';
import type { CallBedrock, CallSink } from '../bedrock/call.ts';
import { textMessage } from '../bedrock/call.ts';
import { failureOf, ownFailure } from '../bedrock/failure.ts';
import type { Authentication } from '../credentials/authentication.ts';
import type { ClientAccess } from '../credentials/client-access.ts';
import type { WhoAmI } from '../credentials/who-am-i.ts';
import type { Clock } from '../ports.ts';

/** One real call, step by step. Ends after the first step that fails, and at once when it is aborted. */
export type TestCall = (
	asked: EndpointChoice & {
		readonly connection: ConnectionId;
		readonly region: string | null;
		readonly modelId: string;
	},
	signal: AbortSignal,
) => AsyncGenerator<TestEvent, void>;

/**
 * A test over the same parts as every call of a conversation, so that what passes here passes there, and what fails here
 * is explained by the same words.
 */
export function createTestCall(parts: {
	readonly access: ClientAccess;
	readonly whoAmI: WhoAmI;
	readonly call: CallBedrock;
	readonly clock: Clock;
}): TestCall {
	const { access, whoAmI, call, clock } = parts;

	async function authenticate(settings: RequestSettings, signal: AbortSignal): Promise<Authentication | CallFailure> {
		try {
			return await access.authenticate(await access.target(settings, 'bedrock_runtime'), signal);
		} catch (error) {
			const failure = failureOf(error, 'credentials', null);
			return { ...failure, message: await access.cut(failure.message) };
		}
	}

	return async function* testCall({ connection, region, fips, dualStack, modelId }, signal) {
		const settings: RequestSettings = {
			...defaultRequestSettings,
			connection,
			region,
			fips,
			dualStack,
			modelId,
			operation: 'ConverseStream',
			maxTokens: TEST_MAX_TOKENS,
		};

		yield running('region');
		const target = await orAborted(access.target(settings, 'bedrock_runtime'), signal);
		if (target === ABORTED) return;
		// Of a profile that is in neither file, no region is known either: its credentials say what is wrong.
		if (target.region === null && target.exists) {
			yield* failed('region', ownFailure('no-region', 'Region is missing'));
			return;
		}
		yield { ...blank('region'), state: 'passed', region: target.region };

		yield running('credentials');
		const authentication = await orAborted(authenticate(settings, signal), signal);
		if (authentication === ABORTED) return;
		if ('code' in authentication) {
			yield* failed('credentials', authentication);
			return;
		}
		yield { ...blank('credentials'), state: 'passed' };

		if (authentication.type === 'bearer') {
			yield { ...blank('identity'), state: 'skipped', reason: 'api-key' };
		} else {
			yield running('identity');
			const who = await orAborted(whoAmI({ connection, region, fips, dualStack }, signal), signal);
			if (who === ABORTED) return;
			if (!who.ok && REFUSED.has(who.failure.code)) {
				yield* failed('identity', who.failure);
				return;
			}
			yield who.ok
				? { ...blank('identity'), state: 'passed', identity: who.identity }
				: { ...blank('identity'), state: 'failed', failure: who.failure };
		}

		yield running('call');
		const said = listen();
		const start = clock.monotonic();
		const end = await call({ settings, messages: [textMessage('user', TEST_PROMPT)], body: null }, said.sink, signal);
		if (end.state === 'stopped') return;
		if (end.failure !== null) {
			yield* failed('call', end.failure);
			return;
		}
		const answer = { text: said.text(), totalMs: clock.monotonic() - start, requestId: said.requestId() };
		yield { ...blank('call'), state: 'passed', answer };
	};
}

/**
 * What STS refuses for the credentials' own sake, Bedrock would refuse too. Anything else (STS can't be reached from this
 * network, say) tells nothing about Bedrock, and the call decides.
 */
const REFUSED: ReadonlySet<FailureCode> = new Set([
	'expired-credentials',
	'invalid-credentials',
	'no-credentials',
	'missing-token',
	'bad-signature',
	'clock-skew',
]);

type Step = TestEvent['step'];

function blank(step: Step): Omit<TestEvent, 'state'> {
	return { step, region: null, identity: null, answer: null, failure: null, reason: null };
}

function running(step: Step): TestEvent {
	return { ...blank(step), state: 'running' };
}

/** A step that failed, and the ones after it, which are not tried any more. */
function* failed(step: Step, failure: CallFailure): Generator<TestEvent, void> {
	yield { ...blank(step), state: 'failed', failure };
	for (const later of testSteps.slice(testSteps.indexOf(step) + 1)) {
		yield { ...blank(later), state: 'skipped', reason: 'earlier-step' };
	}
}

const ABORTED = Symbol('aborted');

/** A program or a login server can't always be broken off by itself; whoever waits for it can go. */
async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | typeof ABORTED> {
	if (signal.aborted) return ABORTED;
	const { promise, resolve } = Promise.withResolvers<typeof ABORTED>();
	const onAbort = () => resolve(ABORTED);
	signal.addEventListener('abort', onAbort, { once: true });
	try {
		return await Promise.race([work, promise]);
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
}

/** Keeps the words of an answer and the id of its request. */
function listen(): { readonly sink: CallSink; text(): string; requestId(): string | null } {
	let text = '';
	let requestId: string | null = null;
	return {
		text: () => text,
		requestId: () => requestId,
		sink: {
			credentials() {},
			resolved() {},
			attemptStarted() {},
			sending() {},
			responseStarted(_, { headers }) {
				requestId = headerOf(headers, 'x-amzn-requestid');
			},
			responseBytes() {},
			attemptEnded() {},
			retrying() {},
			text(more) {
				text += more;
			},
			part() {},
			usage() {},
			stopReason() {},
			trace() {},
		},
	};
}
