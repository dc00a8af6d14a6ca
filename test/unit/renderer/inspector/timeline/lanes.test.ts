import { describe, expect, test } from 'vitest';
import type { Lane } from '../../../../../src/renderer/inspector/timeline/lanes.ts';
import { exchangeLane, lanesOf } from '../../../../../src/renderer/inspector/timeline/lanes.ts';
import type { Times } from './samples.ts';
import { attempt, exchange, refusedConnection } from './samples.ts';

function spans(lanes: readonly Lane[]): string[] {
	return lanes.map(({ kind, index, startMs, endMs }) => `${kind} ${index}: ${startMs}-${endMs}`);
}

test('getting ready, a throttled attempt, the wait, and the one that went through', () => {
	const attempts = [
		attempt(1, { startedMs: 2, status: 429, headersMs: 60, firstByteMs: 62, endedMs: 166 }),
		attempt(2, { startedMs: 1216, status: 200, headersMs: 1300, firstByteMs: 1628, endedMs: 2712 }),
	];
	const lanes = lanesOf({ summary: exchange({ totalMs: 2713, firstTokenMs: 1700 }), attempts }, 99_999);
	expect(spans(lanes)).toEqual(['before 0: 0-2', 'attempt 1: 2-166', 'retry 1: 166-1216', 'attempt 2: 1216-2712']);
	expect(lanes.map(({ outcome, failed }) => [outcome, failed])).toEqual([
		[null, false],
		[429, true],
		[null, false],
		[200, false],
	]);
	expect(lanes.flatMap(({ bands }) => bands.map(({ part }) => part))).toEqual([
		'prepare',
		'request',
		'stream',
		'retry',
		'request',
		'text',
		'stream',
	]);
});

describe('before the first attempt', () => {
	const first = [attempt(1, { startedMs: 40, status: 200, headersMs: 50, endedMs: 60 })];
	const bandsBefore = (credentials: ReturnType<typeof exchange>['credentials']) =>
		lanesOf({ summary: exchange({ credentials }), attempts: first }, 0)[0]?.bands.map(
			({ part, endMs }) => `${part} ${endMs}`,
		);

	test('the credentials have a band of their own', () => {
		expect(bandsBefore({ askedMs: 10, endedMs: 35 })).toEqual(['prepare 10', 'credentials 35', 'prepare 40']);
		expect(bandsBefore({ askedMs: 10, endedMs: 10 })).toEqual(['prepare 10', 'prepare 40']);
		expect(bandsBefore(null)).toEqual(['prepare 40']);
		// Told by another clock than the attempt's beginning.
		expect(bandsBefore({ askedMs: 10, endedMs: 41 })).toEqual(['prepare 10', 'credentials 40']);
	});

	test('a wait for credentials grows; without them there is nothing more', () => {
		const waiting = { credentials: { askedMs: 10, endedMs: null }, state: 'running' } as const;
		expect(lanesOf({ summary: exchange(waiting), attempts: [] }, 900)).toMatchObject([
			{ kind: 'before', endMs: 900, failed: false, bands: [{ part: 'prepare' }, { part: 'credentials', endMs: 900 }] },
		]);
		const refused = { credentials: { askedMs: 10, endedMs: 99 }, state: 'failed', totalMs: 99 } as const;
		expect(lanesOf({ summary: exchange(refused), attempts: [] }, 99_999)).toMatchObject([
			{ failed: true, endMs: 99, bands: [{ failed: false }, { part: 'credentials', failed: true, endMs: 99 }] },
		]);
	});

	test('less than a millisecond is nothing', () => {
		const late = [attempt(1, { startedMs: 1, status: 200, headersMs: 5, endedMs: 10 })];
		expect(spans(lanesOf({ summary: exchange(), attempts: late }, 0))).toEqual(['before 0: 0-1', 'attempt 1: 1-10']);
		const attempts = [attempt(1, { startedMs: 0.4, status: 200, headersMs: 5, endedMs: 10 })];
		expect(spans(lanesOf({ summary: exchange(), attempts }, 0))).toEqual(['attempt 1: 0.4-10']);
	});
});

test('attempts that follow at once have no wait between them', () => {
	const attempts = [
		attempt(1, { startedMs: 0, status: 500, headersMs: 5, endedMs: 10 }),
		attempt(2, { startedMs: 10.5, status: 200, headersMs: 20, firstByteMs: 20, endedMs: 30 }),
	];
	expect(lanesOf({ summary: exchange(), attempts }, 0).map(({ kind }) => kind)).toEqual(['attempt', 'attempt']);
});

test('what runs reaches to now, also a wait before another attempt', () => {
	const running = exchange({ state: 'running' });
	const sent = attempt(1, { startedMs: 0, status: 200, headersMs: 30, firstByteMs: 35 });
	expect(spans(lanesOf({ summary: running, attempts: [sent] }, 70))).toEqual(['attempt 1: 0-70']);
	const refused = attempt(1, { startedMs: 0, status: 429, headersMs: 30, endedMs: 40 });
	expect(spans(lanesOf({ summary: running, attempts: [refused] }, 70))).toEqual(['attempt 1: 0-40', 'retry 1: 40-70']);
	const ended = attempt(1, { startedMs: 0, status: 200, headersMs: 30, endedMs: 40 });
	expect(spans(lanesOf({ summary: running, attempts: [ended] }, 70))).toEqual(['attempt 1: 0-40']);
});

test('a clock of the window that is behind does not turn a lane round', () => {
	const attempts = [attempt(1, { startedMs: 50, status: 200, headersMs: 80, firstByteMs: 90 })];
	expect(spans(lanesOf({ summary: exchange({ state: 'running' }), attempts }, 10))).toEqual([
		'before 0: 0-50',
		'attempt 1: 50-90',
	]);
});

test('a broken connection has failed, by its code or name; one that the user stopped has not', () => {
	const of = (state: 'failed' | 'stopped', error: Times['error'] = refusedConnection) =>
		lanesOf({ summary: exchange({ state }), attempts: [attempt(1, { startedMs: 0, endedMs: 20, error })] }, 0);
	expect(of('failed')).toMatchObject([{ outcome: 'failed', reason: 'ECONNREFUSED', failed: true }]);
	expect(of('failed', { ...refusedConnection, code: null })[0]?.reason).toBe('Error');
	expect(of('stopped')).toMatchObject([{ outcome: 'stopped', reason: null, failed: false }]);
});

test('another exchange is one lane, with all of its bands', () => {
	const attempts = [
		attempt(1, { startedMs: 5, status: 429, headersMs: 10, endedMs: 12 }),
		attempt(2, { startedMs: 50, status: 200, headersMs: 60, firstByteMs: 60, endedMs: 90 }),
	];
	const lane = exchangeLane({ summary: exchange({ index: 3, totalMs: 92, status: 200 }), attempts }, 0);
	expect(lane).toMatchObject({ kind: 'exchange', index: 3, outcome: 200, failed: false, startMs: 0, endMs: 92 });
	expect(lane.bands.map(({ part, failed }) => `${part}${failed ? '!' : ''}`)).toEqual([
		'prepare',
		'request',
		'stream!',
		'retry',
		'request',
		'stream',
	]);
	const failed = exchangeLane({ summary: exchange({ state: 'failed', totalMs: 7 }), attempts: null }, 0);
	expect(failed).toMatchObject({
		outcome: 'failed',
		failed: true,
		endMs: 7,
		bands: [{ part: 'prepare', failed: true }],
	});
});
