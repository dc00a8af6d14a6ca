import type { Attempt, RunState } from '../../../shared/model/exchange.ts';

/**
 * A band of a lane. `connect`: until the headers; `first`: until the first byte of the body; `stream`: the body; `bad`:
 * the end of a failed attempt, which may have taken no time at all.
 */
export interface Band {
	readonly kind: 'before' | 'wait' | 'connect' | 'first' | 'stream' | 'bad';
	/** Milliseconds since the exchange's start. */
	readonly startMs: number;
	readonly endMs: number;
}

/** One line of the timeline: the time before anything was sent, an attempt, or the wait before the next one. */
export interface Lane {
	readonly kind: 'before' | 'attempt' | 'wait';
	/** Of the attempt, or of the attempt that the wait follows; 0 before the first. */
	readonly index: number;
	/** HTTP status, or how an attempt without one ended. */
	readonly outcome: number | 'failed' | 'stopped' | null;
	/** Code or name of the error that ended a failed attempt (`ENOTFOUND`). */
	readonly reason: string | null;
	readonly failed: boolean;
	readonly startMs: number;
	readonly endMs: number;
	readonly bands: readonly Band[];
}

/** The timeline of an exchange: its lanes, and the time that the whole width stands for. */
export interface Strata {
	readonly lanes: readonly Lane[];
	readonly totalMs: number;
}

/**
 * The lanes of an exchange: one for each attempt and one for each gap before an attempt: the getting ready before the
 * first, the wait between an attempt's end and the next one's start. `nowMs`: the time since the exchange's start, up to which a running attempt is drawn.
 */
export function strataOf(attempts: readonly Attempt[], state: RunState, nowMs: number): Strata {
	const lanes: Lane[] = [];
	attempts.forEach((attempt, position) => {
		const last = lanes.at(-1);
		const gap = { startMs: last?.endMs ?? 0, endMs: attempt.startedMs };
		if (gap.endMs - gap.startMs >= 1) {
			const kind = last === undefined ? 'before' : 'wait';
			const nothing = { outcome: null, reason: null, failed: false };
			lanes.push({ kind, index: last?.index ?? 0, ...nothing, ...gap, bands: [{ kind, ...gap }] });
		}
		const isLast = position === attempts.length - 1;
		lanes.push(attemptLane(attempt, isLast && state === 'stopped', nowMs));
	});
	const totalMs = lanes.reduce((latest, lane) => Math.max(latest, lane.endMs), 1);
	return { lanes, totalMs };
}

function attemptLane(attempt: Attempt, stopped: boolean, nowMs: number): Lane {
	const { response, startedMs, error } = attempt;
	const startMs = startedMs;
	const reached = response?.firstByteMs ?? response?.headersMs ?? startMs;
	const endMs = Math.max(attempt.endedMs ?? Math.max(nowMs, reached), startMs);
	const refused = response !== null && response.status >= 400;
	const failed = refused || (error !== null && !stopped);
	const bands: Band[] = [];
	const add = (kind: Band['kind'], from: number, to: number): void => {
		if (to > from) bands.push({ kind, startMs: from, endMs: to });
	};
	if (response === null) {
		if (!failed) add('connect', startMs, endMs);
	} else {
		const { headersMs } = response;
		const firstByteMs = response.firstByteMs ?? endMs;
		add('connect', startMs, headersMs);
		if (!refused) {
			add('first', headersMs, firstByteMs);
			add('stream', firstByteMs, endMs);
		}
	}
	if (failed)
		bands.push({ kind: 'bad', startMs: refused ? response.headersMs : (bands.at(-1)?.endMs ?? startMs), endMs });
	return {
		kind: 'attempt',
		index: attempt.index,
		outcome: response?.status ?? (error === null ? null : failed ? 'failed' : 'stopped'),
		reason: failed ? (error?.code ?? error?.name ?? null) : null,
		failed,
		startMs,
		endMs,
		bands,
	};
}

/** More marks than this would be a solid bar. */
const MOST_MARKS = 60;

/** Where to draw arriving frames into a band, as parts (0 to 1) of the whole width; too dense ones are left out. */
export function marksOf(timesMs: readonly number[], totalMs: number): readonly number[] {
	const marks: number[] = [];
	for (const time of timesMs) {
		const part = time / totalMs;
		if (part >= 1) break;
		const last = marks.at(-1);
		if (last === undefined || part - last >= 1 / MOST_MARKS / 2) marks.push(part);
	}
	return marks.length > MOST_MARKS ? [] : marks;
}
