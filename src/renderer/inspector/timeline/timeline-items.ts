import type { Band, Part } from './attempt-bands.ts';
import type { Lane } from './lanes.ts';
import type { FrameGroup, Pause } from './stream-marks.ts';

/** Something of the timeline that can be pointed at. Its times are milliseconds since its exchange's start. */
export type TimelineItem = { readonly lane: number; readonly startMs: number; readonly endMs: number } & (
	| { readonly type: 'band'; readonly band: Band }
	| { readonly type: 'pause'; readonly pause: Pause }
	| { readonly type: 'frames'; readonly group: FrameGroup }
	| { readonly type: 'exchange' }
);

/** The frames of one attempt as they are drawn. */
export interface DrawnFrames {
	readonly attemptId: string;
	readonly groups: readonly FrameGroup[];
	readonly pauses: readonly Pause[];
}

/** Everything that can be pointed at, lane by lane and in each by its beginning. `lane` is the position of its lane. */
export function timelineItems(lanes: readonly Lane[], frames: DrawnFrames | null): readonly TimelineItem[] {
	return lanes.flatMap((lane, position): TimelineItem[] => {
		const of = { lane: position };
		if (lane.kind === 'exchange') return [{ ...of, type: 'exchange', startMs: lane.startMs, endMs: lane.endMs }];
		const bands = lane.bands.map((band): TimelineItem => ({ ...of, type: 'band', band, ...timesOf(band) }));
		if (frames === null || frames.attemptId !== lane.attemptId) return bands;
		const pauses = frames.pauses.map((pause): TimelineItem => ({ ...of, type: 'pause', pause, ...timesOf(pause) }));
		const groups = frames.groups.map(
			(group): TimelineItem => ({ ...of, type: 'frames', group, startMs: group.atMs, endMs: group.atMs }),
		);
		// Sorting is stable: of what begins at the same time, the larger comes first, a pause after the frame that it follows.
		return [...bands, ...groups, ...pauses].toSorted((a, b) => a.startMs - b.startMs);
	});
}

function timesOf({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }) {
	return { startMs, endMs };
}

/**
 * What lies at a moment of a lane: a frame not further than `reachMs`, but not across the beginning of the stream; else the
 * pause or else the band there, else what is nearest. -1: the lane has nothing. Gives the position among all items.
 */
export function itemAt(items: readonly TimelineItem[], lane: number, ms: number, reachMs: number): number {
	const streaming = items.some(
		(item) => item.lane === lane && item.type === 'band' && FRAMED.has(item.band.part) && holds(item, ms),
	);
	let best = -1;
	let [bestOrder, leastAway] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	items.forEach((item, position) => {
		if (item.lane !== lane) return;
		const away = Math.max(item.startMs - ms, ms - item.endMs, 0);
		if (item.type === 'frames' && (away > reachMs || !streaming)) return;
		const order = item.type === 'frames' || away === 0 ? ORDER[item.type] : NOT_THERE;
		if (order > bestOrder || (order === bestOrder && away >= leastAway)) return;
		[best, bestOrder, leastAway] = [position, order, away];
	});
	return best;
}

/** The parts in which frames come. */
const FRAMED: ReadonlySet<Part> = new Set(['text', 'stream']);

function holds({ startMs, endMs }: TimelineItem, ms: number): boolean {
	return ms >= startMs && ms <= endMs;
}

/** What is pointed at first where several lie together. */
const ORDER = { frames: 0, pause: 1, band: 2, exchange: 2 } as const;
const NOT_THERE = 3;

/**
 * Where a key leads from an item: left and right one by one, with Page Up and Page Down past single frames, up and down to
 * the lane above and below at about the same time. null: the key is not one of these.
 */
export function itemKey(key: string, items: readonly TimelineItem[], active: number): number | null {
	const last = items.length - 1;
	const current = items[active];
	switch (key) {
		case 'ArrowRight':
			return Math.min(active + 1, last);
		case 'ArrowLeft':
			return Math.max(active - 1, 0);
		case 'Home':
			return 0;
		case 'End':
			return last;
		case 'PageDown':
			return past(items, active, 1);
		case 'PageUp':
			return past(items, active, -1);
		case 'ArrowDown':
		case 'ArrowUp': {
			if (current === undefined) return 0;
			const lane = current.lane + (key === 'ArrowDown' ? 1 : -1);
			const found = itemAt(items, lane, current.startMs, 0);
			return found === -1 ? active : found;
		}
		default:
			return null;
	}
}

/** The next item in a direction that is not just frames; where it is when there is none. */
function past(items: readonly TimelineItem[], active: number, direction: 1 | -1): number {
	for (let at = active + direction; at >= 0 && at < items.length; at += direction) {
		if (items[at]?.type !== 'frames') return at;
	}
	return active;
}
