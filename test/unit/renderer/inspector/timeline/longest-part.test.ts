import { expect, test } from 'vitest';
import { lanesOf } from '../../../../../src/renderer/inspector/timeline/lanes.ts';
import { currentPart, longestPart } from '../../../../../src/renderer/inspector/timeline/longest-part.ts';
import { attempt, exchange, refusedConnection } from './samples.ts';

test('parts of all attempts are added up; waits beat them where they are longer', () => {
	const attempts = [
		attempt(1, { startedMs: 0, status: 429, headersMs: 60, endedMs: 60 }),
		attempt(2, { startedMs: 160, status: 200, headersMs: 220, firstByteMs: 220, endedMs: 300 }),
	];
	const lanes = lanesOf({ summary: exchange(), attempts }, 0);
	expect(longestPart(lanes, [], null)).toEqual({ part: 'request', failed: false, ms: 120, totalMs: 300 });
	expect(longestPart(lanes, [], 305)?.totalMs).toBe(305);
});

test('pauses are taken out of the stream', () => {
	const attempts = [attempt(1, { startedMs: 0, status: 200, headersMs: 10, firstByteMs: 10, endedMs: 1010 })];
	const lanes = lanesOf({ summary: exchange(), attempts }, 0);
	const pauses = (one: number, other: number) => [
		{ startMs: 100, endMs: 100 + one, frame: 2 },
		{ startMs: 600, endMs: 600 + other, frame: 3 },
	];
	expect(longestPart(lanes, pauses(200, 200), null)).toMatchObject({ part: 'stream', ms: 600 });
	expect(longestPart(lanes, pauses(400, 200), null)).toMatchObject({ part: 'pause', ms: 600 });
});

test('a pause is taken out of the part in which it lies: also before the first text, or across it', () => {
	const attempts = [attempt(1, { startedMs: 0, status: 200, headersMs: 10, firstByteMs: 10, endedMs: 1000 })];
	const longest = (firstTokenMs: number, startMs: number, endMs: number) =>
		longestPart(lanesOf({ summary: exchange({ firstTokenMs }), attempts }, 0), [{ startMs, endMs, frame: 2 }], null);
	expect(longest(910, 10, 900)).toMatchObject({ part: 'pause', ms: 890 });
	expect(longest(500, 10, 400)).toMatchObject({ part: 'stream', ms: 500 });
	expect(longest(500, 400, 700)).toMatchObject({ part: 'text', ms: 390 });
});

test('what failed is told from what did not', () => {
	const attempts = [attempt(1, { startedMs: 0, sending: {}, endedMs: 10_000, error: refusedConnection })];
	const lanes = lanesOf({ summary: exchange({ state: 'failed' }), attempts }, 0);
	expect(longestPart(lanes, [], null)).toEqual({ part: 'connect', failed: true, ms: 10_000, totalMs: 10_000 });
});

test('no time, no longest part', () => {
	expect(longestPart([], [], null)).toBeNull();
	const none = lanesOf({ summary: exchange(), attempts: [attempt(1, { startedMs: 0, endedMs: 0 })] }, 0);
	expect(longestPart(none, [], null)).toBeNull();
});

test('what runs is in its last band, or in a silence of its stream', () => {
	const running = { summary: exchange({ state: 'running' }), attempts: [attempt(1, { startedMs: 0, sending: {} })] };
	expect(currentPart(lanesOf(running, 700), [])).toEqual({ part: 'connect', ms: 700 });
	expect(currentPart(lanesOf(running, 700), [{ startMs: 100, endMs: 700, frame: null }])).toEqual({
		part: 'pause',
		ms: 600,
	});
	expect(currentPart(lanesOf(running, 700), [{ startMs: 100, endMs: 400, frame: 7 }])?.part).toBe('connect');
	expect(currentPart([], [])).toBeNull();
});
