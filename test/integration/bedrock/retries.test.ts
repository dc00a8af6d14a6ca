import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CallSink } from '../../../src/main/core/bedrock/call.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import { limits, makeCall, makeCaller, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	practice.server.faults.clear();
});
afterAll(() => practice.server.close());

/** Makes every wait the longest that its backoff allows. */
function longestWaits(): void {
	vi.spyOn(Math, 'random').mockReturnValue(1);
}

/** A sink that lets each wait pass as soon as it is told. The timer is set right after. */
function passing(sink: CallSink): CallSink {
	return {
		...sink,
		retrying(wait) {
			sink.retrying(wait);
			queueMicrotask(() => vi.advanceTimersByTime(wait.delayMs));
		},
	};
}

describe.each(operations)('%s', (operation) => {
	test('each wait is told as it begins: which attempt, why, and for how long', async () => {
		longestWaits();
		practice.server.faults.arm({ kind: 'throttled' }, 2);
		const sink = recordingSink();
		const end = await practice.caller({ retryDelayBase: 2 })(makeCall({ operation }), sink, unstopped);
		expect(end).toEqual({ state: 'complete', failure: null });
		const seen = await practice.exchanges(3);
		expect(sink.waits).toEqual(
			[2, 4].map((delayMs, index) => ({
				attempt: index + 1,
				maxAttempts: 3,
				delayMs,
				reason: {
					code: 'throttled',
					type: 'ThrottlingException',
					message: expect.stringMatching(/^Too many requests/),
					status: 429,
					requestId: seen[index]?.requestId,
					systemCode: null,
				},
			})),
		);
	});
});

test('the wait that is told is the one that is waited, with what the server asks for', async () => {
	longestWaits();
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	for (const retryAfterSeconds of [3, 60]) practice.server.faults.arm({ kind: 'throttled', retryAfterSeconds });
	const sink = recordingSink();
	const end = await practice.caller({ retryDelayBase: 100 })(makeCall(), passing(sink), unstopped);
	expect(end.state).toBe('complete');
	const [first, second] = sink.waits.map(({ delayMs }) => delayMs);
	// The header is a time from when it is read; the SDK adds five seconds to its own delay at most.
	expect(first).toBeGreaterThan(2900);
	expect(first).toBeLessThanOrEqual(3000);
	expect(second).toBe(200 + 5000);
	await practice.exchanges(3);
});

test.each([1, 2, 5])('as many attempts are made as the limits say: %i', async (attempts) => {
	practice.server.faults.arm({ kind: 'service-unavailable' }, attempts);
	const sink = recordingSink();
	const end = await practice.caller({ limits: limits({ attempts }) })(makeCall(), sink, unstopped);
	expect([end.state, end.failure?.code]).toEqual(['failed', 'unavailable']);
	expect(sink.attempts.length).toBe(attempts);
	expect(sink.waits.map(({ attempt, maxAttempts }) => [attempt, maxAttempts])).toEqual(
		Array.from({ length: attempts - 1 }, (_, index) => [index + 1, attempts]),
	);
	await practice.exchanges(attempts);
});

test('nothing is tried again that would be refused again, and nothing after the first text', async () => {
	practice.server.faults.arm({ kind: 'access-denied' });
	const refused = recordingSink();
	await practice.caller()(makeCall(), refused, unstopped);
	practice.server.faults.arm({ kind: 'stream-exception', afterFrames: 5, exception: 'throttlingException' });
	const broken = recordingSink();
	const end = await practice.caller()(makeCall(), broken, unstopped);
	expect([end.state, end.failure?.code]).toEqual(['incomplete', 'throttled']);
	expect([refused, broken].map(({ attempts, waits }) => [attempts.length, waits])).toEqual([
		[1, []],
		[1, []],
	]);
	await practice.exchanges(2);
});

