import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/main/practice/faults.ts';
import type { CallFailure } from '../../../src/shared/model/failure.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterEach(() => practice.server.faults.clear());
afterAll(() => practice.server.close());

/** Makes a call, and sees that every attempt that was told to have begun was told to have ended, once. */
async function run(settings: Partial<RequestSettings>, question = 'Hi') {
	const sink = recordingSink();
	const end = await practice.caller()(makeCall({ modelId: CLAUDE, ...settings }, question), sink, unstopped);
	expect(sink.attempts.map(({ ends }) => ends.length)).toEqual(sink.attempts.map(() => 1));
	const seen = await practice.exchanges(sink.attempts.length);
	for (const [index, attempt] of sink.attempts.entries()) {
		const bytes = Buffer.from(seen[index]?.responseBody ?? []);
		const told = Buffer.concat(attempt.pieces);
		// After a reset the server can't know how much of what it wrote was read.
		expect(seen[index]?.complete ? told : told.equals(bytes.subarray(0, told.length))).toEqual(
			seen[index]?.complete ? bytes : true,
		);
	}
	return { sink, end, requestId: seen.at(-1)?.requestId ?? null };
}

const CLAUDE = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

function failure(
	code: CallFailure['code'],
	type: string,
	message: string,
	status: number | null,
	requestId: string | null,
	systemCode: string | null = null,
): CallFailure {
	return { code, type, message, status, requestId, systemCode };
}

describe('faults before the answer', () => {
	const unexpected = 'The system encountered an unexpected error during processing. Try your request again.';
	const cases: [Fault, number, CallFailure['code'], string, string, number][] = [
		[
			{ kind: 'throttled' },
			3,
			'throttled',
			'ThrottlingException',
			'Too many requests, please wait before trying again.',
			429,
		],
		[
			{ kind: 'throttled', reason: 'tokens-per-day' },
			3,
			'tokens-per-day',
			'ThrottlingException',
			'Too many tokens per day, please wait before trying again.',
			429,
		],
		[{ kind: 'internal-error' }, 3, 'unavailable', 'InternalServerException', unexpected, 500],
		[
			{ kind: 'service-unavailable' },
			3,
			'unavailable',
			'ServiceUnavailableException',
			'Bedrock is unable to process your request.',
			503,
		],
		[
			{ kind: 'access-denied' },
			1,
			'model-access',
			'AccessDeniedException',
			"You don't have access to the model with the specified model ID.",
			403,
		],
		[
			{ kind: 'model-timeout' },
			1,
			'model-timeout',
			'ModelTimeoutException',
			'Model has timed out in processing the request. Try your request again.',
			408,
		],
	];
	test.each(cases.flatMap((one) => operations.map((operation) => [one[0].kind, operation, one] as const)))(
		'%s, %s',
		async (_kind, operation, [fault, attempts, code, type, message, status]) => {
			practice.server.faults.arm(fault, attempts);
			const { sink, end, requestId } = await run({ operation });
			expect(end).toEqual({ state: 'failed', failure: failure(code, type, message, status, requestId) });
			expect(sink.attempts.map((attempt) => [attempt.status, attempt.ends])).toEqual(
				Array.from({ length: attempts }, () => [status, [null]]),
			);
			expect(sink.texts).toEqual([]);
		},
	);

	test.each(operations)('two of them are got over: %s', async (operation) => {
		practice.server.faults.arm({ kind: 'throttled' });
		practice.server.faults.arm({ kind: 'connection-reset' });
		const { sink, end } = await run({ operation, maxTokens: 5 });
		expect(end).toEqual({ state: 'complete', failure: null });
		expect(sink.attempts.map(({ status, ends }) => [status, ends[0]?.code ?? null])).toEqual([
			[429, null],
			[null, 'ECONNRESET'],
			[200, null],
		]);
		expect(sink.texts.join('')).toBe('## Hello from the');
	});

	test('a connection that is reset each time', async () => {
		practice.server.faults.arm({ kind: 'connection-reset' }, 3);
		const { sink, end } = await run({});
		expect(end.state).toBe('failed');
		expect(end.failure).toMatchObject({
			code: 'connection-lost',
			status: null,
			requestId: null,
			systemCode: 'ECONNRESET',
		});
		expect(sink.attempts.map(({ status, ends }) => [status, ends[0]?.code])).toEqual([
			[null, 'ECONNRESET'],
			[null, 'ECONNRESET'],
			[null, 'ECONNRESET'],
		]);
	});
});

