import { expect, test } from 'vitest';
import type { NewRow } from '../../../../../src/renderer/inspector/compare/diff/row.ts';
import { rowList } from '../../../../../src/renderer/inspector/compare/diff/row-list.ts';
import { differenceKey, neighbour } from '../../../../../src/renderer/inspector/compare/difference-keys.ts';

const row = (mark: NewRow['mark'], text: string): NewRow => ({ mark, depth: 0, pieces: [{ ink: 'plain', text }] });
const folded: NewRow = {
	...row('same', ''),
	fold: { what: 'lines', count: 2, bytes: null, names: [], rows: () => [row('same', 'x'), row('same', 'y')] },
};

test('a fold opens in its place and closes again; rows keep their ids', () => {
	const list = rowList([row('same', 'a'), folded, row('added', 'b'), row('added', 'c'), folded, row('changed', 'd')]);
	const texts = () => list.slice(0, 99).map(({ pieces, fold }) => (fold === null ? pieces[0]?.text : fold.open));
	expect(list.differences()).toEqual([2, 5]);
	list.toggle(1);
	expect(texts()).toEqual(['a', true, 'x', 'y', 'b', 'c', false, 'd']);
	expect([list.total(), list.differences()]).toEqual([8, [4, 7]]);
	expect(list.slice(4, 2).map(({ id }) => id)).toEqual([2, 3]);
	list.toggle(4);
	list.toggle(1);
	expect(texts()).toEqual(['a', false, 'b', 'c', true, 'x', 'y', 'd']);
	// A row without a fold, and one that is not there.
	list.toggle(0);
	list.toggle(99);
	expect(list.total()).toBe(8);
});

test('a fold with more rows than a call can have arguments opens', () => {
	const many = Array.from({ length: 300_000 }, (_, at) => row('same', `${at}`));
	const list = rowList([
		{ ...folded, fold: { what: 'items', count: many.length, bytes: 1, names: [], rows: () => many } },
	]);
	list.toggle(0);
	expect([list.total(), list.slice(300_000, 1)[0]?.pieces[0]?.text]).toEqual([300_001, '299999']);
});

test('keys lead from one difference to the next, and round', () => {
	expect(['n', 'p', 'x'].map((key) => differenceKey({ key, shiftKey: false }))).toEqual([1, -1, null]);
	expect([false, true].map((shiftKey) => differenceKey({ key: 'F7', shiftKey }))).toEqual([1, -1]);
	expect([0, 3, 9].map((place) => neighbour([3, 9], place, 1))).toEqual([3, 9, 3]);
	expect([0, 3, 9].map((place) => neighbour([3, 9], place, -1))).toEqual([9, 9, 3]);
	expect(neighbour([], 0, 1)).toBeNull();
});
