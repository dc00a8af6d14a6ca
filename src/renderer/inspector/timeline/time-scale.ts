import type { ExchangeSummary } from '../../../shared/model/exchange.ts';

/** Between two exchanges more than this is left out of the scale: somebody thought, nothing was called. Milliseconds. */
const LONGEST_PAUSE = 1000;

/** How much of the whole width stands for a time that is left out, and for all of them together at most. */
const BREAK = 0.03;
const MOST_BREAKS = 0.3;

/** The scale of time of a turn: where each moment of each exchange lies, as parts (0 to 1) of the whole width. */
export interface TimeScale {
	/** How much of the width a millisecond takes. */
	readonly perMs: number;
	/** Where each exchange begins, by its id. */
	readonly origins: ReadonlyMap<string, number>;
	/** Times that are left out: where, and how long they were. */
	readonly breaks: readonly { readonly part: number; readonly ms: number }[];
}

/** The scale for exchanges one after the other, each with how long it took. Milliseconds. */
export function timeScale(
	spans: readonly { readonly summary: Pick<ExchangeSummary, 'id' | 'startedAt'>; readonly ms: number }[],
): TimeScale {
	let drawnMs = 0;
	let endedAt = spans[0]?.summary.startedAt ?? 0;
	const starts: { readonly id: string; readonly drawnMs: number; readonly breaks: number }[] = [];
	const breaks: { readonly drawnMs: number; readonly ms: number }[] = [];
	for (const { summary, ms } of spans) {
		const pause = Math.max(0, summary.startedAt - endedAt);
		if (pause > LONGEST_PAUSE) breaks.push({ drawnMs, ms: pause });
		else drawnMs += pause;
		starts.push({ id: summary.id, drawnMs, breaks: breaks.length });
		drawnMs += ms;
		endedAt = summary.startedAt + ms;
	}
	const width = Math.min(BREAK, MOST_BREAKS / Math.max(breaks.length, 1));
	const perMs = (1 - breaks.length * width) / Math.max(drawnMs, 1);
	return {
		perMs,
		origins: new Map(starts.map((start) => [start.id, start.drawnMs * perMs + start.breaks * width])),
		breaks: breaks.map(({ drawnMs: before, ms }, earlier) => ({ part: before * perMs + (earlier + 0.5) * width, ms })),
	};
}

/** Where a moment lies: `ms` since the start of an exchange. */
export function partOf(scale: TimeScale, exchangeId: string, ms: number): number {
	return (scale.origins.get(exchangeId) ?? 0) + ms * scale.perMs;
}
