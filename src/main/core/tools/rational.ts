/** An exact number: a fraction in lowest terms, its denominator positive. */
export interface Rational {
	readonly n: bigint;
	readonly d: bigint;
}

/** What can't be calculated; the message is for whoever asked. */
export class CalculationError extends Error {
	override readonly name = 'CalculationError';
}

/** Longest numerator or denominator, in bits: some 6,000 digits. */
const LONGEST = 20_000n;
/** Digits to which what has no end is rounded, and the longest fraction that is written out. */
const DIGITS = 20;
const LONGEST_FRACTION = 30;

/** A fraction from two integers. Throws a `CalculationError` where it divides by zero or is too large. */
export function fraction(numerator: bigint, denominator: bigint): Rational {
	if (denominator === 0n) throw new CalculationError('Division by zero.');
	const common = gcd(absolute(numerator), absolute(denominator)) * (denominator < 0n ? -1n : 1n);
	const n = numerator / common;
	const d = denominator / common;
	const bound = 1n << LONGEST;
	if (absolute(n) >= bound || d >= bound) throw new CalculationError('The number is too large.');
	return { n, d };
}

/** Reads digits with an optional fraction and exponent (`12`, `.5`, `1.5e-3`). */
export function rationalOf(text: string): Rational {
	const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
	const [whole = '', decimals = ''] = mantissa.split('.');
	const power = Number(exponent) - decimals.length;
	if (Math.abs(power) > 5000 || mantissa.length > 5000) throw new CalculationError('The number is too large.');
	const digits = BigInt(whole + decimals);
	const scale = 10n ** BigInt(Math.abs(power));
	return power < 0 ? fraction(digits, scale) : fraction(digits * scale, 1n);
}

/** The power of a fraction: exact for whole exponents, else to 15 digits. */
export function power(base: Rational, exponent: Rational): Rational {
	if (exponent.d !== 1n) return approximate(toNumber(base) ** toNumber(exponent));
	const times = absolute(exponent.n);
	const longest = BigInt(Math.max(absolute(base.n).toString(2).length, base.d.toString(2).length) - 1);
	if (longest * times > LONGEST) throw new CalculationError('The number is too large.');
	// Of 0, 1 and -1 every power is small, and only whether it is even counts.
	const count = longest === 0n ? times % 2n || (times === 0n ? 0n : 2n) : times;
	return exponent.n < 0n ? fraction(base.d ** count, base.n ** count) : fraction(base.n ** count, base.d ** count);
}

/** The square root: exact where there is one, else to 40 decimals and more. */
export function squareRoot({ n, d }: Rational): Rational {
	if (n < 0n) throw new CalculationError('A negative number has no real square root.');
	const roots = { n: integerRoot(n), d: integerRoot(d) };
	if (roots.n ** 2n === n && roots.d ** 2n === d) return roots;
	const scale = 10n ** BigInt(40 + Math.max(0, digitsOf(d) - digitsOf(n)));
	return fraction(integerRoot((n * scale ** 2n) / d), scale);
}

/** The nearest whole number not above. */
export function floor({ n, d }: Rational): Rational {
	return { n: n < 0n && n % d !== 0n ? n / d - 1n : n / d, d: 1n };
}

/** A number as digits: exact where its digits end soon, else rounded to some 20 significant ones. */
export function rationalText({ n, d }: Rational): string {
	const sign = n < 0n ? '-' : '';
	const size = absolute(n);
	if (d === 1n) return sign + size;
	const places = endsAfter(d);
	if (places !== null) return sign + withPoint((size * 10n ** BigInt(places)) / d, places);
	const scale = Math.max(0, DIGITS - (digitsOf(size) - digitsOf(d)));
	const rounded = (size * 10n ** BigInt(scale) * 2n + d) / (d * 2n);
	if (scale <= LONGEST_FRACTION) return sign + withPoint(rounded, scale).replace(/\.?0+$/, '');
	const digits = String(rounded);
	return `${sign}${digits[0]}.${digits.slice(1, DIGITS)}e-${scale - digits.length + 1}`;
}

function withPoint(digits: bigint, places: number): string {
	const text = String(digits).padStart(places + 1, '0');
	return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** After how many decimals a fraction with this denominator ends; null: never, or late. */
function endsAfter(denominator: bigint): number | null {
	for (let places = 1; places <= LONGEST_FRACTION; places += 1) {
		if (10n ** BigInt(places) % denominator === 0n) return places;
	}
	return null;
}

function approximate(value: number): Rational {
	if (!Number.isFinite(value)) throw new CalculationError('The result is no real number, or too large.');
	const text = String(value);
	const read = rationalOf(text.replace('-', (_, at: number) => (at === 0 ? '' : '-')));
	return value < 0 ? { ...read, n: -read.n } : read;
}

function toNumber(value: Rational): number {
	return Number(rationalText(value));
}

/** Newton's method, from above. */
function integerRoot(value: bigint): bigint {
	if (value < 2n) return value;
	let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
	for (;;) {
		const next = (root + value / root) >> 1n;
		if (next >= root) return root;
		root = next;
	}
}

function digitsOf(value: bigint): number {
	return value.toString().length;
}

function absolute(value: bigint): bigint {
	return value < 0n ? -value : value;
}

function gcd(a: bigint, b: bigint): bigint {
	let [one, other] = [a, b];
	while (other !== 0n) [one, other] = [other, one % other];
	return one;
}
