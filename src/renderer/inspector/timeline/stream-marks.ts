/** Frames so close that one mark stands for them. Indexes from 1. */
export interface FrameGroup {
	readonly first: number;
	readonly last: number;
	/** When the first of them was there; milliseconds since the exchange's start. */
	readonly atMs: number;
}

/** A time without a frame that is long for its stream. Milliseconds since the exchange's start. */
export interface Pause {
	readonly startMs: number;
	readonly endMs: number;
	/** The frame that ended it; null: none came any more. */
	readonly frame: number | null;
}

/** Groups frames whose times fall into the same step of `stepMs`. At most so many groups as there are steps. */
export function frameGroups(timesMs: readonly number[], stepMs: number): readonly FrameGroup[] {
	const groups: { first: number; last: number; atMs: number }[] = [];
	let step = Number.NaN;
	timesMs.forEach((atMs, position) => {
		const at = Math.floor(atMs / stepMs);
		const last = groups.at(-1);
		if (last !== undefined && at === step) last.last = position + 1;
		else groups.push({ first: position + 1, last: position + 1, atMs });
		step = at;
	});
	return groups;
}

/** Gaps of less than a millisecond are between frames that came together. */
const TOGETHER = 1;
const TIMES_MEDIAN = 5;
const LEAST = 200;
const MOST = 1000;

/**
 * From how long on a time without a frame is a pause: five times the usual one (the median of those between frames that
 * did not come together), but at least 200 ms and at most a second. Milliseconds.
 */
export function pauseThreshold(timesMs: readonly number[]): number {
	const gaps = gapsOf(timesMs)
		.filter((gap) => gap >= TOGETHER)
		.toSorted((a, b) => a - b);
	const median = gaps[gaps.length >> 1];
	return median === undefined ? MOST : Math.min(MOST, Math.max(LEAST, TIMES_MEDIAN * median));
}

/**
 * The pauses of a stream, each as long as the threshold or longer. `endMs`: its end, or now; a silence up to there is one,
 * too.
 */
export function pausesOf(timesMs: readonly number[], threshold: number, endMs: number): readonly Pause[] {
	const pauses: Pause[] = [];
	const add = (startMs: number, to: number, frame: number | null): void => {
		if (to - startMs >= threshold) pauses.push({ startMs, endMs: to, frame });
	};
	gapsOf(timesMs).forEach((gap, position) => {
		const startMs = timesMs[position] ?? 0;
		add(startMs, startMs + gap, position + 2);
	});
	const last = timesMs.at(-1);
	if (last !== undefined) add(last, endMs, null);
	return pauses;
}

function gapsOf(timesMs: readonly number[]): number[] {
	return timesMs.slice(1).map((atMs, position) => atMs - (timesMs[position] ?? atMs));
}