test('Stop ends the wait at once', async () => {
	longestWaits();
	practice.server.faults.arm({ kind: 'throttled' });
	const stop = new AbortController();
	const sink = recordingSink();
	const stopping: CallSink = {
		...sink,
		retrying(wait) {
			sink.retrying(wait);
			queueMicrotask(() => stop.abort());
		},
	};
	const end = await practice.caller({ retryDelayBase: 600_000 })(makeCall(), stopping, stop.signal);
	expect(end).toEqual({ state: 'stopped', failure: null });
	expect([sink.attempts.length, sink.waits.map(({ delayMs }) => delayMs)]).toEqual([1, [20_000]]);
	await practice.exchanges(1);
});

describe('the limit for the whole call', () => {
	const message = 'The call was not over within 7000 ms.';

	test('counts the waits', async () => {
		longestWaits();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		practice.server.faults.arm({ kind: 'throttled' });
		const sink = recordingSink();
		const call = practice.caller({ retryDelayBase: 600_000, limits: limits({ total: 7000 }) });
		const told = Promise.withResolvers<void>();
		const running = call(makeCall(), { ...sink, retrying: () => told.resolve() }, unstopped);
		await told.promise;
		vi.advanceTimersByTime(7000);
		expect(await running).toMatchObject({
			state: 'failed',
			failure: { code: 'timeout-total', type: 'TotalLimit', message },
		});
		expect(sink.attempts.map(({ status, ends }) => [status, ends])).toEqual([[429, [null]]]);
		await practice.exchanges(1);
	});

	test('ends a call of which nothing has come', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const fault = practice.server.faults.arm({ kind: 'slow-first-byte' });
		const sink = recordingSink();
		const running = practice.caller({ limits: limits({ total: 7000 }) })(makeCall(), sink, unstopped);
		await fault.reached;
		vi.advanceTimersByTime(7000);
		expect(await running).toMatchObject({ state: 'failed', failure: { code: 'timeout-total', message } });
		expect(sink.attempts[0]?.ends).toEqual([{ name: 'TotalLimit', message, code: null }]);
		await practice.exchanges(1);
	});

	test('keeps what has come', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const fault = practice.server.faults.arm({ kind: 'stalled-stream', afterFrames: 5 });
		const sink = recordingSink();
		const running = practice.caller({ limits: limits({ total: 7000 }) })(makeCall(), sink, unstopped);
		await sink.arrived(1, await fault.reached);
		vi.advanceTimersByTime(7000);
		expect(await running).toMatchObject({ state: 'incomplete', failure: { code: 'timeout-total', message } });
		expect(sink.texts.join('')).not.toBe('');
		expect(sink.attempts[0]?.ends).toEqual([{ name: 'TotalLimit', message, code: null }]);
		await practice.exchanges(1);
	});
});

// Other systems answer or refuse what does not fit into a full queue.
test.skipIf(process.platform !== 'linux')('a connection that nobody takes is given up and tried again', async () => {
	// A server whose thread stands still takes no connection; the system holds two for it and lets further ones wait.
	const worker = new Worker(
		`const server = require('node:net').createServer();
		server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
			require('node:worker_threads').parentPort.postMessage(server.address().port);
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
		});`,
		{ eval: true },
	);
	const port = await new Promise<number>((resolve) => worker.once('message', resolve));
	const held = await Promise.all([1, 2].map(() => connected(port)));
	try {
		const sink = recordingSink();
		const call = makeCaller({
			endpoint: `http://127.0.0.1:${port}`,
			limits: limits({ attempts: 2, connect: 40 }),
		});
		const end = await call(makeCall(), sink, unstopped);
		expect(end).toMatchObject({ state: 'failed', failure: { code: 'timeout-connect', status: null } });
		expect(sink.attempts.length).toBe(2);
		expect(sink.waits.map(({ reason }) => reason.code)).toEqual(['timeout-connect']);
	} finally {
		for (const socket of held) socket.destroy();
		await worker.terminate();
	}
});

function connected(port: number): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => resolve(socket)).on('error', reject);
	});
}
