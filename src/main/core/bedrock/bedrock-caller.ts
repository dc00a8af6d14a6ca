import type { CallFailure } from '../../../shared/model/failure.ts';
import { isStreaming } from '../../../shared/model/operation.ts';
import type { ClientAccess } from '../credentials/client-access.ts';
import type { Clock, Log } from '../ports.ts';
import type { AnswerLog } from './answer-log.ts';
import { createAnswerLog } from './answer-log.ts';
import type { Call, CallBedrock, CallEnd, CallSink } from './call.ts';
import type { CallLimits } from './call-limits.ts';
import type { SdkOptions } from './client.ts';
import { endpointOf } from './client.ts';
import { codecFor } from './codec-for.ts';
import { sendInstead, withoutContent } from './edited-body.ts';
import { failureOf, ownFailure } from './failure.ts';
import type { FamilyCodec } from './families/family-codec.ts';
import type { OperationContext } from './operations/operation.ts';
import { runOperation } from './operations/run-operation.ts';
import type { PreparedCall } from './prepare-call.ts';
import { createPrepareCall } from './prepare-call.ts';
import type { Wiretap } from './wiretap.ts';
import { createWiretap } from './wiretap.ts';

/** What calling Bedrock needs of the host. */
export interface BedrockCallerOptions extends SdkOptions {
	readonly clock: Clock;
	readonly log: Log;
	readonly access: ClientAccess;
	/** Read at each call. */
	readonly limits: (streaming: boolean) => CallLimits;
}

/** How long a response may go on after the SDK has given it up, to be seen whole; milliseconds. */
const GRACE = 1000;

interface Prepared extends PreparedCall {
	readonly codec: FamilyCodec | null;
}

/**
 * Makes the one function through which every call to Bedrock goes. Nothing is loaded or read before the first call.
 * The SDK's results decide how a call ended, except for two things it does not tell: a stop is known by the signal,
 * and a stream is complete only when its closing event came.
 */
export function createBedrockCaller(options: BedrockCallerOptions): CallBedrock {
	const { clock, log, access } = options;
	const prepareCall = createPrepareCall(options);

	/** A codec as well, for the operations with a native body. */
	async function prepare(call: Call, sink: CallSink, signal: AbortSignal): Promise<Prepared | CallFailure> {
		const codec = codecFor(call);
		if (codec === 'unknown') {
			const { modelId } = call.settings;
			return ownFailure('no-family', `The body of InvokeModel is not known for the model ${modelId}.`);
		}
		const prepared = await prepareCall(call.settings, sink, signal);
		return 'code' in prepared ? prepared : { ...prepared, codec };
	}

	async function send(prepared: Prepared, call: Call, sink: CallSink, signal: AbortSignal): Promise<CallEnd> {
		const { sdk, target, authentication, codec } = prepared;
		const limits = options.limits(isStreaming(call.settings.operation));
		const secretAccessKey = authentication.type === 'keys' ? authentication.credentials.secretAccessKey : null;
		const wiretap = createWiretap({ sink, clock, signal, limits, secretAccessKey });
		const handler = options.requestHandler ?? (await access.handler(target, limits.connect));
		const client = sdk.client(target, authentication, handler, limits, (delayMs, error) => {
			const reason = failureOfSend(error, call, wiretap);
			sink.retrying({ attempt: wiretap.attempts, maxAttempts: limits.attempts, delayMs, reason });
		});
		sink.resolved({ region: target.region, endpoint: endpointOf(client, target), family: codec?.family ?? null });

		if (call.body !== null) sendInstead(client, call.body);
		wiretap.attach(client);
		const answer = createAnswerLog(sink);
		const context: OperationContext = {
			sdk: sdk.runtime,
			client,
			call: call.body === null ? call : withoutContent(call),
			signal: wiretap.signal,
			answer,
			responseHeaders: () => wiretap.lastResponse?.headers ?? [],
			responseText: wiretap.lastText,
		};
		let failure: CallFailure | null = null;
		try {
			await runOperation(call.settings.operation, context, codec);
		} catch (error) {
			failure = failureOfSend(error, call, wiretap);
			if (failure.code === 'expired-credentials' || failure.code === 'invalid-credentials') {
				access.forget(target.connection);
			}
		}
		await wiretap.settle(Math.min(GRACE, limits.idle / 2));
		return endOf(answer, signal, failure ?? withoutEnd(wiretap));
	}

	return async (call, sink, signal) => {
		if (signal.aborted) return STOPPED;
		const { promise: stopped, resolve: stop } = Promise.withResolvers<null>();
		const onAbort = () => stop(null);
		signal.addEventListener('abort', onAbort, { once: true });
		try {
			// Getting credentials may take a process or a login server's time, and can't be broken off by itself.
			const prepared = await Promise.race([prepare(call, sink, signal), stopped]);
			if (prepared === null) return STOPPED;
			if ('code' in prepared) return { state: 'failed', failure: prepared };
			return await send(prepared, call, sink, signal);
		} catch (error) {
			log.error('A call to Bedrock could not be made.', error);
			return signal.aborted ? STOPPED : { state: 'failed', failure: failureOf(error, 'request', null) };
		} finally {
			signal.removeEventListener('abort', onAbort);
		}
	};
}

const STOPPED: CallEnd = { state: 'stopped', failure: null };

function failureOfSend(error: unknown, { settings }: Call, wiretap: Wiretap): CallFailure {
	const response = wiretap.lastResponse;
	const phase = isStreaming(settings.operation) && response?.status === 200 ? 'stream' : 'request';
	const failure = failureOf(wiretap.gaveUp ?? error, phase, response);
	return { ...failure, message: wiretap.redact(failure.message) };
}

function withoutEnd({ lastResponse }: Wiretap): CallFailure {
	return ownFailure('incomplete-stream', 'The stream ended without its closing event.', lastResponse);
}

function endOf(answer: AnswerLog, signal: AbortSignal, failure: CallFailure): CallEnd {
	if (answer.isClosed) return { state: 'complete', failure: null };
	if (signal.aborted) return STOPPED;
	return { state: answer.hasText ? 'incomplete' : 'failed', failure };
}
