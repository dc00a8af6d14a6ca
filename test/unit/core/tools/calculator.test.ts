import { expect, test } from 'vitest';
import { calculator } from '../../../../src/main/core/tools/calculator.ts';

function of(expression: string) {
	return calculator({ expression });
}

test.each([
	['2 + 3 * 4', '14'],
	['(2 + 3) * 4', '20'],
	['2 - 3 - 4', '-5'],
	['-2^2', '-4'],
	['(-2)^2', '4'],
	['2^3^2', '512'],
	['2 ** -2', '0.25'],
	['--3', '3'],
	['7 % 3', '1'],
	['-7 % 3', '-1'],
	['5.5 % 2', '1.5'],
	['6 × 7 ÷ 2 − 1', '20'],
	['0.1 + 0.2', '0.3'],
	['1.10 * 3', '3.3'],
	['19.99 * 3', '59.97'],
	['.5 + 1.', '1.5'],
	['1.5e3 / 1E-2', '150000'],
	['9007199254740993 * 3', '27021597764222979'],
	['123456789012345678901234567890 + 1', '123456789012345678901234567891'],
	['2^200', '1606938044258990275541962092341162602522202993782792835301376'],
	['1 / 3', '0.33333333333333333333'],
	['2 / 3', '0.66666666666666666667'],
	['1 / 3 * 3', '1'],
	['1000000 / 7', '142857.14285714285714'],
	['-1 / 8', '-0.125'],
	['10^-40 / 3', '3.3333333333333333333e-41'],
	['2^-50', '8.8817841970012523234e-16'],
	['2^-20', '0.00000095367431640625'],
	['0^0', '1'],
	['(-1)^1001', '-1'],
	['1^999999999999', '1'],
	['sqrt(16)', '4'],
	['sqrt(2)', '1.4142135623730950488'],
	['sqrt(0.25)', '0.5'],
	['sqrt(10^60)', '1000000000000000000000000000000'],
	['4^0.5', '2'],
	['2^0.5', '1.4142135623730951'],
	['abs(-3) + max(1, 7/2, 3) - min(2, -1)', '7.5'],
	['floor(-1.5) + ceil(1.2) + round(2.5) + round(-2.5) + round(1.4)', '1'],
	['PI', '3.14159265358979323846'],
	['2 * pi', '6.2831853071795864769'],
])('%s = %s', (expression, result) => {
	expect(of(expression)).toEqual({ status: 'success', format: 'text', text: result });
});

test.each([
	['1 / 0', 'Division by zero.'],
	['5 % 0', 'Division by zero.'],
	['0^-1', 'Division by zero.'],
	['', 'The expression ends too early.'],
	['   ', 'The expression ends too early.'],
	['2 +', 'The expression ends too early.'],
	['(2 + 3', 'The expression ends too early.'],
	['2 3', '"3" is not expected there.'],
	['2 + * 3', '"*" is not expected there.'],
	['2)', '")" is not expected there.'],
	['2 $ 3', '"$" is not understood.'],
	['2 +😀', '"😀" is not understood.'],
	['1,000 + 1', '"," is not expected there.'],
	['process.exit()', '"." is not understood.'],
	['sin(1)', '"sin" is not known. Known are: sqrt, abs, floor, ceil, round, min, max, pi, e.'],
	['constructor(1)', '"constructor" is not known. Known are: sqrt, abs, floor, ceil, round, min, max, pi, e.'],
	['sqrt 4', '"4" is not expected there.'],
	['sqrt(4, 9)', 'sqrt takes one number.'],
	['sqrt(-1)', 'A negative number has no real square root.'],
	['(-8)^(1/3)', 'The result is no real number, or too large.'],
	['10^100000', 'The number is too large.'],
	['9^9^9', 'The number is too large.'],
	['1e99999', 'The number is too large.'],
	['(10^5000)^0.5', 'The result is no real number, or too large.'],
	[`${'9'.repeat(1900)}^4`, 'The number is too large.'],
	[`${'('.repeat(150)}1${')'.repeat(150)}`, 'The expression is nested too deeply.'],
	[`${'2^'.repeat(150)}1`, 'The expression is nested too deeply.'],
	['1+'.repeat(1500), 'The expression is longer than 2000 characters.'],
])('%s is refused in words', (expression, message) => {
	expect(of(expression)).toEqual({ status: 'error', format: 'text', text: message });
});

test.each([{}, { expression: 5 }, null, 'x', []])('an input of another shape is refused: %j', (input) => {
	expect(calculator(input)).toMatchObject({ status: 'error', text: expect.stringContaining('"expression"') });
});

test('the largest numbers that are let through take no time to speak of', () => {
	const many = Array.from({ length: 180 }, () => '(7/11)^2').join('*');
	expect(of(`${many} + sqrt(2^9000 + 1)`).status).toBe('success');
});
