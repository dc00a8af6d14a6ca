import { expect, test } from 'vitest';
import { whatIsSet } from '../../../../src/main/core/bedrock/what-is-set.ts';

test('what is null or undefined is left out; zero, false and empty texts are set', () => {
	const set = whatIsSet({ a: 0, b: null, c: '', d: undefined, e: false, f: 1 });
	expect(set).toStrictEqual({ a: 0, c: '', e: false, f: 1 });
	expect(Object.keys(set)).toEqual(['a', 'c', 'e', 'f']);
});
