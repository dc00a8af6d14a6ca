import { NodeHttp2Handler } from '@smithy/node-http-handler';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { callLimits } from '../../../src/main/core/bedrock/call-limits.ts';
import { pageOfFrames } from '../../../src/main/core/bedrock/frames.ts';
import type { ArmedFault } from '../../../src/main/practice/faults.ts';
import { defaultAppSettings } from '../../../src/shared/model/app-settings.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import { answerFaultRows } from './support/answer-fault-rows.ts';
import { limits, makeCall, unstopped } from './support/caller.ts';
import type { FaultRow, Outcome, Version } from './support/fault-row.ts';
import { FIRST_BYTE_LIMIT, IDLE_LIMIT, versions, WHOLE } from './support/fault-row.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import type { RecordingSink, ToldAttempt } from './support/recording-sink.ts';
import { recordingSink } from './support/recording-sink.ts';
import { streamFaultRows } from './support/stream-fault-rows.ts';
import type { StubService } from './support/stub-service.ts';
import { startStubService, stream } from './support/stub-service.ts';

let practice: ObservedPractice;
let elsewhere: StubService;
beforeAll(async () => {
	[practice, elsewhere] = await Promise.all([startObservedPractice(), startStubService()]);
});
afterEach(() => {
	vi.useRealTimers();
	practice.server.faults.clear();
});
afterAll(() => Promise.all([practice.server.close(), elsewhere.close()]));

/** What the SDK makes for itself when it is given none. */
const http2 = new NodeHttp2Handler({ disableConcurrentStreams: true });
afterAll(() => http2.destroy());

function caller(version: Version) {
	return practice.caller({
		limits: limits({ idle: IDLE_LIMIT, firstByte: FIRST_BYTE_LIMIT }),
		...(version === '2' && { requestHandler: http2 }),
	});
}

function call(operation: Operation) {
	return makeCall({ operation, modelId: 'anthropic.claude-3-5-sonnet-20240620-v1:0', maxTokens: 5 }, 'Hi');
}

/** Sees a fault through that waits: what it waits for is brought about as soon as everything before it has arrived. */
async function drive(how: FaultRow['drive'], armed: readonly ArmedFault[], sink: RecordingSink): Promise<void> {
	if (how === undefined) return;
	for (const [index, { reached, release }] of armed.entries()) {
		const sent = await reached;
		if (how !== 'no response') await sink.arrived(index + 1, sent);
		if (how === 'released') release();
		else vi.advanceTimersByTime(how === 'stalled' ? IDLE_LIMIT : FIRST_BYTE_LIMIT);
	}
}

/** Makes a call that meets the fault with each attempt, and compares all that was told with what is expected. */
async function check(row: FaultRow, version: Version, operation: Operation): Promise<void> {
	const expected = row.outcome(version, operation);
	// Nothing here waits for time: the only clock that matters is moved by hand.
	if (row.drive === 'no response' || row.drive === 'stalled')
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const armed = expected.attempts.map(() => practice.server.faults.arm(row.fault(operation)));
	const sink = recordingSink();
	const running = caller(version)(call(operation), sink, unstopped);
	await drive(row.drive, armed, sink);
	const end = await running;
	const seen = await practice.exchanges(sink.attempts.length);

	expect(sink.attempts.map(({ status, ends }) => [status, ...ends])).toEqual(expected.attempts);
	expect(seen.map(({ httpVersion }) => httpVersion)).toEqual(expected.attempts.map(() => version));
	expect(end).toEqual({ state: expected.state, failure: failureOf(expected, seen.at(-1)?.requestId ?? null) });
	expect(sink.texts.join('')).toBe(expected.text);
	for (const [index, attempt] of sink.attempts.entries()) {
		expect(Buffer.concat(attempt.pieces)).toEqual(Buffer.from(seen[index]?.responseBody ?? []));
	}
	const last = sink.attempts.at(-1);
	if (expected.frames !== undefined && last !== undefined) checkFrames(last, expected, expected.frames);
}

