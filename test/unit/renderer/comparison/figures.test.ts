import { expect, test } from 'vitest';
import type { Figures } from '../../../../src/renderer/comparison/figures.ts';
import { bestIn, figuresOf } from '../../../../src/renderer/comparison/figures.ts';
import type { ExchangeSummary } from '../../../../src/shared/model/exchange.ts';

const known: Figures = { first: 100, total: 1000, input: 10, output: 50, rate: 50, cost: 0.01 };

test('the best is the fastest, the shortest, the cheapest; of the tokens a second the most', () => {
	const answers = [known, { ...known, first: 90, output: 60, rate: 60 }, { ...known, total: 900, cost: 0.009 }];
	expect(bestIn('first', answers)).toEqual([1]);
	expect(bestIn('total', answers)).toEqual([2]);
	expect(bestIn('output', answers)).toEqual([0, 2]);
	expect(bestIn('rate', answers)).toEqual([1]);
	expect(bestIn('cost', answers)).toEqual([2]);
});

test('tokens in are nobody’s merit', () => {
	expect(bestIn('input', [known, { ...known, input: 5 }])).toEqual([]);
});

test('where one is not known, none is marked; nor where all are alike', () => {
	expect(bestIn('cost', [known, { ...known, cost: null }, { ...known, cost: 0.1 }])).toEqual([]);
	expect(bestIn('first', [known, known])).toEqual([]);
});

test('figures that are shown in the same words are alike', () => {
	const round = (value: number | null) => String(Math.round(value ?? 0));
	expect(bestIn('rate', [known, { ...known, rate: 50.3 }, { ...known, rate: 40 }], round)).toEqual([0, 1]);
	expect(bestIn('rate', [known, { ...known, rate: 50.3 }], round)).toEqual([]);
});

test('an answer that did not arrive whole does not count, and one alone is not the best', () => {
	expect(bestIn('output', [known, null, { ...known, output: 40 }])).toEqual([2]);
	expect(bestIn('output', [known, null])).toEqual([]);
});

test('figures are those of all calls of an answer; a cost with a part that is not known is not known', () => {
	const usage = { inputTokens: 100, outputTokens: 200, cacheReadInputTokens: null, cacheWriteInputTokens: null };
	const call = (change: Partial<ExchangeSummary>) =>
		({ modelId: 'one', continues: true, usage, firstTokenMs: 300, totalMs: 2000, ...change }) as ExchangeSummary;
	const turn = (...exchanges: ExchangeSummary[]) => ({ exchanges });
	const price = { input: 1, output: 10, cacheRead: null, cacheWrite: null };
	expect(figuresOf(turn(call({}), call({ firstTokenMs: 9 })), { one: price })).toEqual({
		first: 300,
		total: 4000,
		input: 200,
		output: 400,
		rate: 100,
		cost: 0.0042,
	});
	expect(figuresOf(turn(call({}), call({ modelId: 'two' })), { one: price }).cost).toBeNull();
	expect(figuresOf(turn(call({}), call({ usage: null })), { one: price }).cost).toBeNull();
	// What was refused before the question was asked again is no part of the answer.
	const again = [call({ continues: false, usage: null, firstTokenMs: null }), call({ continues: false }), call({})];
	expect(figuresOf(turn(...again), { one: price })).toMatchObject({ total: 4000, cost: 0.0042 });
	expect(figuresOf(turn(), {})).toEqual({
		first: null,
		total: null,
		input: null,
		output: null,
		rate: null,
		cost: null,
	});
});
