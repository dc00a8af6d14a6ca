import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isStreaming, operations } from '../../../src/shared/model/operation.ts';
import { eventFrame } from '../../helpers/event-frames.ts';
import { makeCall, makeCaller } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubService } from './support/stub-service.ts';
import { openStream, startStubService, stream } from './support/stub-service.ts';

let practice: ObservedPractice;
let service: StubService;
beforeAll(async () => {
	[practice, service] = await Promise.all([startObservedPractice(), startStubService()]);
});
afterEach(() => practice.server.faults.clear());
afterAll(() => Promise.all([practice.server.close(), service.close()]));

const aborted = { name: 'AbortError', message: 'Request aborted', code: null };

describe.each(operations)('%s', (operation) => {
	test('stopped before the response', async () => {
		const fault = practice.server.faults.arm({ kind: 'slow-first-byte' });
		const sink = recordingSink();
		const stop = new AbortController();
		const running = practice.caller()(makeCall({ operation }), sink, stop.signal);
		await fault.reached;
		stop.abort();
		expect(await running).toEqual({ state: 'stopped', failure: null });
		expect(sink.attempts.map(({ status, ends }) => [status, ends])).toEqual([[null, [aborted]]]);
		const [seen] = await practice.exchanges(1);
		expect(seen?.complete).toBe(false);
	});

	test('stopped before it begins', async () => {
		const sink = recordingSink();
		const end = await practice.caller()(makeCall({ operation }), sink, AbortSignal.abort());
		expect(end).toEqual({ state: 'stopped', failure: null });
		expect([sink.attempts, sink.targets]).toEqual([[], []]);
	});
});

describe.each(operations.filter(isStreaming))('%s', (operation) => {
	test('stopped in the stream keeps what has arrived', async () => {
		practice.server.faults.arm({ kind: 'stalled-stream', afterFrames: 5 });
		const sink = recordingSink();
		const stop = new AbortController();
		const running = practice.caller()(makeCall({ operation }, 'Hi'), sink, stop.signal);
		await sink.firstText;
		stop.abort();
		expect(await running).toEqual({ state: 'stopped', failure: null });
		expect(sink.texts.join('')).toMatch(/^##/);
		expect(sink.attempts.map(({ status, ends }) => [status, ends])).toEqual([[200, [aborted]]]);
		const [seen] = await practice.exchanges(1);
		expect(seen?.complete).toBe(false);
	});
});

test('stopped while it waits for the next attempt', async () => {
	const sink = recordingSink();
	const stop = new AbortController();
	service.answerWith((response) => {
		response.writeHead(503, { 'x-amzn-ErrorType': 'ServiceUnavailableException' });
		response.end('{}', () => stop.abort());
	});
	const end = await makeCaller({ ...service, retryDelayBase: 600_000 })(makeCall(), sink, stop.signal);
	expect(end).toEqual({ state: 'stopped', failure: null });
	expect(sink.attempts.length).toBe(1);
});

test('stopped after the closing event, an answer is complete', async () => {
	service.answerWith(
		openStream(
			eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'OK' }, p: 'a' }),
			eventFrame('messageStop', { p: 'a', stopReason: 'end_turn' }),
		),
	);
	const sink = recordingSink();
	const stop = new AbortController();
	const stopping = { ...sink, stopReason: () => queueMicrotask(() => stop.abort()) };
	const end = await makeCaller(service)(makeCall(), stopping, stop.signal);
	expect(end).toEqual({ state: 'complete', failure: null });
	expect(sink.attempts.map(({ ends }) => ends)).toEqual([[aborted]]);
});

describe('a stream without its closing event', () => {
	const start = eventFrame('messageStart', { p: 'abc', role: 'assistant' });
	const delta = eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'OK' }, p: 'a' });
	const failure = {
		code: 'incomplete-stream',
		type: 'IncompleteStream',
		message: 'The stream ended without its closing event.',
		status: 200,
		requestId: 'stub-1',
		systemCode: null,
	};
	const { signal } = new AbortController();

	test('is incomplete where text has arrived', async () => {
		service.answerWith(stream(start, delta));
		expect(await makeCaller(service)(makeCall(), recordingSink(), signal)).toEqual({ state: 'incomplete', failure });
	});

	test('has failed where none has', async () => {
		service.answerWith(stream(start));
		expect(await makeCaller(service)(makeCall(), recordingSink(), signal)).toEqual({ state: 'failed', failure });
		service.answerWith(stream());
		expect(await makeCaller(service)(makeCall(), recordingSink(), signal)).toEqual({ state: 'failed', failure });
	});

	test('with it, an empty answer is complete', async () => {
		service.answerWith(stream(start, eventFrame('messageStop', { p: 'a', stopReason: 'end_turn' })));
		expect(await makeCaller(service)(makeCall(), recordingSink(), signal)).toEqual({
			state: 'complete',
			failure: null,
		});
	});
});
