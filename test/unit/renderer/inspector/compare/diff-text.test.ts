import { expect, test } from 'vitest';
import { diffText, linesOf } from '../../../../../src/renderer/inspector/compare/diff/diff-text.ts';

function shown(before: string, after: string): string {
	return diffText(before, after)
		.map(({ mark, text }) => (mark === 'same' ? text : mark === 'removed' ? `[-${text}-]` : `{+${text}+}`))
		.join('');
}

test('words, not letters', () => {
	expect(shown('the old rock', 'the cold rock')).toBe('the [-old-]{+cold+} rock');
});

test('Japanese words, which have no spaces between them', () => {
	expect(shown('地層は古い岩です。', '地層は新しい岩です。')).toBe('地層は[-古い-]{+新しい+}岩です。');
});

test('what is added behind, and taken away before', () => {
	expect(shown('Human: hi', 'Human: hi\n\nAssistant: hello')).toBe('Human: hi{+\n\nAssistant: hello+}');
	expect(shown('one two', 'two')).toBe('[-one -]two');
	expect(shown('', 'new')).toBe('{+new+}');
	expect(shown('same', 'same')).toBe('same');
	expect(shown('', '')).toBe('');
});

test('a character of two units is never cut', () => {
	const before = `${'a'.repeat(60)}🪨${'b'.repeat(60)}`;
	const after = `${'a'.repeat(60)}🪵${'b'.repeat(60)}`;
	const texts = diffText(before, after).map(({ text }) => text);
	expect(texts.every((text) => text.isWellFormed())).toBe(true);
});

test('both texts can be put together again from the pieces', () => {
	const before = Array.from({ length: 900 }, (_, at) => `Line ${at} of the first text.\n`).join('');
	const after = before.replaceAll(/Line (\d*)7 /g, 'Row $17 ');
	const pieces = diffText(before, after);
	const of = (left: 'removed' | 'added'): string =>
		pieces.map(({ mark, text }) => (mark === 'same' || mark === left ? text : '')).join('');
	expect([of('removed'), of('added')]).toEqual([before, after]);
	expect(pieces.filter(({ mark }) => mark === 'added')).toHaveLength(90);
});

test('lines keep their breaks', () => {
	expect(linesOf('a\n\nb')).toEqual(['a\n', '\n', 'b']);
	expect(linesOf('')).toEqual([]);
});
