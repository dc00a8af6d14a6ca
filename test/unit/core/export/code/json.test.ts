import { expect, test } from 'vitest';
import { isWhole } from '../../../../../src/main/core/export/code/json.ts';

test.each([
	['{"a":1,"b":[1,2,{"c":{}}],"d":[]}', true],
	['{"a":"x,y{[\\"\\\\","b":"\\\\\\""}', true],
	['{"a\\"":1,"a,":2}', true],
	['{ "a" : [ ] , "b" : "" }', true],
	['{"a":1,"a":2}', false],
	['{"a":{"b":1,"b":"x,y"}}', false],
	['{"a":9223372036854775809}', false],
	['{"a":1e400}', false],
	['"text"', true],
])('%s: all that it says is in its value: %s', (text, expected) => {
	expect(isWhole(text)).toBe(expected);
});

test('a body as large as InvokeModel takes, a file in base64 or nothing but escapes', () => {
	expect(isWhole(JSON.stringify({ bytes: 'A'.repeat(24_000_000) }))).toBe(true);
	expect(isWhole(JSON.stringify({ text: '\\"'.repeat(5_000_000) }))).toBe(true);
});
