import { expect, it } from 'vitest';
import { arithmeticIn } from '../../../../src/main/practice/tools/arithmetic.ts';

it.each([
	['What is 12*7?', '12*7'],
	['12 × 7 を計算して', '12 * 7'],
	['１２÷４は？', '12/4'],
	['3足す4は?', '3+4'],
	['3かける4', '3*4'],
	['What is 12 times (3 + 4)?', '12 * (3 + 4)'],
	['How much is 1,234.5 plus 10 minus 2?', '1234.5 + 10 - 2'],
	['(as in 2 + 2)', '2 + 2'],
	['2 ** 10', '2 ** 10'],
])('%s', (question, expression) => {
	expect(arithmeticIn(question)).toBe(expression);
});

it.each(['Hello', 'On 2026-11-21 it rained', '2026/11/21 の天気', 'There are 12 of them', '', 'a + b'])(
	'finds none in %j',
	(question) => {
		expect(arithmeticIn(question)).toBeNull();
	},
);

it.each([
	['digits', '1'],
	['brackets', '('],
	['digits and commas', '1,'],
])('a long text of nothing but %s holds nobody up', (_, text) => {
	expect(arithmeticIn(text.repeat(500_000 / text.length))).toBeNull();
});

it('nor does one of spaces between two numbers', () => {
	expect(arithmeticIn(`1${' '.repeat(500_000)}2`)).toBeNull();
});
