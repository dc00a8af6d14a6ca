import { expect, test } from 'vitest';
import { textParts } from '../../../../src/renderer/chat/text-parts.ts';

test('parts a text after lines, and leaves out just the line breaks between the parts', () => {
	expect(textParts('one\ntwo\nthree\n', 8)).toEqual(['one\ntwo', 'three\n']);
	const text = '岩盤 bedrock\n'.repeat(100);
	const parts = textParts(text, 50);
	expect(parts.join('\n')).toBe(text);
	expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(50);
});

test('parts one long line between characters', () => {
	expect(textParts('abcdef', 4)).toEqual(['abcd', 'ef']);
	expect(textParts('abc😀d', 4)).toEqual(['abc😀', 'd']);
	expect(textParts('😀😀', 1)).toEqual(['😀', '😀']);
});

test('a short text and none are what they are', () => {
	expect(textParts('one\ntwo', 100)).toEqual(['one\ntwo']);
	expect(textParts('', 100)).toEqual([]);
});
