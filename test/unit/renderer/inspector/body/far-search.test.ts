import { SearchQuery, search, setSearchQuery } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { searchFrom } from '../../../../../src/renderer/inspector/body/far-search.ts';

/** Finds a text in another, from a selection on; and how many parts were looked at without a match. */
function find(doc: string, wanted: string, forward: boolean, anchor = 0, head = anchor, caseSensitive = false) {
	const query = new SearchQuery({ search: wanted, caseSensitive });
	const { state } = EditorState.create({ doc, extensions: search(), selection: { anchor, head } }).update({
		effects: setSearchQuery.of(query),
	});
	const steps = searchFrom(state, forward);
	for (let parts = 0; ; parts += 1) {
		const { done, value } = steps.next();
		if (done) return { match: value === undefined ? null : [value.from, value.to], parts };
	}
}

const far = `${'岩盤 bedrock\n'.repeat(20_000)}needle${' soil'.repeat(40_000)} Needle`;
const at = 20_000 * 11;
const second = far.length - 6;

test('the next match is found, however far, and after the end from the beginning on', () => {
	expect(find(far, 'needle', true)).toEqual({ match: [at, at + 6], parts: 3 });
	expect(find(far, 'needle', true, at, at + 6).match).toEqual([second, second + 6]);
	expect(find(far, 'needle', true, second, second + 6).match).toEqual([at, at + 6]);
});

test('the previous match is found, and before the beginning from the end on', () => {
	expect(find(far, 'needle', false, second, second + 6).match).toEqual([at, at + 6]);
	expect(find(far, 'needle', false, at, at + 6).match).toEqual([second, second + 6]);
	expect(find('a needle, a needle, a needle', 'needle', false, 22, 28).match).toEqual([12, 18]);
});

test('case counts where it is asked for, and characters of one meaning are one', () => {
	expect(find(far, 'Needle', true, 0, 0, true).match).toEqual([second, second + 6]);
	expect(find(`${'x'.repeat(70_000)} ｶｴﾙ`, 'カエル', true).match).toEqual([70_001, 70_004]);
});

test('a match across the border of two parts is found', () => {
	const border = 65_536;
	const doc = `${'x'.repeat(border - 3)}needle${'x'.repeat(1000)}`;
	expect(find(doc, 'needle', true)).toEqual({ match: [border - 3, border + 3], parts: 0 });
	expect(find(doc, 'needle', false, doc.length).match).toEqual([border - 3, border + 3]);
});

test('what is nowhere is not found, after each part was looked at once', () => {
	expect(find(far, 'granite', true)).toEqual({ match: null, parts: Math.ceil(far.length / 65_536) });
});
