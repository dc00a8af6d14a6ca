import type { Band, Part } from './attempt-bands.ts';
import type { Lane } from './lanes.ts';
import type { Pause } from './stream-marks.ts';

/** What most of an exchange's time was spent on. `failed`: in attempts that failed there. Milliseconds. */
export interface LongestPart {
	readonly part: Part | 'pause';
	readonly failed: boolean;
	readonly ms: number;
	readonly totalMs: number;
}

/** What an exchange is doing, and for how long by now; milliseconds. */
export type CurrentPart = Pick<LongestPart, 'part' | 'ms'>;

/** The part in which a running exchange is: a silence of its stream, or its last band. null: nothing has begun. */
export function currentPart(lanes: readonly Lane[], pauses: readonly Pause[]): CurrentPart | null {
	const silence = pauses.at(-1);
	if (silence?.frame === null) return { part: 'pause', ms: silence.endMs - silence.startMs };
	const band = lanes.at(-1)?.bands.at(-1);
	return band === undefined ? null : { part: band.part, ms: band.endMs - band.startMs };
}

/**
 * The part that took longest in all lanes together; pauses of the stream are a part of their own. `wholeMs`: how long the
 * exchange took, if that is known; its end may come a little after that of its last attempt. null: no time passed.
 */
export function longestPart(
	lanes: readonly Lane[],
	pauses: readonly Pause[],
	wholeMs: number | null,
): LongestPart | null {
	const sums = new Map<string, { part: Part | 'pause'; failed: boolean; ms: number }>();
	const add = (part: Part | 'pause', failed: boolean, ms: number): void => {
		const key = `${part} ${failed}`;
		const sum = sums.get(key) ?? { part, failed, ms: 0 };
		sums.set(key, { ...sum, ms: sum.ms + ms });
	};
	for (const band of lanes.flatMap(({ bands }) => bands)) {
		const silent = pauses.reduce((sum, pause) => sum + sharedMs(band, pause), 0);
		add(band.part, band.failed, band.endMs - band.startMs - silent);
		add('pause', false, silent);
	}
	const longest = [...sums.values()].toSorted((a, b) => b.ms - a.ms)[0];
	const totalMs = wholeMs ?? lanes.reduce((latest, { endMs }) => Math.max(latest, endMs), 0);
	return longest === undefined || longest.ms <= 0 ? null : { ...longest, totalMs };
}

/** A pause may lie in the stream, or before its first text, or begin in one and end in the other. */
function sharedMs(band: Band, pause: Pause): number {
	return Math.max(0, Math.min(band.endMs, pause.endMs) - Math.max(band.startMs, pause.startMs));
}
