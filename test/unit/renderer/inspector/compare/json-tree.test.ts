import { expect, test } from 'vitest';
import {
	jsonReader,
	memberOf,
	textIn,
	uniqueNames,
} from '../../../../../src/renderer/inspector/compare/diff/json-tree.ts';

function idOf(...texts: readonly string[]): readonly (number | undefined)[] {
	const read = jsonReader();
	return texts.map((text) => read(text)?.id);
}

test('equal values have one id, whatever the white space, the escapes and the order of keys', () => {
	const [one, other] = idOf('{"a":[1,"あ"],"b":{}}', ' { "b" : { } ,\n"a":[ 1 , "\\u3042" ]}');
	expect(one).toBe(other);
});

test('numbers are as they are written, strings are no literals, arrays no objects', () => {
	expect(new Set(idOf('1', '1.0', '1e0', '"1"', 'true', '"true"', '[]', '{}', '[1]', '["1"]', '"[0]"')).size).toBe(11);
});

test('keys in another object, or twice, make another value', () => {
	expect(new Set(idOf('{"a":1}', '{"a":1,"a":1}', '{"a":1,"a":2}', '{"a":2,"a":1}', '{"a,b":1}')).size).toBe(5);
});

test('knows where a value stands, and finds members', () => {
	const source = '{ "text": "a\\"b\\\\", "n": -1.50e+2 }';
	const root = jsonReader()(source);
	const [text, number] = [memberOf(root ?? undefined, 'text'), memberOf(root ?? undefined, 'n')];
	expect(textIn(text)).toBe('a"b\\');
	expect(source.slice(number?.from, number?.to)).toBe('-1.50e+2');
	expect(memberOf(text, 'n')).toBeUndefined();
});

test('a key that is there twice gets a name of its own', () => {
	const root = jsonReader()('{"a":1,"b":2,"a":3}');
	expect(root?.kind === 'object' && uniqueNames(root.members)).toEqual(['a', 'b', 'a\u00001']);
});

test.each(['', '{', '{"a"}', '{"a":1,}', '[1,]', '[1 2]', '"a', '"a\\"', '"\t"', '"\\x"', '01', 'nul', '1 2', '{a:1}'])(
	'%j is nothing to compare by structure',
	(text) => {
		expect(jsonReader()(text)).toBeNull();
	},
);

test('what is nested too deeply is not walked', () => {
	const nested = (depth: number) => jsonReader()('['.repeat(depth) + ']'.repeat(depth));
	expect(nested(300)).not.toBeNull();
	expect(nested(100_000)).toBeNull();
});
