import type { NewRow } from '../../../../../src/renderer/inspector/compare/diff/row.ts';

const signs = { same: ' ', added: '+', removed: '-', changed: '~' } as const;

/** Rows as lines of text: the sign, the indent, what is removed in `[-…-]`, added in `{+…+}`, folded in `<…>`. */
export function shownRows(rows: readonly NewRow[]): readonly string[] {
	return rows.map(({ mark, depth, inside = false, pieces, fold }) => {
		const indent = '  '.repeat(depth + (inside ? 1 : 0));
		const text = pieces.map((piece) => {
			if (piece.mark === 'removed') return `[-${piece.text}-]`;
			return piece.mark === 'added' ? `{+${piece.text}+}` : piece.text;
		});
		const folded = fold === undefined ? '' : `<${[fold.count, fold.what, ...fold.names].join(' ')}>`;
		return `${signs[mark]}${indent}${text.join('')}${folded}`;
	});
}
