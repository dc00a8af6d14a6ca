import { describe, expect, test } from 'vitest';
import { formatBeginning, formatJson } from '../../../src/shared/json-format.ts';

function pretty(source: string): string {
	const formatted = formatJson(source);
	expect(formatted.valid).toBe(true);
	return formatted.text;
}

describe('layout', () => {
	test('puts each member on its own line, indented by two spaces', () => {
		expect(pretty('{"a":[1,{"b":null}],"c":{}, "d" : [ ] }')).toBe(
			['{', '  "a": [', '    1,', '    {', '      "b": null', '    }', '  ],', '  "c": {},', '  "d": []', '}'].join(
				'\n',
			),
		);
	});

	test.each(['1', '"a"', 'true', 'false', 'null', '[]', '{}', '-0'])('leaves the lone value %s as it is', (source) => {
		expect(pretty(` \t\r\n${source} \n`)).toBe(source);
	});

	test('stops indenting at a depth, so that nesting cannot make the output explode', () => {
		const depth = 20_000;
		const source = '['.repeat(depth) + ']'.repeat(depth);
		const text = pretty(source);
		expect(text.length).toBeLessThan(source.length * 130);
		expect(text.replaceAll(/\s/g, '')).toBe(source);
	});
});

describe('what was sent stays', () => {
	test('number literals are not rounded or rewritten', () => {
		const numbers = ['1.0', '1e400', '-1E-7', '12345678901234567890', '0.10', '-0'];
		expect(pretty(`[${numbers.join(',')}]`)).toBe(`[\n  ${numbers.join(',\n  ')}\n]`);
	});

	test('order of keys and duplicate keys', () => {
		expect(pretty('{"b":1,"2":2,"1":3,"b":4}')).toBe('{\n  "b": 1,\n  "2": 2,\n  "1": 3,\n  "b": 4\n}');
	});

	test('white space and structural characters inside strings', () => {
		expect(pretty('["a , {b} : [c]  \\" \\\\"]')).toBe('[\n  "a , {b} : [c]  \\" \\\\"\n]');
	});
});

describe('escapes', () => {
	test('of printable characters outside ASCII become the characters, in keys too', () => {
		expect(pretty('{"\\u672c":"\\u3042\\u3044 \\u00e9\\u3000\\uD83D\\uDC38"}')).toBe('{\n  "本": "あい é\u3000🐸"\n}');
	});

	test.each([
		['ASCII', '"\\u0041\\u0022\\u005c"'],
		['control characters', '"\\u0000\\u001f\\u007f\\u0085"'],
		['invisible characters', '"\\u200b\\u202e\\u2028\\ufeff\\u00a0\\u00ad"'],
		['a lone high surrogate', '"\\ud83d"'],
		['a lone high surrogate before text', '"\\ud83dx\\u0041"'],
		['two high surrogates', '"\\ud83d\\ud83d"'],
		['a lone low surrogate', '"\\udc38"'],
		['the short ones', '"\\n\\t\\r\\b\\f\\/\\\\\\""'],
		['private use', '"\\ue000"'],
	])('of %s stay escapes', (_, source) => {
		expect(pretty(source)).toBe(source);
	});

	test('an escaped backslash before a u is not an escape of a character', () => {
		expect(pretty('"\\\\u3042"')).toBe('"\\\\u3042"');
	});

	test('a high surrogate keeps its escape beside a decoded character', () => {
		expect(pretty('"\\ud83d\\u3042"')).toBe('"\\ud83dあ"');
	});
});

describe('what is not JSON comes back unchanged', () => {
	test.each([
		'',
		' ',
		'{',
		'}',
		'[1,]',
		'[,1]',
		'{"a":1,}',
		'{"a"}',
		'{"a":}',
		'{a:1}',
		"{'a':1}",
		'[1 2]',
		'[1}',
		'{"a":1]',
		'1 2',
		'01',
		'+1',
		'.5',
		'1.',
		'1e',
		'-',
		'NaN',
		'tru',
		'truefalse',
		'"a',
		'"a\\"',
		'"a\nb"',
		'"\\x41"',
		'"\\u12g4"',
		'"\\u12"',
		'// a\n1',
		'\ufeff1',
		'\u00a01',
		'[1]]',
		'<html></html>',
	])('%j', (source) => {
		expect(() => JSON.parse(source)).toThrow();
		expect(formatJson(source)).toEqual({ text: source, valid: false });
	});
});

