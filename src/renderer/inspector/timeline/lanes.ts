import type { Attempt, ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { Band } from './attempt-bands.ts';
import { attemptBands } from './attempt-bands.ts';

/**
 * One line of the timeline: the time before anything was sent, an attempt, the wait before the next one, or the whole of
 * an exchange that is not the chosen one. Times in milliseconds since its exchange's start.
 */
export interface Lane {
	readonly kind: 'before' | 'attempt' | 'retry' | 'exchange';
	readonly exchangeId: string;
	/** Of the attempt, or of the attempt that the wait follows (0 before the first), or of the exchange. */
	readonly index: number;
	readonly attemptId: string | null;
	/** HTTP status, or how an attempt without one ended. */
	readonly outcome: number | 'failed' | 'stopped' | null;
	/** Code or name of the error that ended a failed attempt (`ENOTFOUND`). */
	readonly reason: string | null;
	readonly failed: boolean;
	readonly startMs: number;
	readonly endMs: number;
	readonly bands: readonly Band[];
}

/** An exchange with what is known of its attempts; null: nothing yet. */
export interface Run {
	readonly summary: ExchangeSummary;
	readonly attempts: readonly Attempt[] | null;
}

/**
 * The lanes of an exchange: one for each attempt and one for each gap before an attempt: the getting ready before the
 * first, the wait between an attempt's end and the next one's start. `nowMs`: the time since the exchange's start, up to
 * which what runs is drawn.
 */
export function lanesOf({ summary, attempts }: Run, nowMs: number): readonly Lane[] {
	const lanes: Lane[] = [];
	const running = summary.state === 'running';
	const all = attempts ?? [];
	const gap = (startMs: number, endMs: number): void => {
		// Less is the time that the app itself takes for a step.
		if (endMs - startMs < 1) return;
		const index = lanes.at(-1)?.index ?? 0;
		const kind = index === 0 ? 'before' : 'retry';
		const failed = index === 0 && all.length === 0 && summary.state === 'failed';
		const bands = index === 0 ? bandsBefore(summary, endMs, failed) : [bandOf('retry', startMs, endMs)];
		const nothing = { attemptId: null, outcome: null, reason: null, failed };
		lanes.push({ kind, exchangeId: summary.id, index, ...nothing, startMs, endMs, bands });
	};
	all.forEach((attempt, position) => {
		gap(lanes.at(-1)?.endMs ?? 0, attempt.startedMs);
		lanes.push(attemptLane(attempt, summary, position === all.length - 1, nowMs));
	});
	const last = all.at(-1);
	if (last === undefined) gap(0, summary.totalMs ?? nowMs);
	else if (running && last.endedMs !== null && mayBeRetried(last)) gap(last.endedMs, nowMs);
	return lanes;
}

/** An exchange in one line, all that happened in it one after the other. */
export function exchangeLane(run: Run, nowMs: number): Lane {
	const { summary } = run;
	const lanes = lanesOf(run, nowMs);
	const endMs = Math.max(summary.totalMs ?? nowMs, lanes.at(-1)?.endMs ?? 0);
	return {
		kind: 'exchange',
		exchangeId: summary.id,
		index: summary.index,
		attemptId: null,
		outcome: summary.status ?? (summary.state === 'failed' || summary.state === 'stopped' ? summary.state : null),
		reason: null,
		failed: summary.state === 'failed',
		startMs: 0,
		endMs,
		bands: lanes.flatMap(({ bands }) => bands),
	};
}

function bandsBefore({ credentials }: ExchangeSummary, endMs: number, failed: boolean): readonly Band[] {
	if (credentials === null) return [{ ...bandOf('prepare', 0, endMs), failed }];
	const from = Math.min(credentials.askedMs, endMs);
	const to = Math.min(credentials.endedMs ?? endMs, endMs);
	const bands = [
		bandOf('prepare', 0, from),
		{ ...bandOf('credentials', from, to), failed },
		bandOf('prepare', to, endMs),
	];
	return bands.filter((band) => band.endMs > band.startMs);
}

function bandOf(part: Band['part'], startMs: number, endMs: number): Band {
	return { part, failed: false, startMs, endMs };
}

/** An attempt that ended without an answer in an exchange that still runs. */
function mayBeRetried({ response, error }: Attempt): boolean {
	return error !== null || (response?.status ?? 0) >= 400;
}

function attemptLane(attempt: Attempt, { state, ...summary }: ExchangeSummary, isLast: boolean, nowMs: number): Lane {
	const { response, startedMs: startMs, error } = attempt;
	const stopped = isLast && state === 'stopped';
	const reached = response?.firstByteMs ?? response?.headersMs ?? attempt.sending?.sentMs ?? startMs;
	const endMs = Math.max(attempt.endedMs ?? Math.max(nowMs, reached), startMs);
	const failed = (response?.status ?? 0) >= 400 || (error !== null && !stopped);
	return {
		kind: 'attempt',
		exchangeId: attempt.exchangeId,
		index: attempt.index,
		attemptId: attempt.id,
		outcome: response?.status ?? (error === null ? null : failed ? 'failed' : 'stopped'),
		reason: failed ? (error?.code ?? error?.name ?? null) : null,
		failed,
		startMs,
		endMs,
		bands: attemptBands(attempt, { endMs, firstTextMs: isLast ? summary.firstTokenMs : null, failed }),
	};
}
