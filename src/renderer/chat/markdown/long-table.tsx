import type { CSSProperties } from 'react';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { pixelScale } from '../../presenter/presenter-look.ts';
import type { Piece } from './blocks.ts';
import { Table, TokenNodes } from './token-nodes.tsx';
import type { TokenNode } from './token-tree.ts';
import { whenLinesChange } from './when-lines-change.ts';

/** From so many parts on the columns keep their width until there are twice as many; from so many on for good. */
const LONG = 4;
const VERY_LONG = 16;

/** The widths of a table's columns, as they were with so many parts. */
interface Columns {
	readonly template: string;
	readonly parts: number;
}

interface Props {
	readonly node: TokenNode;
	readonly pieces: readonly Piece[];
	readonly growing: boolean;
}

/**
 * A table in parts. A browser looks at all cells of a table for the width of its columns when a row is added. So, while
 * it grows, the columns of a long one keep their width, and each row is laid out by itself. Afterwards it is a
 * table as any other.
 */
export function LongTable({ node, pieces, growing }: Props) {
	const table = useRef<HTMLTableElement>(null);
	const [columns, setColumns] = useState<Columns | null>(null);
	const parts = pieces.length;
	const long = growing && parts >= LONG;
	const kept = long && columns !== null && (columns.parts >= VERY_LONG || parts < columns.parts * 2) ? columns : null;

	useLayoutEffect(() => {
		if (!long) setColumns(null);
		else if (kept === null && table.current !== null) setColumns({ template: templateOf(table.current), parts });
	}, [long, kept, parts]);

	useEffect(() => {
		if (kept === null || table.current === null) return;
		return whenLinesChange(table.current, () => flushSync(() => setColumns(null)));
	}, [kept]);

	return (
		<Table
			ref={table}
			data-kept={kept !== null}
			style={kept === null ? undefined : ({ '--columns': kept.template } as CSSProperties)}
		>
			<TokenNodes nodes={node.children.slice(0, 1)} />
			{pieces.map(({ nodes }, index) => nodes.length > 0 && <Rows key={String(index)} nodes={nodes} />)}
		</Table>
	);
}

const Rows = memo(function Rows({ nodes }: { readonly nodes: readonly TokenNode[] }) {
	return (
		<tbody>
			<TokenNodes nodes={nodes} />
		</tbody>
	);
});

/** The widths of a table's columns. */
function templateOf(table: HTMLTableElement): string {
	const cells = [...(table.rows[0]?.cells ?? [])];
	return cells.map((cell) => `${cell.getBoundingClientRect().width / pixelScale()}px`).join(' ');
}
