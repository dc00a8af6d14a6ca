import { expect, test } from 'vitest';
import { shortened, wholeCharacters } from '../../../src/shared/shorten.ts';

test('a text is cut where no character is cut in half', () => {
	expect(shortened('abc', 3)).toBe('abc');
	expect(shortened('abcd', 3)).toBe('abc…');
	expect(shortened('a😀b', 3)).toBe('a😀…');
	expect(shortened('a😀b', 2)).toBe('a…');
	expect(shortened('a😀', 3)).toBe('a😀');
	expect(['a😀b'.length, wholeCharacters('a😀b', 2), wholeCharacters('a😀b', 3), wholeCharacters('', 0)]).toEqual([
		4, 1, 3, 0,
	]);
	// The first and the last of the halves that come second.
	expect([shortened('\u{10000}', 1), shortened('\u{103ff}', 1), shortened('a\ue000', 1)]).toEqual(['…', '…', 'a…']);
	// Half a character at the very beginning has no other half.
	expect(wholeCharacters('\udc00', 0)).toBe(0);
});
