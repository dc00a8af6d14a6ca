import { spentOn } from '../../shared/cost.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import type { Price } from '../../shared/model/model-entry.ts';
import { turnTotals } from '../chat/turn-totals.ts';

/** What is compared of answers, in the order in which it is shown. */
export const figureNames = ['first', 'total', 'input', 'output', 'rate', 'cost'] as const;
export type FigureName = (typeof figureNames)[number];

/** What an answer took; null: not known. `first` and `total` in milliseconds, `rate` in tokens a second, `cost` in dollars. */
export type Figures = Readonly<Record<FigureName, number | null>>;

/**
 * The figures of an answer: of all calls that it is made of, without those before a retry, which began it anew. `rate`: its
 * tokens over the whole time.
 */
export function figuresOf(turn: Pick<Turn, 'exchanges'>, own: Readonly<Record<string, Price>>): Figures {
	const begin = turn.exchanges.findLastIndex(({ continues }) => !continues);
	const exchanges = turn.exchanges.slice(Math.max(0, begin));
	const { usage, firstTokenMs, totalMs } = turnTotals(exchanges);
	const { dollars, models, uncounted } = spentOn(exchanges, own);
	const output = usage?.outputTokens ?? null;
	const whole = uncounted === 0 && models.every(({ cost }) => cost !== null);
	return {
		first: firstTokenMs,
		total: totalMs,
		input: usage?.inputTokens ?? null,
		output,
		rate: output === null || totalMs === null || totalMs === 0 ? null : output / (totalMs / 1000),
		cost: whole ? dollars : null,
	};
}

/** Of which the least is the best, and of which the most; tokens in depend on who counts them. */
const BEST: Readonly<Record<FigureName, 'least' | 'most' | null>> = {
	first: 'least',
	total: 'least',
	input: null,
	output: 'least',
	rate: 'most',
	cost: 'least',
};

/**
 * Which of several answers is the best in a figure, by their places; null stands for one that did not arrive whole. None
 * is where one of the figures is not known, where all are alike, and where fewer than two answers are whole. What is shown
 * in the same words is alike: of 50 and 50 none is better to who reads them.
 */
export function bestIn(
	name: FigureName,
	answers: readonly (Figures | null)[],
	shown: (value: number | null) => string = String,
): readonly number[] {
	const found = answers.flatMap((figures, place) => (figures === null ? [] : [{ place, value: figures[name] }]));
	const values = found.flatMap(({ value }) => (value === null ? [] : [value]));
	const way = BEST[name];
	if (way === null || found.length < 2 || values.length < found.length) return [];
	const best = way === 'least' ? Math.min(...values) : Math.max(...values);
	const places = found.filter(({ value }) => shown(value) === shown(best)).map(({ place }) => place);
	return places.length === found.length ? [] : places;
}
