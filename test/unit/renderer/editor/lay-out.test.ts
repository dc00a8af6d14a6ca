import { expect, test } from 'vitest';
import { compactJson, layOut } from '../../../../src/renderer/editor/lay-out.ts';

test('white space goes from between the parts, and stays in texts; numbers and escapes stay as they are written', () => {
	const text = '{ "a b" : [ 1.0 , 1e400,\n\t"c \\" d\\\\" , "\\u5ca9" ] }';
	expect(compactJson(text)).toBe('{"a b":[1.0,1e400,"c \\" d\\\\","\\u5ca9"]}');
	expect(compactJson(layOut('{"a":[1.0,"x y"]}') ?? '')).toBe('{"a":[1.0,"x y"]}');
});

test('what is no JSON is left alone', () => {
	expect([compactJson('{"a":'), layOut('{"a":')]).toEqual([null, null]);
});