function failureOf({ failure }: Outcome, requestId: string | null) {
	if (failure === null) return null;
	const { message, status } = failure;
	return {
		...failure,
		message: typeof message === 'string' ? message : expect.stringMatching(message),
		requestId: status === null ? null : requestId,
	};
}

/** The frames stand one behind the other, and with the bytes after them they are all that was received. */
function checkFrames(
	{ pieces }: ToldAttempt,
	{ broken = [] }: Outcome,
	{ whole, rest }: Outcome['frames'] & object,
): void {
	const bytes = Buffer.concat(pieces);
	const { frames, total, trailingBytes } = pageOfFrames(bytes, [[bytes.length, 0]], 0, Number.POSITIVE_INFINITY);
	const cut = frames.map(({ offset, length }) => bytes.subarray(offset, offset + length));
	expect(Buffer.concat([...cut, bytes.subarray(bytes.length - trailingBytes)])).toEqual(bytes);
	expect([frames.length, total]).toEqual([whole, whole]);
	const fitting = frames.filter((frame) => frame.preludeChecksumValid && frame.messageChecksumValid);
	expect(frames.filter((frame) => !fitting.includes(frame)).map(({ index }) => index)).toEqual(broken);
	if (rest === 'half') expect(trailingBytes).toBe(Math.floor(bytes.readUInt32BE(bytes.length - trailingBytes) / 2));
	else expect(trailingBytes).toBe(rest === 'none' ? 0 : 2);
}

describe.each(versions)('over HTTP/%s', (version) => {
	describe.each([...answerFaultRows, ...streamFaultRows])('$name', (row) => {
		test.each(row.operations)('%s', (operation) => check(row, version, operation));
	});

	test.each(operations)('a redirect is not followed: %s', async (operation) => {
		elsewhere.answerWith(stream());
		await check(
			{
				name: 'redirect',
				operations,
				fault: () => ({ kind: 'redirect', location: `${elsewhere.endpoint}/model/x?from=here` }),
				outcome: () => ({
					state: 'failed',
					failure: {
						code: 'unknown',
						type: 'Unknown',
						message: `HTTP 307 Temporary Redirect to ${elsewhere.endpoint}/model/x (no content type)`,
						status: 307,
						systemCode: null,
					},
					text: '',
					attempts: [[307, null]],
				}),
			},
			version,
			operation,
		);
		expect(elsewhere.requests).toEqual([]);
	});

	test.each(operations)('what was only slow to begin is complete: %s', async (operation) => {
		const fault = practice.server.faults.arm({ kind: 'slow-first-byte' });
		const sink = recordingSink();
		const running = caller(version)(call(operation), sink, unstopped);
		await fault.reached;
		fault.release();
		expect(await running).toEqual({ state: 'complete', failure: null });
		expect(sink.texts.join('')).toBe(WHOLE);
		await practice.exchanges(1);
	});
});

describe('limits that nobody has set', () => {
	const unset = () => practice.caller({ limits: (streaming) => callLimits(defaultAppSettings.calls, streaming) });

	test.each([
		['ConverseStream', 300_000],
		['Converse', 3_600_000],
		['InvokeModelWithResponseStream', 300_000],
		['InvokeModel', 3_600_000],
	] as const)('until %s begins to answer: %d ms', async (operation, limit) => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { reached } = practice.server.faults.arm({ kind: 'slow-first-byte' });
		const running = unset()(call(operation), recordingSink(), unstopped);
		await reached;
		vi.advanceTimersByTime(limit);
		expect((await running).failure?.message).toBe(`No response began within ${limit} ms.`);
		await practice.exchanges(1);
	});

	test.each([
		['ConverseStream', { kind: 'stalled-stream', afterFrames: 5 }],
		['Converse', { kind: 'stalled-body' }],
	] as const)('inside the answer of %s', async (operation, fault) => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { reached } = practice.server.faults.arm(fault);
		const sink = recordingSink();
		const running = unset()(call(operation), sink, unstopped);
		await sink.arrived(1, await reached);
		vi.advanceTimersByTime(300_000);
		expect((await running).failure?.message).toBe('No byte of the response arrived for 300000 ms.');
		await practice.exchanges(1);
	});
});
