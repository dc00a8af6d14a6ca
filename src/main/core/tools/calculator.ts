import { z } from 'zod';
import type { Rational } from './rational.ts';
import { CalculationError, floor, fraction, power, rationalOf, rationalText, squareRoot } from './rational.ts';
import type { ToolAnswer } from './tool-answer.ts';
import { toolError } from './tool-answer.ts';

const input = z.object({ expression: z.string() });

const LONGEST_EXPRESSION = 2000;
const DEEPEST = 100;
const TOKEN = /\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[A-Za-z]+|\*\*|[-+*/%^(),−×÷·])/y;

const constants: ReadonlyMap<string, Rational> = new Map([
	['pi', rationalOf('3.14159265358979323846264338327950288419717')],
	['e', rationalOf('2.71828182845904523536028747135266249775725')],
]);

const functions: ReadonlyMap<string, (...values: readonly Rational[]) => Rational> = new Map([
	['sqrt', (value = zero()) => squareRoot(value)],
	['abs', (value = zero()) => (value.n < 0n ? negative(value) : value)],
	['floor', (value = zero()) => floor(value)],
	['ceil', (value = zero()) => negative(floor(negative(value)))],
	['round', (value = zero()) => (value.n < 0n ? negative(half(negative(value))) : half(value))],
	['min', (...values) => values.reduce((least, value) => (isLess(value, least) ? value : least))],
	['max', (...values) => values.reduce((most, value) => (isLess(most, value) ? value : most))],
]);

/** Calculates an expression exactly, with fractions; a parser of its own, so that nothing of it is ever run as code. */
export function calculator(json: unknown): ToolAnswer {
	const { success, data } = input.safeParse(json);
	if (!success)
		return toolError('The input must be an object with a text "expression", such as {"expression": "2 * (3 + 4)"}.');
	try {
		return { status: 'success', format: 'text', text: rationalText(evaluate(data.expression)) };
	} catch (error) {
		if (error instanceof CalculationError) return toolError(error.message);
		throw error;
	}
}

function evaluate(expression: string): Rational {
	const tokens = tokensOf(expression);
	let at = 0;
	let depth = 0;

	function take(...wanted: readonly string[]): string | null {
		const token = tokens[at];
		if (token === undefined || !wanted.includes(token)) return null;
		at += 1;
		return token;
	}

	function expect(wanted: string): void {
		if (take(wanted) === null) throw unexpected();
	}

	function unexpected(): CalculationError {
		const token = tokens[at];
		return new CalculationError(
			token === undefined ? 'The expression ends too early.' : `"${token.slice(0, 100)}" is not expected there.`,
		);
	}

	function sum(): Rational {
		depth += 1;
		if (depth > DEEPEST) throw new CalculationError('The expression is nested too deeply.');
		let value = product();
		for (let sign = take('+', '-'); sign !== null; sign = take('+', '-')) {
			const next = product();
			value = add(value, sign === '-' ? negative(next) : next);
		}
		depth -= 1;
		return value;
	}

	function product(): Rational {
		let value = signed();
		for (let sign = take('*', '/', '%'); sign !== null; sign = take('*', '/', '%')) {
			const next = signed();
			value = sign === '*' ? fraction(value.n * next.n, value.d * next.d) : divide(value, next, sign === '%');
		}
		return value;
	}

	/** `-2^2` is -4, as in mathematics. */
	function signed(): Rational {
		let isNegative = false;
		for (let sign = take('+', '-'); sign !== null; sign = take('+', '-')) isNegative = isNegative !== (sign === '-');
		const value = raised();
		return isNegative ? negative(value) : value;
	}

	function raised(): Rational {
		const base = atom();
		if (take('^') === null) return base;
		depth += 1;
		if (depth > DEEPEST) throw new CalculationError('The expression is nested too deeply.');
		const exponent = signed();
		depth -= 1;
		return power(base, exponent);
	}

	function atom(): Rational {
		if (take('(') !== null) {
			const value = sum();
			expect(')');
			return value;
		}
		const token = tokens[at];
		if (token === undefined || !/^[\d.A-Za-z]/.test(token)) throw unexpected();
		at += 1;
		return /^[\d.]/.test(token) ? rationalOf(token) : named(token.toLowerCase());
	}

	function named(name: string): Rational {
		const constant = constants.get(name);
		if (constant !== undefined) return constant;
		const call = functions.get(name);
		if (call === undefined) {
			const known = [...functions.keys(), ...constants.keys()].join(', ');
			throw new CalculationError(`"${name.slice(0, 100)}" is not known. Known are: ${known}.`);
		}
		expect('(');
		const values = [sum()];
		while (take(',') !== null) values.push(sum());
		expect(')');
		if (values.length > 1 && name !== 'min' && name !== 'max') throw new CalculationError(`${name} takes one number.`);
		return call(...values);
	}

	const value = sum();
	if (at < tokens.length) throw unexpected();
	return value;
}

function tokensOf(expression: string): readonly string[] {
	if (expression.length > LONGEST_EXPRESSION) {
		throw new CalculationError(`The expression is longer than ${LONGEST_EXPRESSION} characters.`);
	}
	const text = expression.trimEnd();
	const tokens: string[] = [];
	for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
		TOKEN.lastIndex = at;
		const token = TOKEN.exec(text)?.[1];
		if (token === undefined) {
			const [character = ''] = text.slice(at).trimStart();
			throw new CalculationError(`"${character}" is not understood.`);
		}
		tokens.push(written.get(token) ?? token);
	}
	return tokens;
}

/** Other signs for the same. */
const written: ReadonlyMap<string, string> = new Map([
	['**', '^'],
	['×', '*'],
	['·', '*'],
	['÷', '/'],
	['−', '-'],
]);

function zero(): Rational {
	return { n: 0n, d: 1n };
}

function negative({ n, d }: Rational): Rational {
	return { n: -n, d };
}

function add(one: Rational, other: Rational): Rational {
	return fraction(one.n * other.d + other.n * one.d, one.d * other.d);
}

/** `remainder`: what is left of the first one, with its sign, as in C and JavaScript. */
function divide(one: Rational, other: Rational, remainder: boolean): Rational {
	const quotient = fraction(one.n * other.d, one.d * other.n);
	if (!remainder) return quotient;
	const whole = { n: quotient.n / quotient.d, d: 1n };
	return add(one, negative({ n: whole.n * other.n, d: other.d }));
}

/** Rounded, halves up. */
function half({ n, d }: Rational): Rational {
	return floor(fraction(2n * n + d, 2n * d));
}

function isLess(one: Rational, other: Rational): boolean {
	return one.n * other.d < other.n * one.d;
}
