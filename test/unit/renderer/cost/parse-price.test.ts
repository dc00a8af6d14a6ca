import { expect, test } from 'vitest';
import { parsePrice } from '../../../../src/renderer/cost/parse-price.ts';

test.each([
	['0.25', 0.25],
	['$3', 3],
	['１．５', 1.5],
	[' 1,000 ', 1000],
	['１，２３４，５６７．８', 1_234_567.8],
	// A comma of decimals is no price, rather than one that is a hundred times as high.
	['0,25', undefined],
	['1,5', undefined],
	['1,0000', undefined],
	[',5', undefined],
	['.5', 0.5],
	['2.', 2],
	['0', 0],
	['', undefined],
	['-1', undefined],
	['1e3', undefined],
	['三', undefined],
	['1.2.3', undefined],
])('%s', (text, price) => {
	expect(parsePrice(text, true)).toBe(price);
});

test('what need not be there may be empty', () => {
	expect(parsePrice(' ', false)).toBeNull();
	expect(parsePrice('x', false)).toBeUndefined();
});