/** A small, seeded random number generator (mulberry32): the cases are the same in each run. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

function generate(next: () => number, depth: number): string {
	const pick = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
	const space = () => pick(['', '', ' ', '\n', '\t \r\n']);
	const text = () => {
		const parts = [
			'a',
			'あ',
			'🐸',
			' ',
			'\\n',
			'\\"',
			'\\\\',
			'\\u3042',
			'\\ud83d',
			'\\udc38',
			'\\u0000',
			'{',
			']',
			',',
			':',
		];
		return `"${Array.from({ length: Math.floor(next() * 6) }, () => pick(parts)).join('')}"`;
	};
	const kind = depth > 4 ? next() * 0.5 : next();
	if (kind < 0.2) return text();
	if (kind < 0.4) return pick(['0', '-1', '1.50', '2e3', '-0.1E-2', '9007199254740993']);
	if (kind < 0.5) return pick(['true', 'false', 'null']);
	const members = Array.from({ length: Math.floor(next() * 5) }, () => {
		const value = `${space()}${generate(next, depth + 1)}${space()}`;
		return kind < 0.75 ? value : `${space()}${text()}${space()}:${value}`;
	});
	const inside = members.length === 0 ? space() : members.join(',');
	return kind < 0.75 ? `[${inside}]` : `{${inside}}`;
}

test('means the same as what it was made from, and is laid out like JSON.stringify lays out', () => {
	const next = random(7);
	for (let i = 0; i < 3000; i += 1) {
		const source = generate(next, 0);
		const text = pretty(source);
		expect(JSON.parse(text)).toEqual(JSON.parse(source));
		expect(pretty(text)).toBe(text);
		const lines = (laidOut: string) => laidOut.split('\n').map((line) => line.length - line.trimStart().length);
		// A duplicate key is kept here and lost by JSON.parse: only then may the lines differ.
		const plain = JSON.stringify(JSON.parse(source), null, 2);
		if (plain.split('\n').length === text.split('\n').length) expect(lines(text)).toEqual(lines(plain));
	}
});

test('agrees with JSON.parse about damaged text', () => {
	const next = random(11);
	for (let i = 0; i < 3000; i += 1) {
		const source = generate(next, 0);
		const cut = Math.floor(next() * source.length);
		const damaged = source.slice(0, cut) + source.slice(cut + 1);
		let valid = true;
		try {
			JSON.parse(damaged);
		} catch {
			valid = false;
		}
		expect([damaged, formatJson(damaged).valid]).toEqual([damaged, valid]);
	}
});

test('a body of several megabytes', () => {
	const one = '{"role":"user","content":[{"text":"\\u3042 b \\"c\\" 12"}],"n":[1,2.0,3e1]}';
	const count = 60_000;
	const source = `{"messages":[${Array.from({ length: count }, () => one).join(',')}]}`;
	const text = pretty(source);
	expect(text.split('\n').length).toBe(4 + count * 13);
	expect(JSON.parse(text)).toEqual(JSON.parse(source));
});

describe('a beginning', () => {
	const source = '{"a":[1,{"b":"岩盤 \\n x"},true],"c":"long text","d":-1.5}';

	test('cut off anywhere is the beginning of the whole', () => {
		const whole = pretty(source);
		for (let end = 0; end <= source.length; end++) {
			expect(whole.startsWith(formatBeginning(source.slice(0, end)))).toBe(true);
		}
		expect(formatBeginning(source)).toBe(whole);
	});

	test('shows what there is of a string', () => {
		expect(formatBeginning('{"a":{"text":"once upon a')).toBe('{\n  "a": {\n    "text": "once upon a');
	});
});
