import { expect, test } from 'vitest';
import { cosine, norm, profile } from '../../../../../src/renderer/chat/blocks/vectors.ts';

test('the norm is the length', () => {
	expect(norm([3, 4])).toBe(5);
	expect(norm([])).toBe(0);
});

test.each([
	[[1, 0], [2, 0], 1],
	[[1, 0], [0, 5], 0],
	[[1, 1], [-1, -1], -1],
	[[1, 0], [1, 0, 0], null],
	[[0, 0], [1, 0], null],
])('cosine of %j and %j: %s', (first, second, expected) => {
	const found = cosine(first, second);
	if (expected === null) expect(found).toBeNull();
	else expect(found).toBeCloseTo(expected, 12);
});

test('rounding makes no vector nearer to itself than it is', () => {
	const values = [0.1, 0.1, 0.3];
	expect(values.reduce((sum, value) => sum + value * value, 0) / norm(values) ** 2).toBeGreaterThan(1);
	expect(cosine(values, values)).toBe(1);
});

test('a profile keeps the farthest of the values that share a place, with their signs', () => {
	expect(profile([0.1, -0.4, 0.2, 0.1], 2)).toEqual([-1, 0.5]);
	expect(profile([0.5, -0.25], 8)).toEqual([1, -0.5]);
	expect(profile([0, 0], 2)).toEqual([0, 0]);
	expect(profile([], 8)).toEqual([]);
});
