import { expect, it } from 'vitest';
import { paces, tokenDueMs } from '../../../src/main/practice/pace.ts';

it.each([
	[0, 700],
	[1, 700 + 1000 / 55],
	[55, 1700],
])('token %i of a real model is due after %f ms', (index, due) => {
	expect(tokenDueMs(paces.real, index)).toBeCloseTo(due, 9);
});

it('never waits without a pace', () => {
	expect([0, 1, 1_000_000].map((index) => tokenDueMs(paces.none, index))).toEqual([0, 0, 0]);
});
