import { expect, test } from 'vitest';
import { alignLists } from '../../../../../src/renderer/inspector/compare/diff/align.ts';

test('what is the same, what is gone, what is new', () => {
	expect(alignLists(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual([
		{ same: true, before: 0, removed: 1, after: 0, added: 1 },
		{ same: false, before: 1, removed: 1, after: 1, added: 2 },
		{ same: true, before: 2, removed: 1, after: 3, added: 1 },
	]);
	expect(alignLists([], [])).toEqual([]);
	expect(alignLists(['a'], [])).toEqual([{ same: false, before: 0, removed: 1, after: 0, added: 0 }]);
});

test('of equal items as many stay as both have', () => {
	expect(alignLists(['a', 'a'], ['a', 'a', 'a'])).toEqual([
		{ same: true, before: 0, removed: 2, after: 0, added: 2 },
		{ same: false, before: 2, removed: 0, after: 2, added: 1 },
	]);
});

test('very long lists that have nothing in common are compared place by place', () => {
	const before = Array.from({ length: 100_000 }, (_, at) => at);
	const after = before.map((at) => (at % 10_000 === 5 ? at : -1 - at));
	const stretches = alignLists(before, after);
	expect(stretches.filter(({ same }) => same).map((stretch) => stretch.before)).toEqual(
		Array.from({ length: 10 }, (_, at) => at * 10_000 + 5),
	);
});

test('one item gone from the beginning of a very long list moves all others, and none of them differs', () => {
	const before = Array.from({ length: 200_000 }, (_, at) => at);
	expect(alignLists(before, [...before.slice(1), -1])).toEqual([
		{ same: false, before: 0, removed: 1, after: 0, added: 0 },
		{ same: true, before: 1, removed: 199_999, after: 0, added: 199_999 },
		{ same: false, before: 200_000, removed: 0, after: 199_999, added: 1 },
	]);
});
