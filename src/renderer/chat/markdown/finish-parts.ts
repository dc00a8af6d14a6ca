import type { OpenLong } from './blocks.ts';
import { definitionsIn, longKind, parseNodes, rowsOf, sealPiece } from './blocks.ts';
import { inlineCut } from './inline-cut.ts';
import type { Definitions } from './markdown-it.ts';
import type { TokenNode } from './token-tree.ts';
import { lineStarts, linesOf } from './token-tree.ts';

/** The text at the end of which a long block stands, and what is known of that block. */
export interface Growing {
	readonly text: string;
	/** So much of the text stands before only so that it is read as the whole would be. */
	readonly skip: number;
	/** Its finished parts; null: there are none yet, and it would begin at `from` of the whole text. */
	readonly long: OpenLong | null;
	readonly from: number;
	readonly known: Definitions;
}

/** More finished parts of a long block. */
export interface Finished {
	readonly long: OpenLong;
	/** Where what is not finished begins, in the text without what stands before it. */
	readonly end: number;
	readonly known: Definitions;
}

/** All items of a list but the last, and all rows of a table but the last, are finished. */
export function finishRows(
	{ text, skip, long, from, known }: Growing,
	node: TokenNode | undefined,
	least: number,
): Finished | null {
	const kind = node === undefined ? null : longKind(node);
	if (node === undefined || kind === null || kind === 'paragraph') return null;
	const lines = lineStarts(text);
	const first = linesOf(node)[0];
	const begin = long === null ? (lines[first] ?? 0) : skip;
	const headEnd = kind === 'table' && long === null ? (lines[first + 2] ?? text.length) : begin;
	const rows = kind === 'list' ? node.children : rowsOf(node);
	const cuts = runsOf(
		headEnd,
		rows.map((row) => lines[linesOf(row)[0]] ?? text.length),
		least,
	);
	const cut = cuts.at(-1);
	if (cut === undefined) return null;
	const start = long?.start ?? { kind, node, head: kind === 'table' ? text.slice(begin, headEnd) : '' };
	const after = definitionsIn(text.slice(0, cut), known);
	const pieces = cuts.map((end, index) => sealPiece(start, text.slice(cuts[index - 1] ?? headEnd, end), after));
	return {
		long: { start, pieces: [...(long?.pieces ?? []), ...pieces], from: long?.from ?? from },
		end: cut - skip,
		known: after,
	};
}

/** Where parts of at least that length end; of less than that one part is made. */
function runsOf(begin: number, places: readonly number[], least: number): readonly number[] {
	const runs: number[] = [];
	for (const place of places) if (place - (runs.at(-1) ?? begin) >= least) runs.push(place);
	const last = places.at(-1);
	return runs.length > 0 || last === undefined || last <= begin ? runs : [last];
}

/** The beginning of a long paragraph is finished where no mark is open. */
export function finishSentences({ text, long, from, known }: Growing): Finished | null {
	if (long !== null && long.start.kind !== 'paragraph') return null;
	const { nodes } = parseNodes(text, known);
	const [node] = nodes;
	if (nodes.length !== 1 || node?.token.type !== 'paragraph_open') return null;
	const lines = lineStarts(text);
	const [line, end] = linesOf(node).map((number) => lines[number] ?? text.length);
	// After a definition it may still turn out to be that definition's title.
	if (/\S[^\n]*\n$/.test(text.slice(0, line))) return null;
	// markdown-it leaves out spaces and tabs at the beginning, but an ideographic space is part of the text.
	const begin = (line ?? 0) + text.slice(line).search(/[^ \t\n]/);
	const cut = inlineCut(text.slice(begin, end));
	if (cut === null) return null;
	const start = long?.start ?? { kind: 'paragraph' as const, node, head: '' };
	const piece = sealPiece(start, text.slice(begin, begin + cut), {});
	return {
		long: { start, pieces: [...(long?.pieces ?? []), piece], from: long?.from ?? from },
		end: begin + cut,
		known: definitionsIn(text.slice(0, line), known),
	};
}