const streams = ['ConverseStream', 'InvokeModelWithResponseStream'] as const;

describe.each(streams)('faults in the stream: %s', (operation) => {
	/** Frames before the fifth token: of Converse the start, of the Messages format start and block start. */
	const afterFrames = operation === 'ConverseStream' ? 5 : 6;
	const text = '## Hello from';

	const exceptions = [
		['internalServerException', 'unavailable', 'InternalServerException', undefined],
		['modelStreamErrorException', 'model-error', 'ModelStreamErrorException', undefined],
		['modelTimeoutException', 'model-timeout', 'ModelTimeoutException', undefined],
		['serviceUnavailableException', 'unavailable', 'ServiceUnavailableException', undefined],
		['throttlingException', 'throttled-tokens', 'ThrottlingException', 'Too many tokens.'],
		['validationException', 'validation', 'ValidationException', 'Nein.'],
	] as const;
	test.each(exceptions)('%s', async (exception, code, type, message) => {
		practice.server.faults.arm({ kind: 'stream-exception', afterFrames, exception, message: message ?? '言葉' });
		const { sink, end, requestId } = await run({ operation });
		expect(end).toEqual({ state: 'incomplete', failure: failure(code, type, message ?? '言葉', 200, requestId) });
		expect(sink.texts.join('')).toBe(text);
		expect(sink.attempts.map(({ status, ends }) => [status, ends])).toEqual([[200, [null]]]);
		expect(sink.usages).toEqual([]);
	});

	test('an exception as the first frame is tried again where it can be', async () => {
		practice.server.faults.arm({ kind: 'stream-exception', afterFrames: 0, exception: 'throttlingException' }, 2);
		const { sink, end } = await run({ operation, maxTokens: 5 });
		expect(end).toEqual({ state: 'complete', failure: null });
		expect(sink.attempts.map(({ status }) => status)).toEqual([200, 200, 200]);
		practice.server.faults.arm({ kind: 'stream-exception', afterFrames: 0, exception: 'validationException' });
		const refused = await run({ operation });
		expect(refused.end.state).toBe('failed');
		expect(refused.end.failure).toMatchObject({ code: 'validation', status: 200, requestId: refused.requestId });
		expect(refused.sink.attempts.length).toBe(1);
	});

	test('a reset', async () => {
		practice.server.faults.arm({ kind: 'connection-reset', afterFrames });
		const { sink, end, requestId } = await run({ operation });
		// A TCP reset throws away what the client has not read yet: how much had come is not the server's to say.
		expect(end.state).toBe(sink.texts.length > 0 ? 'incomplete' : 'failed');
		expect(end.failure).toEqual(failure('connection-lost', 'Error', 'aborted', 200, requestId, 'ECONNRESET'));
		expect(sink.attempts.map(({ ends }) => ends)).toEqual([
			[{ name: 'Error', message: 'aborted', code: 'ECONNRESET' }],
		]);
	});

	test('a frame that was cut', async () => {
		practice.server.faults.arm({ kind: 'truncated-frame', afterFrames });
		const { sink, end, requestId } = await run({ operation });
		expect(end).toEqual({
			state: 'incomplete',
			failure: failure('incomplete-stream', 'Error', 'Truncated event message received.', 200, requestId),
		});
		expect(sink.texts.join('')).toBe(text);
	});

	test('a wrong checksum', async () => {
		practice.server.faults.arm({ kind: 'wrong-checksum', afterFrames });
		const { sink, end } = await run({ operation });
		expect(end.state).toBe('incomplete');
		expect(end.failure).toMatchObject({ code: 'bad-stream', type: 'Error', status: 200 });
		expect(end.failure?.message).toMatch(/^The message checksum \(\d+\) did not match the expected value of \d+$/);
		expect(sink.texts.join('')).toBe(text);
		expect(sink.attempts[0]?.ends).toEqual([null]);
	});

	test('a stream that stalls and goes on', async () => {
		const fault = practice.server.faults.arm({ kind: 'stalled-stream', afterFrames });
		const running = run({ operation, maxTokens: 5 });
		await fault.reached;
		fault.release();
		expect((await running).end).toEqual({ state: 'complete', failure: null });
	});

	test('an answer that was slow to begin', async () => {
		const fault = practice.server.faults.arm({ kind: 'slow-first-byte' });
		const running = run({ operation, maxTokens: 5 });
		await fault.reached;
		fault.release();
		expect((await running).end).toEqual({ state: 'complete', failure: null });
	});
});

