import { expect, test } from 'vitest';
import { evaluate } from '../../../../src/main/practice/tools/evaluate.ts';

test.each([
	['12*7', 84],
	['2 + 3 * 4', 14],
	['(2 + 3) * 4', 20],
	['10 - 4 - 3', 3],
	['-2 ** 2', -4],
	['2 ** 3 ** 2', 512],
	['2 ^ -1', 0.5],
	['7 / 2', 3.5],
	['-7 % 3', 2],
	['1.5 * 2', 3],
])('%s is %d', (expression, value) => {
	expect(evaluate(expression)).toBe(value);
});

test.each(['', '1 +', '(1 + 2', '1 / 0', '1 2', '9 ** 999'])('%j has no value', (expression) => {
	expect(evaluate(expression)).toBe(null);
});
