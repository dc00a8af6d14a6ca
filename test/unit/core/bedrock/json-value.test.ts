import { expect, test } from 'vitest';
import { exactValue, hasMembers, joinObjects } from '../../../../src/main/core/bedrock/json-value.ts';

function objectOf(text: string) {
	const value = exactValue(text);
	if (!hasMembers(value)) throw new Error('It is an object');
	return value;
}

test('numbers keep how they are written, wherever they stand, also where objects are joined', () => {
	const first = objectOf('{"a":{"x":1.0,"y":[1E5,-0]},"b":12345678901234567890}');
	const second = objectOf('{"a":{"x":2.50,"z":1e400},"b":0.10}');
	expect(JSON.stringify(joinObjects(first, second))).toBe('{"a":{"x":2.50,"y":[1E5,-0],"z":1e400},"b":0.10}');
	expect(JSON.stringify(joinObjects(first, objectOf('{"a":{"x":3}}')))).toBe(
		'{"a":{"x":3,"y":[1E5,-0]},"b":12345678901234567890}',
	);
});

test.each(['1.0', '12345678901234567890', '[1]', '"a"', 'null', 'no JSON'])('%s has no members', (text) => {
	expect(hasMembers(exactValue(text))).toBe(false);
});
