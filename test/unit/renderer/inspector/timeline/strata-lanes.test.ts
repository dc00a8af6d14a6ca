import { expect, test } from 'vitest';
import { marksOf, strataOf } from '../../../../../src/renderer/inspector/timeline/strata-lanes.ts';
import type { Attempt } from '../../../../../src/shared/model/exchange.ts';

const body = { size: 2, sha256: null };

interface Times {
	readonly startedMs: number;
	readonly status?: number;
	readonly headersMs?: number;
	readonly firstByteMs?: number;
	readonly endedMs?: number;
	readonly error?: Attempt['error'];
}

function attempt(index: number, times: Times): Attempt {
	const { startedMs, status, headersMs, firstByteMs, endedMs, error } = times;
	return {
		id: `attempt ${index}`,
		exchangeId: 'exchange',
		index,
		startedMs,
		request: { method: 'POST', url: 'http://127.0.0.1/', headers: [], body },
		signature: null,
		response:
			status === undefined
				? null
				: {
						status,
						headers: [],
						headersMs: headersMs ?? startedMs,
						firstByteMs: firstByteMs ?? null,
						body,
						kind: 'json',
					},
		endedMs: endedMs ?? null,
		error: error ?? null,
	};
}

test('no attempt, no lane', () => {
	expect(strataOf([], 'failed', 500)).toEqual({ lanes: [], totalMs: 1 });
});

test('getting ready, a throttled attempt, the wait, and the one that went through', () => {
	const first = attempt(1, { startedMs: 2, status: 429, headersMs: 60, firstByteMs: 62, endedMs: 166 });
	const second = attempt(2, { startedMs: 1216, status: 200, headersMs: 1300, firstByteMs: 1628, endedMs: 2712 });
	expect(strataOf([first, second], 'complete', 99_999)).toEqual({
		totalMs: 2712,
		lanes: [
			{
				kind: 'before',
				index: 0,
				outcome: null,
				reason: null,
				failed: false,
				startMs: 0,
				endMs: 2,
				bands: [{ kind: 'before', startMs: 0, endMs: 2 }],
			},
			{
				kind: 'attempt',
				index: 1,
				outcome: 429,
				reason: null,
				failed: true,
				startMs: 2,
				endMs: 166,
				bands: [
					{ kind: 'connect', startMs: 2, endMs: 60 },
					{ kind: 'bad', startMs: 60, endMs: 166 },
				],
			},
			{
				kind: 'wait',
				index: 1,
				outcome: null,
				reason: null,
				failed: false,
				startMs: 166,
				endMs: 1216,
				bands: [{ kind: 'wait', startMs: 166, endMs: 1216 }],
			},
			{
				kind: 'attempt',
				index: 2,
				outcome: 200,
				reason: null,
				failed: false,
				startMs: 1216,
				endMs: 2712,
				bands: [
					{ kind: 'connect', startMs: 1216, endMs: 1300 },
					{ kind: 'first', startMs: 1300, endMs: 1628 },
					{ kind: 'stream', startMs: 1628, endMs: 2712 },
				],
			},
		],
	});
});

test('attempts that follow at once have no wait between them', () => {
	const first = attempt(1, { startedMs: 0, status: 500, headersMs: 5, endedMs: 10 });
	const second = attempt(2, { startedMs: 10.5, status: 200, headersMs: 20, firstByteMs: 20, endedMs: 30 });
	expect(strataOf([first, second], 'complete', 0).lanes.map(({ kind }) => kind)).toEqual(['attempt', 'attempt']);
});

test('an attempt that began at once has nothing before it', () => {
	const { lanes } = strataOf([attempt(1, { startedMs: 0.4, status: 200, headersMs: 5, endedMs: 10 })], 'complete', 0);
	expect(lanes.map(({ kind }) => kind)).toEqual(['attempt']);
});

test('a running attempt reaches to now, in the band that it is in', () => {
	const bands = (times: Times, nowMs: number) =>
		strataOf([attempt(1, times)], 'running', nowMs).lanes[0]?.bands.map(({ kind, endMs }) => [kind, endMs]);
	expect(bands({ startedMs: 0 }, 40)).toEqual([['connect', 40]]);
	expect(bands({ startedMs: 0, status: 200, headersMs: 30 }, 40)).toEqual([
		['connect', 30],
		['first', 40],
	]);
	expect(bands({ startedMs: 0, status: 200, headersMs: 30, firstByteMs: 35 }, 40)).toEqual([
		['connect', 30],
		['first', 35],
		['stream', 40],
	]);
});

test('a clock of the window that is behind does not turn a band round', () => {
	const { lanes } = strataOf(
		[attempt(1, { startedMs: 50, status: 200, headersMs: 80, firstByteMs: 90 })],
		'running',
		10,
	);
	expect(lanes[1]).toMatchObject({ kind: 'attempt', startMs: 50, endMs: 90 });
});

test('a broken connection has failed, by its code, and is drawn as bad; one that the user stopped has not', () => {
	const error = { name: 'Error', message: 'getaddrinfo ENOTFOUND', code: 'ENOTFOUND' };
	const broken = attempt(1, { startedMs: 0, endedMs: 20, error });
	expect(strataOf([broken], 'failed', 0).lanes).toMatchObject([
		{ outcome: 'failed', reason: 'ENOTFOUND', failed: true, bands: [{ kind: 'bad', startMs: 0, endMs: 20 }] },
	]);
	expect(strataOf([broken], 'stopped', 0).lanes).toMatchObject([
		{ outcome: 'stopped', reason: null, failed: false, bands: [{ kind: 'connect' }] },
	]);
	const nameless = attempt(1, { startedMs: 0, endedMs: 20, error: { ...error, code: null } });
	expect(strataOf([nameless], 'failed', 0).lanes[0]?.reason).toBe('Error');
});

test('a failed attempt ends in a bad band, also one that took no time or broke off after its headers', () => {
	const bands = (times: Times) => strataOf([attempt(1, times)], 'failed', 0).lanes.at(-1)?.bands;
	expect(bands({ startedMs: 0, status: 429, headersMs: 4, endedMs: 4 })).toEqual([
		{ kind: 'connect', startMs: 0, endMs: 4 },
		{ kind: 'bad', startMs: 4, endMs: 4 },
	]);
	const error = { name: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' };
	expect(bands({ startedMs: 0, endedMs: 0, error })).toEqual([{ kind: 'bad', startMs: 0, endMs: 0 }]);
	expect(bands({ startedMs: 0, status: 200, headersMs: 4, firstByteMs: 5, endedMs: 9, error })).toEqual([
		{ kind: 'connect', startMs: 0, endMs: 4 },
		{ kind: 'first', startMs: 4, endMs: 5 },
		{ kind: 'stream', startMs: 5, endMs: 9 },
		{ kind: 'bad', startMs: 9, endMs: 9 },
	]);
});

test('marks keep a distance, and a stream too dense for marks has none', () => {
	expect(marksOf([100, 101, 200, 1000], 1000)).toEqual([0.1, 0.2]);
	expect(
		marksOf(
			Array.from({ length: 900 }, (_, i) => i),
			1000,
		),
	).toEqual([]);
});
