import type { ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { Fault } from '../../../src/main/practice/faults.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { Transport } from './support/practice-client.ts';
import { practiceClient, rejection, transports } from './support/practice-client.ts';

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

const request = {
	modelId: 'amazon.nova-micro-v1:0',
	messages: [{ role: 'user' as const, content: [{ text: 'Hello' }] }],
	inferenceConfig: { maxTokens: 20 },
};
/** messageStart, 20 deltas, contentBlockStop, messageStop, metadata. */
const ALL = 24;

/** Streams an answer to its end or its error. */
async function stream(transport: Transport, signal?: AbortSignal, seen: ConverseStreamOutput[] = []) {
	const client = practiceClient(server, transport);
	try {
		const answer = await client.send(new ConverseStreamCommand(request), signal ? { abortSignal: signal } : {});
		for await (const event of answer.stream ?? []) seen.push(event);
		return { seen, error: null };
	} catch (error) {
		return { seen, error: error as Error & { code?: string } };
	} finally {
		client.destroy();
	}
}

/** The next exchange that is broken off. Whole ones may still be told late, from a call before. */
function brokenExchange(): Promise<PracticeExchange> {
	return new Promise((resolve) => {
		const unsubscribe = server.onExchange((exchange) => {
			if (exchange.complete) return;
			unsubscribe();
			resolve(exchange);
		});
	});
}

const refusals: readonly { fault: Fault; name: string; status: number; message: string }[] = [
	{
		fault: { kind: 'throttled' },
		name: 'ThrottlingException',
		status: 429,
		message: 'Too many requests, please wait before trying again.',
	},
	{
		fault: { kind: 'throttled', reason: 'tokens-per-day' },
		name: 'ThrottlingException',
		status: 429,
		message: 'Too many tokens per day, please wait before trying again.',
	},
	{
		fault: { kind: 'internal-error' },
		name: 'InternalServerException',
		status: 500,
		message: 'The system encountered an unexpected error during processing. Try your request again.',
	},
	{
		fault: { kind: 'service-unavailable' },
		name: 'ServiceUnavailableException',
		status: 503,
		message: 'Bedrock is unable to process your request.',
	},
	{
		fault: { kind: 'access-denied' },
		name: 'AccessDeniedException',
		status: 403,
		message: "You don't have access to the model with the specified model ID.",
	},
	{
		fault: { kind: 'model-timeout' },
		name: 'ModelTimeoutException',
		status: 408,
		message: 'Model has timed out in processing the request. Try your request again.',
	},
];

describe.each(transports)('a fault over %s', (transport) => {
	it.each(refusals)('$fault.kind refuses one call', async ({ fault, name, status, message }) => {
		const client = practiceClient(server, transport);
		const { reached } = server.faults.arm(fault);
		const error = await rejection(client.send(new ConverseCommand(request)));
		await reached;
		expect(error.name).toBe(name);
		expect(error.message).toBe(message);
		expect(error.$metadata?.['httpStatusCode']).toBe(status);
		expect((await client.send(new ConverseCommand(request))).stopReason).toBe('max_tokens');
		client.destroy();
	});

	it('is met by as many calls as it was armed for, and by retries', async () => {
		server.faults.arm({ kind: 'service-unavailable' }, 2);
		const client = practiceClient(server, transport, { maxAttempts: 3 });
		const answer = await client.send(new ConverseCommand(request));
		client.destroy();
		expect(answer.$metadata.attempts).toBe(3);
	});

	it('is not used up by a call that is refused anyway', async () => {
		server.faults.arm({ kind: 'model-timeout' });
		const client = practiceClient(server, transport);
		const first = await rejection(client.send(new ConverseCommand({ ...request, modelId: 'no.such-model' })));
		const second = await rejection(client.send(new ConverseCommand(request)));
		client.destroy();
		expect([first.name, second.name]).toEqual(['ValidationException', 'ModelTimeoutException']);
	});

	it('of a stream waits for a stream, and one armed later goes before it', async () => {
		server.faults.arm({ kind: 'stream-exception', afterFrames: 1, exception: 'throttlingException' });
		server.faults.arm({ kind: 'internal-error' });
		const client = practiceClient(server, transport);
		const error = await rejection(client.send(new ConverseCommand(request)));
		client.destroy();
		expect(error.name).toBe('InternalServerException');
		expect((await stream(transport)).error?.name).toBe('ThrottlingException');
	});

	it('is gone when the faults are cleared', async () => {
		server.faults.arm({ kind: 'internal-error' }, 5);
		server.faults.clear();
		expect((await stream(transport)).error).toBeNull();
	});

	it('holds the first byte until released', async () => {
		const { reached, release } = server.faults.arm({ kind: 'slow-first-byte' });
		const seen: ConverseStreamOutput[] = [];
		const answer = stream(transport, undefined, seen);
		await reached;
		expect(seen).toEqual([]);
		release();
		expect((await answer).seen).toHaveLength(ALL);
	});

	it('stalls a stream after some frames until released', async () => {
		const { reached, release } = server.faults.arm({ kind: 'stalled-stream', afterFrames: 5 });
		const third = Promise.withResolvers<void>();
		const seen: ConverseStreamOutput[] = [];
		const push = seen.push.bind(seen);
		seen.push = (...items) => {
			const length = push(...items);
			if (length === 5) third.resolve();
			return length;
		};
		const answer = stream(transport, undefined, seen);
		await reached;
		await third.promise;
		expect(seen).toHaveLength(5);
		release();
		const { error } = await answer;
		expect(error).toBeNull();
		expect(seen).toHaveLength(ALL);
	});

	it('stalls a stream that the client can leave', async () => {
		const { reached } = server.faults.arm({ kind: 'stalled-stream', afterFrames: 3 });
		const exchange = brokenExchange();
		const stop = new AbortController();
		const answer = stream(transport, stop.signal);
		await reached;
		stop.abort();
		await answer;
		expect(await exchange).toMatchObject({ status: 200 });
	});

	it('ends a stream with an exception', async () => {
		server.faults.arm({ kind: 'stream-exception', afterFrames: 4, exception: 'modelStreamErrorException' });
		const { seen, error } = await stream(transport);
		expect(seen).toHaveLength(4);
		expect(error).toMatchObject({
			name: 'ModelStreamErrorException',
			message: 'The system encountered an unexpected error during processing. Try your request again.',
			originalStatusCode: 500,
		});
	});

	it('begins a stream with an exception, and then the call itself fails', async () => {
		server.faults.arm({ kind: 'stream-exception', afterFrames: 0, exception: 'serviceUnavailableException' });
		const client = practiceClient(server, transport);
		const error = await rejection(client.send(new ConverseStreamCommand(request)));
		client.destroy();
		expect(error.name).toBe('ServiceUnavailableException');
	});

	it('resets the connection before any answer', async () => {
		const { reached } = server.faults.arm({ kind: 'connection-reset' });
		const exchange = brokenExchange();
		const client = practiceClient(server, transport);
		const error = await rejection(client.send(new ConverseCommand(request)));
		client.destroy();
		await reached;
		expect(error).toMatchObject(
			transport === 'http/1.1'
				? { code: 'ECONNRESET' }
				: { message: 'Unexpected error: http2 request did not get a response' },
		);
		expect(await exchange).toMatchObject({ status: null });
	});

	it('truncates a frame', async () => {
		server.faults.arm({ kind: 'truncated-frame', afterFrames: 2 });
		const { seen, error } = await stream(transport);
		expect(seen).toHaveLength(2);
		expect(error?.message).toBe('Truncated event message received.');
	});

	it('sends a frame with a wrong checksum', async () => {
		server.faults.arm({ kind: 'wrong-checksum', afterFrames: 6 });
		const { seen, error } = await stream(transport);
		expect(seen).toHaveLength(6);
		expect(error?.message).toMatch(/^The message checksum \(\d+\) did not match the expected value of \d+$/);
	});
});

it('resets the connection in mid-stream', async () => {
	server.faults.arm({ kind: 'connection-reset', afterFrames: 7 });
	const exchange = brokenExchange();
	const { seen, error } = await stream('http/1.1');
	expect(seen).toHaveLength(7);
	expect(error).toMatchObject({ message: 'aborted', code: 'ECONNRESET' });
	expect((await exchange).status).toBe(200);
});

it('resets the connection in mid-stream over HTTP/2, too', async () => {
	server.faults.arm({ kind: 'connection-reset', afterFrames: 7 });
	const exchange = brokenExchange();
	const { seen } = await stream('http/2');
	expect(seen.length).toBeLessThanOrEqual(7);
	expect((await exchange).status).toBe(200);
});

it('says when to come again', async () => {
	server.faults.arm({ kind: 'throttled', retryAfterSeconds: 7 });
	const response = await fetch(`${server.endpoint}/model/${request.modelId}/converse`, {
		method: 'POST',
		headers: { authorization: `Bearer ${server.apiKey}` },
		body: JSON.stringify({ messages: request.messages }),
	});
	expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
});

it('closes at once while a stream is held', async () => {
	const own = await startPractice();
	const { reached } = own.faults.arm({ kind: 'stalled-stream', afterFrames: 1 });
	const client = practiceClient(own, 'http/1.1');
	const answer = client.send(new ConverseStreamCommand(request)).then(async ({ stream: events }) => {
		for await (const event of events ?? []) expect(event.messageStart?.role).toBe('assistant');
	});
	const failed = rejection(answer);
	await reached;
	await own.close();
	expect((await failed).message).toBe('aborted');
	client.destroy();
});
