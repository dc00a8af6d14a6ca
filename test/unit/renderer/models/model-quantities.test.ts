import { expect, test } from 'vitest';
import { allOf, dayText, dollars, listText, tokens } from '../../../../src/renderer/models/model-quantities.ts';

test.each([
	[3, '$3.00'],
	[0.035, '$0.035'],
	[1.375, '$1.375'],
	[27.5, '$27.50'],
] as const)('%d dollars are %s in both languages', (amount, text) => {
	expect(dollars(amount, 'en')).toBe(text);
	expect(dollars(amount, 'ja')).toBe(text);
});

test('tokens are grouped', () => {
	expect(tokens(1_000_000, 'en')).toBe('1,000,000');
});

test('a day is the same in every zone', () => {
	expect(dayText('2026-11-20', 'en')).toBe('Nov 20, 2026');
	expect(dayText('2026-11-20', 'ja')).toBe('2026/11/20');
});

test('names are joined with the comma of the language', () => {
	expect(listText(['a', 'b'], 'en')).toBe('a, b');
	expect(listText(['a', 'b'], 'ja')).toBe('a、b');
});

test('names are joined to one as the language does it', () => {
	expect(allOf(['a', 'b'], 'en')).toBe('a and b');
	expect(allOf(['a', 'b', 'c'], 'ja')).toBe('a、b、c');
});
