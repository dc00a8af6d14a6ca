import { expect, test } from 'vitest';
import { frameGroups, pausesOf, pauseThreshold } from '../../../../../src/renderer/inspector/timeline/stream-marks.ts';

test('frames of the same step are one group', () => {
	expect(frameGroups([100, 101, 104, 110, 131], 10)).toEqual([
		{ first: 1, last: 3, atMs: 100 },
		{ first: 4, last: 4, atMs: 110 },
		{ first: 5, last: 5, atMs: 131 },
	]);
	expect(frameGroups([], 10)).toEqual([]);
});

test('twenty thousand frames are no more groups than there are steps', () => {
	const times = Array.from({ length: 20_000 }, (_, index) => index / 2);
	const groups = frameGroups(times, 10_000 / 120);
	expect(groups).toHaveLength(120);
	expect(groups.at(-1)?.last).toBe(20_000);
});

test('a pause is five times the usual gap, at least 200 ms and at most a second', () => {
	expect(pauseThreshold([0, 100, 200, 300])).toBe(500);
	expect(pauseThreshold([0, 18, 36, 54])).toBe(200);
	expect(pauseThreshold([0, 400, 800, 1200])).toBe(1000);
	// Frames that came together say nothing about how fast the stream is.
	expect(pauseThreshold([0, 0, 0.2, 100, 100, 200, 200.5])).toBe(500);
	expect(pauseThreshold([0, 1, 2, 3, 103])).toBe(200);
	expect(pauseThreshold([0, 0.9, 1.8, 101.8])).toBe(500);
	expect(pauseThreshold([0, 0])).toBe(1000);
	expect(pauseThreshold([])).toBe(1000);
});

test('pauses lie between frames, and after the last one', () => {
	expect(pausesOf([10, 30, 50, 250, 270], 200, 280)).toEqual([{ startMs: 50, endMs: 250, frame: 4 }]);
	expect(pausesOf([10, 30, 50], 200, 249)).toEqual([]);
	expect(pausesOf([10, 30, 50], 200, 250)).toEqual([{ startMs: 50, endMs: 250, frame: null }]);
	expect(pausesOf([], 1000, 5000)).toEqual([]);
});
