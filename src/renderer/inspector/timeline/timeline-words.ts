import type { TFunction } from 'i18next';
import { count, durationText } from '../../ui/quantities.ts';
import type { Band } from './attempt-bands.ts';
import type { Lane } from './lanes.ts';
import type { CurrentPart, LongestPart } from './longest-part.ts';
import type { TextRate } from './text-rate.ts';
import type { TimelineItem } from './timeline-items.ts';

/** What the words of an item need besides it. */
export interface WordsContext {
	readonly t: TFunction<'timeline'>;
	readonly language: string;
	readonly lanes: readonly Lane[];
	/** From how long on a pause is marked; milliseconds. */
	readonly thresholdMs: number;
	/** When the headers of an attempt were there, and whether it went out on a connection that was open; by its id. */
	readonly attempts: ReadonlyMap<string, { readonly headersMs: number | null; readonly reused: boolean }>;
	/** The attempt with which the exchange ended, and the stop reason; null: not known. */
	readonly endOf: { readonly attemptId: string | null; readonly reason: string | null };
	/** Time between an exchange and the one before it, by its id; milliseconds. */
	readonly pauses: ReadonlyMap<string, number>;
}

/** What an item of the timeline is, when and for how long. */
export function itemWords(item: TimelineItem, context: WordsContext): string {
	const { t, language, lanes, thresholdMs } = context;
	const at = (ms: number) => durationText(ms, language);
	const span = { time: at(item.endMs - item.startMs), start: at(item.startMs), end: at(item.endMs) };
	const { time } = span;
	const lane = lanes[item.lane];
	switch (item.type) {
		case 'band':
			return bandWords(item.band, lane, span, context);
		case 'pause': {
			const threshold = durationText(thresholdMs, language);
			return item.pause.frame === null ? t('silence', { time, threshold }) : t('pause', { ...span, threshold });
		}
		case 'frames': {
			const { first, last } = item.group;
			return first === last
				? t('frame', { first: count(first, language), time: span.start })
				: t('frames', { first: count(first, language), last: count(last, language), time: span.start });
		}
		case 'exchange': {
			if (lane === undefined) return '';
			const name = laneName(lane, t);
			const pause = context.pauses.get(lane.exchangeId) ?? 0;
			return pause < 1
				? t('callWords', { name, time })
				: t('callAfter', { name, time, pause: durationText(pause, language) });
		}
	}
}

function bandWords(
	{ part, failed, startMs, endMs }: Band,
	lane: Lane | undefined,
	span: { readonly time: string; readonly start: string; readonly end: string },
	{ t, language, attempts, endOf }: WordsContext,
): string {
	const name = failed ? failedWords(part, lane?.reason ?? null, t) : t(`part.${part}`);
	if (failed && endMs - startMs < 1) return t('failedAt', { part: name, start: span.start });
	const words = t('band', { part: name, ...span });
	if (part === 'stream' && endOf.attemptId === lane?.attemptId && endOf.reason !== null && endMs === lane.endMs) {
		return t('ended', { words, reason: endOf.reason });
	}
	const known = attempts.get(lane?.attemptId ?? '');
	if (part === 'send' && known?.reused === true) return t('reused', { words });
	const headersMs = known?.headersMs ?? null;
	if (headersMs === null || (part !== 'answer' && part !== 'request')) return words;
	return t('headers', { words, time: durationText(headersMs, language) });
}

function failedWords(part: Band['part'], reason: string | null, t: TFunction<'timeline'>): string {
	const name = t(`part.${part}`);
	return reason === null ? t('failedPart', { part: name }) : t('failedFor', { part: name, reason });
}

/** What a line of the timeline is called. */
export function laneName({ kind, index, outcome }: Lane, t: TFunction<'timeline'>): string {
	if (kind === 'before' || kind === 'retry') return t(kind);
	const said = typeof outcome === 'number' ? String(outcome) : outcome === null ? null : t(`outcome.${outcome}`);
	if (kind === 'exchange')
		return said === null ? t('call', { number: index }) : t('callOutcome', { number: index, outcome: said });
	return said === null ? t('attempt', { number: index }) : t('attemptOutcome', { number: index, outcome: said });
}

/** What took most of the time; while it runs: what it does now. */
export function summaryWords(
	longest: LongestPart | null,
	running: CurrentPart | null,
	{ t, language }: WordsContext,
): string {
	const time = (ms: number) => durationText(ms, language);
	if (running?.part === 'pause') return t('nowSilent', { time: time(running.ms) });
	if (running !== null) {
		return t('now', { part: t(`part.${running.part}`), time: time(running.ms) });
	}
	if (longest === null) return '';
	const { part, failed, ms, totalMs } = longest;
	const name = failed ? t('failedPart', { part: t(`part.${part}`) }) : t(`part.${part}`);
	return t('mostly', { part: name, time: time(ms), total: time(totalMs) });
}

/** How fast the answer was written on the whole, and at a moment. */
export function rateWords(rate: TextRate, atMs: number | null, { t, language }: WordsContext): string {
	const figures = { mean: count(rate.mean, language), max: count(rate.max, language) };
	const at = atMs === null ? undefined : nearest(rate, atMs);
	if (at === undefined) {
		return t(`rateWords.${rate.unit}`, { ...figures, window: durationText(rate.windowMs, language) });
	}
	return t(`rateAt.${rate.unit}`, {
		...figures,
		rate: count(at.rate, language),
		time: durationText(at.atMs, language),
	});
}

function nearest({ points }: TextRate, atMs: number): TextRate['points'][number] | undefined {
	return points.reduce<TextRate['points'][number] | undefined>(
		(best, point) => (best === undefined || Math.abs(point.atMs - atMs) < Math.abs(best.atMs - atMs) ? point : best),
		undefined,
	);
}
