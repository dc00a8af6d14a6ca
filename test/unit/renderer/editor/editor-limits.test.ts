import { expect, test } from 'vitest';
import { isChecked, isColoured } from '../../../../src/renderer/editor/editor-limits.ts';

const file = (length: number) => `  "bytes": "${'A'.repeat(length)}"`;
const words = (length: number) => `  "text": "${'a b '.repeat(length / 4)}"`;
const lines = (...all: readonly string[]) => ['{', ...all, '}'].join('\n');

test('bodies are checked up to a million characters; the base64 of files does not count, up to twelve million', () => {
	expect(isChecked(words(999_980))).toBe(true);
	expect(isChecked(words(1_000_000))).toBe(false);
	expect(isChecked(lines(words(400_000), words(400_000), words(400_000)))).toBe(false);
	expect(isChecked(lines(file(4_000_000), words(900_000), file(4_000_000)))).toBe(true);
	expect(isChecked(lines(file(4_000_000), words(1_000_000)))).toBe(false);
	expect(isChecked(file(12_000_000))).toBe(false);
});

test('a long line leaves a body without colours, unless it is a file', () => {
	expect(isColoured(lines(words(199_000), words(199_000)))).toBe(true);
	expect(isColoured(lines('  "a": 1,', words(200_000)))).toBe(false);
	expect(isColoured(lines(file(4_000_000), words(1000)))).toBe(true);
	expect(isColoured(lines(file(4_000_000), words(300_000)))).toBe(false);
});
