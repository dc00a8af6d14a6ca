import { expect, test } from 'vitest';
import { exchangeLane, lanesOf } from '../../../../../src/renderer/inspector/timeline/lanes.ts';
import { frameGroups, pausesOf } from '../../../../../src/renderer/inspector/timeline/stream-marks.ts';
import type { TimelineItem } from '../../../../../src/renderer/inspector/timeline/timeline-items.ts';
import { itemAt, itemKey, timelineItems } from '../../../../../src/renderer/inspector/timeline/timeline-items.ts';
import { attempt, exchange } from './samples.ts';

const lanes = [
	exchangeLane({ summary: exchange({ id: 'other', totalMs: 70 }), attempts: null }, 0),
	...lanesOf(
		{
			summary: exchange(),
			attempts: [attempt(1, { startedMs: 50, status: 200, headersMs: 100, firstByteMs: 100, endedMs: 1000 })],
		},
		0,
	),
];
const timesMs = [100, 120, 140, 640, 660];
const frames = {
	attemptId: 'attempt 1',
	groups: frameGroups(timesMs, 1),
	pauses: pausesOf(timesMs, 200, 700),
};
const items = timelineItems(lanes, frames);

function named(item: TimelineItem | undefined): string {
	if (item === undefined) return 'none';
	if (item.type === 'band') return item.band.part;
	return item.type === 'frames' ? `frame ${item.group.first}` : item.type;
}

test('lane by lane, each by its beginning', () => {
	expect(items.map((item) => `${item.lane} ${named(item)}`)).toEqual([
		'0 exchange',
		'1 prepare',
		'2 request',
		'2 stream',
		'2 frame 1',
		'2 frame 2',
		'2 frame 3',
		'2 pause',
		'2 frame 4',
		'2 frame 5',
	]);
});

test('frames of another attempt belong to no lane here', () => {
	expect(timelineItems(lanes, { ...frames, attemptId: 'gone' }).map(named)).toEqual([
		'exchange',
		'prepare',
		'request',
		'stream',
	]);
});

test('a pointer meets the frame that it reaches, else the pause, else the band', () => {
	const at = (lane: number, ms: number, reachMs = 5) => named(items[itemAt(items, lane, ms, reachMs)]);
	expect(at(2, 124)).toBe('frame 2');
	expect(at(2, 130)).toBe('stream');
	expect(at(2, 130, 10)).toBe('frame 2');
	expect(at(2, 131, 10)).toBe('frame 3');
	expect(at(2, 300)).toBe('pause');
	expect(at(2, 99, 50)).toBe('request');
	expect(at(2, 900)).toBe('stream');
	expect(at(2, 98)).toBe('request');
	expect(at(2, 60)).toBe('request');
	expect(at(2, 10)).toBe('request');
	expect(at(1, 999)).toBe('prepare');
	expect(at(0, 5)).toBe('exchange');
	expect(at(7, 5)).toBe('none');
});

test('keys lead on, past frames, to the ends, and to the lanes above and below', () => {
	const key = (name: string, from: number) => {
		const next = itemKey(name, items, from);
		return next === null ? null : named(items[next]);
	};
	expect(key('ArrowRight', 4)).toBe('frame 2');
	expect(key('ArrowLeft', 4)).toBe('stream');
	expect(key('ArrowLeft', 0)).toBe('exchange');
	expect(key('ArrowRight', 9)).toBe('frame 5');
	expect(key('PageDown', 3)).toBe('pause');
	expect(key('PageDown', 7)).toBe('pause');
	expect(key('PageUp', 8)).toBe('pause');
	expect(key('PageUp', 7)).toBe('stream');
	expect(key('Home', 5)).toBe('exchange');
	expect(key('End', 5)).toBe('frame 5');
	expect(key('ArrowUp', 9)).toBe('prepare');
	expect(key('ArrowDown', 1)).toBe('request');
	expect(key('ArrowDown', 9)).toBe('frame 5');
	expect(key('x', 0)).toBeNull();
});