describe('refusals', () => {
	const cases: [string, Partial<RequestSettings>, CallFailure['code'], string, string, number][] = [
		[
			'a model that there is none of',
			{ modelId: 'anthropic.claude-99', operation: 'Converse' },
			'model-not-found',
			'ValidationException',
			'The provided model identifier is invalid.',
			400,
		],
		[
			'on demand where there is only a profile',
			{ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
			'on-demand-not-supported',
			'ValidationException',
			'Invocation of model ID anthropic.claude-haiku-4-5-20251001-v1:0 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
			400,
		],
		[
			'a system prompt for a model without',
			{ modelId: 'amazon.titan-text-express-v1', operation: 'Converse', system: 'Short.' },
			'no-system',
			'ValidationException',
			"This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
			400,
		],
		[
			'temperature with top p',
			{ modelId: 'us.anthropic.claude-sonnet-4-6', temperature: 0, topP: 0.5 },
			'one-sampling',
			'ValidationException',
			'The model returned the following errors: `temperature` and `top_p` cannot both be specified for this model. Please use only one.',
			400,
		],
		[
			'temperature where there is none',
			{ modelId: 'us.anthropic.claude-opus-5-5', temperature: 0, operation: 'InvokeModelWithResponseStream' },
			'parameter-deprecated',
			'ValidationException',
			'`temperature` is deprecated for this model.',
			400,
		],
		[
			'more tokens than the model gives',
			{ modelId: 'amazon.nova-lite-v1:0', maxTokens: 999_999 },
			'max-tokens-too-high',
			'ValidationException',
			'The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value that is lower than 10000.',
			400,
		],
	];
	test.each(cases)('%s', async (_name, settings, code, type, message, status) => {
		const { sink, end, requestId } = await run(settings);
		expect(end).toEqual({ state: 'failed', failure: failure(code, type, message, status, requestId) });
		expect(sink.attempts.map((attempt) => [attempt.status, attempt.ends])).toEqual([[status, [null]]]);
	});

	test.each(operations)('a signature with another key: %s', async (operation) => {
		const sink = recordingSink();
		const stranger = makeCaller({
			endpoint: practice.server.endpoint,
			practice: { ...practice.server, secretAccessKey: 'not-the-secret' },
		});
		const end = await stranger(makeCall({ operation }), sink, unstopped);
		const [seen] = await practice.exchanges(1);
		expect(end).toEqual({
			state: 'failed',
			failure: failure(
				'bad-signature',
				'InvalidSignatureException',
				'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
				403,
				seen?.requestId ?? '',
			),
		});
	});

	test('a path that Bedrock does not know', async () => {
		const sink = recordingSink();
		const end = await practice.caller({
			environment: {
				AWS_ACCESS_KEY_ID: practice.server.accessKeyId,
				AWS_SECRET_ACCESS_KEY: practice.server.secretAccessKey,
				AWS_REGION: 'us-east-1',
			},
		})(makeCall({ connection: 'environment', endpointUrl: `${practice.server.endpoint}/no/such` }), sink, unstopped);
		const [seen] = await practice.exchanges(1);
		expect(end.failure).toEqual(
			failure(
				'unknown',
				'UnknownOperationException',
				'HTTP 404 Not Found (application/json)',
				404,
				seen?.requestId ?? '',
			),
		);
		expect(seen?.rawPath).toMatch(/^\/no\/such\/model\//);
	});
});

test.each(['InvokeModel', 'InvokeModelWithResponseStream'] as const)(
	'no body is known for a model: %s',
	async (operation) => {
		const sink = recordingSink();
		const end = await practice.caller()(
			makeCall({ operation, modelId: 'example.model-of-tomorrow-v1:0' }),
			sink,
			unstopped,
		);
		expect(end).toEqual({
			state: 'failed',
			failure: failure(
				'no-family',
				'NoFamily',
				'The body of InvokeModel is not known for the model example.model-of-tomorrow-v1:0.',
				null,
				null,
			),
		});
		expect([sink.attempts, sink.targets]).toEqual([[], []]);
	},
);
