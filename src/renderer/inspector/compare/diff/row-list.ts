import type { DiffRow, NewRow } from './row.ts';

/** The rows of a comparison as they are listed now, with folds that open and close. */
export interface RowList {
	total(): number;
	/** Where each stretch of differences begins; places in the list, from 0. */
	differences(): readonly number[];
	/** Some rows from a place on. */
	slice(from: number, count: number): readonly DiffRow[];
	/** Opens or closes the fold of a row; nothing happens where there is none. */
	toggle(id: number): void;
}

interface Listed {
	readonly id: number;
	readonly row: NewRow;
	/** The rows of an open fold follow it, so many. */
	readonly opened: number;
}

/** Lists rows; what is folded is made when it is opened. */
export function rowList(rows: readonly NewRow[]): RowList {
	let nextId = 0;
	const list = (some: readonly NewRow[]): Listed[] =>
		some.map((row) => {
			nextId += 1;
			return { id: nextId - 1, row, opened: 0 };
		});
	let listed = list(rows);
	return {
		total: () => listed.length,
		differences: () =>
			listed.flatMap(({ row }, at) =>
				row.mark !== 'same' && (listed[at - 1]?.row.mark ?? 'same') === 'same' ? [at] : [],
			),
		slice: (from, count) => listed.slice(from, from + count).map(shown),
		toggle: (id) => {
			const at = listed.findIndex((one) => one.id === id);
			const found = listed[at];
			if (found?.row.fold === undefined) return;
			const opened = found.opened > 0 ? [] : list(found.row.fold.rows());
			// Joined, not spliced: what opens may have more rows than a call can have arguments.
			listed = listed
				.slice(0, at)
				.concat({ ...found, opened: opened.length }, opened, listed.slice(at + 1 + found.opened));
		},
	};
}

function shown({ id, row, opened }: Listed): DiffRow {
	const { mark, depth, inside = false, pieces, at = null, fold } = row;
	if (fold === undefined) return { id, mark, depth, inside, pieces, at, fold: null };
	const { what, count, bytes, names } = fold;
	return { id, mark, depth, inside, pieces, at, fold: { what, count, bytes, names, open: opened > 0 } };
}
