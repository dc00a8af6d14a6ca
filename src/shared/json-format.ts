/** What became of a text that should be JSON. `valid` false: `text` is what was given, unchanged. */
export interface FormattedJson {
	readonly text: string;
	readonly valid: boolean;
}

/** Deeper levels are not indented further, so that `[[[[…` cannot make the output quadratic. */
const DEEPEST_INDENT = 60;

/**
 * Lays out JSON for reading without parsing it into values: number literals (`1.0`, `1e400`), the order of keys and
 * duplicate keys stay as they were sent. `\uXXXX` of a printable character outside ASCII becomes that character; all
 * other escapes stay. One linear scan; text that is not JSON (RFC 8259) comes back unchanged.
 */
export function formatJson(source: string): FormattedJson {
	const out = new Pieces();
	return scan(source, out) ? { text: out.join(), valid: true } : { text: source, valid: false };
}

/** Lays out the beginning of a JSON text that was cut off anywhere, as far as it goes. */
export function formatBeginning(source: string): string {
	const out = new Pieces();
	scan(source, out);
	return out.join();
}

/** Writes a text laid out to `out`. False: it is not JSON; what came before that was written. */
function scan(source: string, out: Pieces): boolean {
	/** For each open container: true for an object, false for an array. */
	const open: boolean[] = [];
	let at = skipSpace(source, 0);
	/** True where a value must come next; false after one. */
	let value = true;

	for (;;) {
		const code = source.charCodeAt(at);
		if (value) {
			if (code === OPEN_BRACE || code === OPEN_BRACKET) {
				const isObject = code === OPEN_BRACE;
				const next = skipSpace(source, at + 1);
				if (source.charCodeAt(next) === (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) {
					out.add(isObject ? '{}' : '[]');
					at = skipSpace(source, next + 1);
					value = false;
				} else {
					open.push(isObject);
					out.add(isObject ? '{' : '[');
					out.add(lineBreak(open.length));
					at = isObject ? key(source, next, out) : next;
					if (at < 0) return false;
				}
				continue;
			}
			const end = scalar(source, at, code, out);
			if (end < 0) return false;
			at = skipSpace(source, end);
			value = false;
			continue;
		}
		const isObject = open.at(-1);
		if (isObject === undefined) return at === source.length;
		if (code === COMMA) {
			out.add(',');
			out.add(lineBreak(open.length));
			const next = skipSpace(source, at + 1);
			at = isObject ? key(source, next, out) : next;
			if (at < 0) return false;
			value = true;
		} else if (code === (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) {
			open.pop();
			out.add(lineBreak(open.length));
			out.add(isObject ? '}' : ']');
			at = skipSpace(source, at + 1);
		} else {
			return false;
		}
	}
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const LETTER_U = 0x75;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const HEX = /[0-9a-fA-F]{4}/y;

/** Letters, marks, digits, punctuation and symbols, and the ideographic space: what is seen when it is written out. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\u3000]$/u;

/** Reads `"key":` and the white space after it; returns where the value begins, or -1. */
function key(source: string, at: number, out: Pieces): number {
	if (source.charCodeAt(at) !== QUOTE) return -1;
	const end = string(source, at, out);
	if (end < 0) return -1;
	const colon = skipSpace(source, end);
	if (source.charCodeAt(colon) !== COLON) return -1;
	out.add(': ');
	return skipSpace(source, colon + 1);
}

function scalar(source: string, at: number, code: number, out: Pieces): number {
	if (code === QUOTE) return string(source, at, out);
	const end = matchAt(code === 0x2d || (code >= 0x30 && code <= 0x39) ? NUMBER : WORD, source, at);
	if (end > 0) out.add(source.slice(at, end));
	return end;
}

/** Reads the string that begins at `at`; returns the place after its closing quote, or -1. */
function string(source: string, at: number, out: Pieces): number {
	let kept = at;
	let i = at + 1;
	for (;;) {
		const code = source.charCodeAt(i);
		if (code === QUOTE) {
			out.add(source.slice(kept, i + 1));
			return i + 1;
		}
		// NaN: the text ended inside the string.
		if (Number.isNaN(code) || code < 0x20) {
			out.add(source.slice(kept, i));
			return -1;
		}
		if (code !== BACKSLASH) {
			i += 1;
			continue;
		}
		const kind = source.charCodeAt(i + 1);
		if (kind !== LETTER_U) {
			if (Number.isNaN(kind) || !'"\\/bfnrt'.includes(String.fromCharCode(kind))) return -1;
			i += 2;
			continue;
		}
		const high = unit(source, i);
		if (high < 0) return -1;
		const paired = high >= 0xd800 && high <= 0xdbff && source.startsWith('\\u', i + 6);
		const low = paired ? unit(source, i + 6) : -1;
		const isPair = low >= 0xdc00 && low <= 0xdfff;
		const length = isPair ? 12 : 6;
		const character = isPair ? String.fromCharCode(high, low) : String.fromCharCode(high);
		if (high >= 0x80 && PRINTABLE.test(character)) {
			out.add(source.slice(kept, i));
			out.add(character);
			kept = i + length;
		}
		i += length;
	}
}

/** The code unit of the escape `\uXXXX` at `at`, or -1. */
function unit(source: string, at: number): number {
	const end = matchAt(HEX, source, at + 2);
	return end < 0 ? -1 : Number.parseInt(source.slice(at + 2, end), 16);
}

/** Where a sticky pattern that matches at `at` ends, or -1. */
function matchAt(pattern: RegExp, source: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(source) ? pattern.lastIndex : -1;
}

function skipSpace(source: string, at: number): number {
	let i = at;
	for (;;) {
		const code = source.charCodeAt(i);
		if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return i;
		i += 1;
	}
}

const breaks: readonly string[] = Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

function lineBreak(depth: number): string {
	return breaks[Math.min(depth, DEEPEST_INDENT)] ?? '\n';
}

/** Collects pieces and joins them in batches: neither millions of array entries nor a rope of millions of strings. */
class Pieces {
	#batch: string[] = [];
	#joined: string[] = [];

	add(piece: string): void {
		this.#batch.push(piece);
		if (this.#batch.length === 8192) this.#flush();
	}

	join(): string {
		this.#flush();
		return this.#joined.join('');
	}

	#flush(): void {
		this.#joined.push(this.#batch.join(''));
		this.#batch = [];
	}
}
