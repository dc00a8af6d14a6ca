import type { Definitions } from './markdown-it.ts';
import { mentions, parseInline, parseWith } from './markdown-it.ts';
import { isTaskList } from './tasks.ts';
import type { TokenNode } from './token-tree.ts';
import { linesOf, tokenTree } from './token-tree.ts';

/** A top-level piece of a Markdown text. */
export type Block = NodeBlock | FenceBlock | LongBlock;

interface NodeBlock {
	readonly type: 'node';
	readonly text: string;
	readonly node: TokenNode;
}

/** Code between fences. */
export interface FenceBlock {
	readonly type: 'fence';
	/** What stands behind the opening fence (`ts`, `python title="…"`). */
	readonly info: string;
	/** Whole runs of `CHUNK_LINES` lines. */
	readonly chunks: readonly string[];
	/** The lines after the last chunk. */
	readonly tail: string;
	readonly closed: boolean;
}

/** A list, table or paragraph that was long while it grew: made of parts, so that only the last is made anew. */
export interface LongBlock {
	readonly type: 'long';
	readonly start: LongStart;
	readonly pieces: readonly Piece[];
}

/** What a long block begins with, and what each part of it needs to be read alone. */
export interface LongStart {
	readonly kind: 'list' | 'table' | 'paragraph';
	/** The whole block's own node: of its children only the head of a table counts. */
	readonly node: TokenNode;
	/** Of a table: the lines of its head. */
	readonly head: string;
}

/** A part of a long block: items, rows, or the text of a paragraph. */
export interface Piece {
	readonly text: string;
	readonly nodes: readonly TokenNode[];
	/** Of a list: its items stand apart, as paragraphs. One such part makes the whole list so. */
	readonly loose: boolean;
	/** Of a list: it has an item that is a task. One such part makes the whole list one of tasks. */
	readonly tasks: boolean;
}

/** A long block that grows: its finished parts. */
export interface OpenLong {
	readonly start: LongStart;
	readonly pieces: readonly Piece[];
	/** Where it begins in the text. */
	readonly from: number;
}

/** A long fence is made in runs of this many lines, so that a frame never renders more of it. */
export const CHUNK_LINES = 64;

const NO_PIECE: Piece = { text: '', nodes: [], loose: false, tasks: false };

/** The top-level nodes of a text. */
export function parseNodes(
	text: string,
	known: Definitions,
): { readonly nodes: readonly TokenNode[]; readonly definitions: Definitions } {
	const { tokens, definitions } = parseWith(text, known);
	return { nodes: tokenTree(tokens), definitions };
}

/** The definitions that are known after a text. Most have none. */
export function definitionsIn(text: string, known: Definitions): Definitions {
	return text.includes(']:') ? parseNodes(text, known).definitions : known;
}

/** The kind of block that can be made in parts; null for the others. */
export function longKind({ token }: TokenNode): LongStart['kind'] | null {
	switch (token.type) {
		case 'bullet_list_open':
		case 'ordered_list_open':
			return 'list';
		case 'table_open':
			return 'table';
		case 'paragraph_open':
			return 'paragraph';
		default:
			return null;
	}
}

/**
 * What has to stand before a part of a long block, so that it is read as the whole would be: an item more, with which
 * the part is a list that shows whether its items stand apart; the head of a table.
 */
export function before(start: LongStart, text: string): string {
	if (start.kind !== 'list') return start.head;
	const indent = /^ */.exec(text)?.[0] ?? '';
	const { type, markup } = start.node.token;
	return `${indent}${type === 'ordered_list_open' ? '1' : ''}${markup} x\n`;
}

/** A part out of the node that was read behind `before`. */
export function pieceOf(kind: LongStart['kind'], node: TokenNode, text: string): Piece {
	if (kind !== 'list') return { ...wholePiece(kind, node), text };
	const nodes = node.children.slice(1);
	const loose = node.children[0]?.children[0]?.token.hidden === false;
	return { text, nodes, loose, tasks: isTaskList(nodes) };
}

/** The only part of a block that could be long. Of a list its own tokens say whether it is loose. */
export function wholePiece(kind: LongStart['kind'], node: TokenNode): Piece {
	switch (kind) {
		case 'list':
			return { ...NO_PIECE, nodes: node.children, tasks: isTaskList(node.children) };
		case 'table':
			return { ...NO_PIECE, nodes: rowsOf(node) };
		case 'paragraph':
			return { ...NO_PIECE, nodes: node.children[0]?.children ?? [] };
	}
}

/** A part that is finished: another one follows. */
export function sealPiece(start: LongStart, text: string, known: Definitions): Piece {
	if (start.kind === 'paragraph') return { ...NO_PIECE, text, nodes: tokenTree(parseInline(text, known)) };
	// Whether an empty line at its end counts shows only when another item follows.
	const end = start.kind === 'list' ? before(start, '') : '';
	const [node] = parseNodes(before(start, text) + text + end, known).nodes;
	if (node === undefined) return { ...NO_PIECE, text };
	const piece = pieceOf(start.kind, node, text);
	return end === '' ? piece : { ...piece, nodes: piece.nodes.slice(0, -1) };
}

/** The rows of a table, without its head. */
export function rowsOf(table: TokenNode): readonly TokenNode[] {
	return table.children[1]?.children ?? [];
}

/** A block of a node that is not long. */
export function blockOf(node: TokenNode, text: string): Block {
	if (node.token.type !== 'fence') return { type: 'node', text, node };
	return { type: 'fence', info: node.token.info, closed: isClosedFence(node), ...inChunks(node.token.content) };
}

/** Whether a fence has its closing line. */
export function isClosedFence(node: TokenNode): boolean {
	const [first, end] = linesOf(node);
	const { content } = node.token;
	const lines = content.split('\n').length - (content === '' || content.endsWith('\n') ? 1 : 0);
	return end - first - 1 > lines;
}

function inChunks(content: string): { readonly chunks: readonly string[]; readonly tail: string } {
	const lines = content.split(/(?<=\n)/);
	const whole = Math.floor((lines.at(-1)?.endsWith('\n') === true ? lines.length : lines.length - 1) / CHUNK_LINES);
	const chunks = Array.from({ length: whole }, (_, index) =>
		lines.slice(index * CHUNK_LINES, (index + 1) * CHUNK_LINES).join(''),
	);
	return { chunks, tail: lines.slice(whole * CHUNK_LINES).join('') };
}

/** A block with other definitions; the same one when it means none of the labels. */
export function withDefinitions(block: Block, labels: readonly string[], known: Definitions): Block {
	if (block.type === 'fence') return block;
	if (block.type === 'node') {
		if (!mentions(block.text, labels)) return block;
		const node = parseNodes(block.text, known).nodes[0];
		return node === undefined ? block : { ...block, node };
	}
	if (!block.pieces.some(({ text }) => mentions(text, labels)) && !mentions(block.start.head, labels)) return block;
	const last = block.pieces.length - 1;
	const start = { ...block.start, node: headWith(block.start, known) };
	const pieces = block.pieces.map((piece, index) => {
		if (!mentions(piece.text, labels)) return piece;
		if (index < last) return sealPiece(start, piece.text, known);
		const [node] = parseNodes(before(start, piece.text) + piece.text, known).nodes;
		return node === undefined ? piece : pieceOf(start.kind, node, piece.text);
	});
	return { ...block, start, pieces };
}

function headWith(start: LongStart, known: Definitions): TokenNode {
	return (start.kind === 'table' ? parseNodes(start.head, known).nodes[0] : undefined) ?? start.node;
}
