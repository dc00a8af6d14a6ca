import type { Block, LongBlock, OpenLong } from './blocks.ts';
import { before, blockOf, definitionsIn, isClosedFence, parseNodes, pieceOf, withDefinitions } from './blocks.ts';
import type { OpenFence } from './fence-lines.ts';
import { fenceSoFar, growFence, mayClose } from './fence-lines.ts';
import type { Finished } from './finish-parts.ts';
import { finishRows, finishSentences } from './finish-parts.ts';
import type { Definitions } from './markdown-it.ts';
import type { TokenNode } from './token-tree.ts';
import { lineStarts, linesOf } from './token-tree.ts';

/** A Markdown text so far: blocks that are finished, in groups of up to `GROUP`, and those that may still change. */
export interface Split {
	readonly groups: readonly (readonly Block[])[];
	readonly open: readonly Block[];
	readonly at: Position;
}

/** From which lengths on the text at the end is looked at for what can be finished, characters. */
export interface Limits {
	/** Any text. */
	readonly text: number;
	/** One list or table. */
	readonly rows: number;
	/** One paragraph. */
	readonly paragraph: number;
}

/** Where the splitter stands, to go on when more text has come. */
interface Position {
	readonly text: string;
	/** Everything before is in finished blocks, or in the finished part of the long one. */
	readonly start: number;
	/** How long the rest has to be before it is looked at again. */
	readonly tryAt: number;
	/** The definitions before `start`, and those of the whole text. */
	readonly known: Definitions;
	readonly definitions: Definitions;
	readonly long: OpenLong | null;
	readonly fence: OpenFence | null;
	/** Where a paragraph begins that can't be parted; -1 for none. */
	readonly whole: number;
}

/** So many finished blocks make a group, which is rendered once. */
export const GROUP = 32;

const LIMITS: Limits = { text: 1000, rows: 1500, paragraph: 4000 };
/** What was looked at in vain is looked at again when it has grown by a quarter: all in all a few times its length. */
const PATIENCE = 1.25;
const NONE: Definitions = {};

/**
 * Splits a Markdown text into top-level blocks that are, together, what the whole text is. Given the split of a
 * beginning of the text, it reads only what was not finished then: what came after the last block that nothing can
 * change any more, and of a long list, table or paragraph only its end. markdown-it itself says where blocks end.
 */
export function splitBlocks(written: string, last: Split | null = null, limits: Limits = LIMITS): Split {
	const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
	const grown = last !== null && text.startsWith(last.at.text) ? last : null;
	let at: Position = grown === null ? beginning(text, limits) : { ...grown.at, text };
	const fresh: Block[] = [];
	const settle = () => {
		for (let next = advance(at, fresh, limits); next !== null; next = advance(at, fresh, limits)) at = next;
	};
	settle();
	let shown = openBlocks(at);
	while (shown === null) {
		at = reopened(at);
		settle();
		shown = openBlocks(at);
	}
	const { definitions } = shown;
	const changed = changedLabels(grown?.at.definitions ?? NONE, definitions);
	const all = Object.keys(definitions);
	const groups = redefined(grown?.groups ?? [], changed, definitions);
	const sealed = all.length === 0 ? fresh : fresh.map((block) => withDefinitions(block, all, definitions));
	const labels = at.long?.pieces === grown?.at.long?.pieces ? changed : all;
	const { long, open } =
		labels.length === 0
			? { long: at.long, open: shown.blocks }
			: redefinedLong(at.long, shown.blocks, labels, definitions);
	return { groups: appended(groups, sealed), open, at: { ...at, long, definitions } };
}

function beginning(text: string, limits: Limits): Position {
	const none = { known: NONE, definitions: NONE, long: null, fence: null };
	return { text, start: 0, tryAt: limits.text, whole: -1, ...none };
}

/** One step on: finishes what can be finished. null: nothing more can. */
function advance(at: Position, fresh: Block[], limits: Limits): Position | null {
	if (at.fence !== null) return advanceFence(at, at.fence, fresh, limits);
	const rest = at.text.slice(at.start);
	if (rest.length < at.tryAt) return null;
	const lines = rest.slice(0, rest.lastIndexOf('\n') + 1);
	const more = at.long === null ? '' : before(at.long.start, rest);
	const { nodes } = parseNodes(more + lines, at.known);
	if (isTornParagraph(at, nodes)) return reopened(at);
	return (
		finishBlocks(at, more, lines, nodes, fresh, limits) ??
		finishParts(at, more, rest, nodes, limits) ?? { ...at, tryAt: Math.ceil(rest.length * PATIENCE) }
	);
}

/** Finishes what can be finished of the block that grows. */
function finishParts(
	at: Position,
	more: string,
	rest: string,
	[node]: readonly TokenNode[],
	limits: Limits,
): Position | null {
	const { long, known } = at;
	const from = long?.from ?? at.start;
	const lines = rest.slice(0, rest.lastIndexOf('\n') + 1);
	const on = ({ end, ...now }: Finished, tryAt: number) => ({ ...at, ...now, start: at.start + end, tryAt });
	if (lines.length >= limits.rows) {
		const rows = finishRows({ text: more + lines, skip: more.length, long, from, known }, node, limits.rows);
		if (rows !== null) return on(rows, limits.rows);
	}
	if (rest.length < limits.paragraph || at.whole === from) return null;
	const sentences = finishSentences({ text: rest, skip: 0, long, from, known });
	return sentences === null ? null : on(sentences, limits.paragraph);
}

function advanceFence(at: Position, open: OpenFence, fresh: Block[], limits: Limits): Position | null {
	const { fence, closed } = growFence(at.text, open);
	if (closed === null) return fence.next === open.next ? null : { ...at, fence };
	fresh.push(closed.block);
	return { ...at, start: closed.end, tryAt: limits.text, fence: null };
}

/**
 * Whole lines that come later change the last block at most: those before it are finished. So is a fence that is
 * closed; one that is open is from now on read line by line.
 */
function finishBlocks(
	at: Position,
	more: string,
	lines: string,
	nodes: readonly TokenNode[],
	fresh: Block[],
	limits: Limits,
): Position | null {
	const last = nodes.at(-1);
	if (last === undefined) return null;
	const isFence = last.token.type === 'fence';
	const count = isFence && isClosedFence(last) ? nodes.length : nodes.length - 1;
	const starts = lineStarts(more + lines);
	const placeOf = (line: number) => (starts[line] ?? more.length + lines.length) - more.length;
	const ends = nodes.slice(0, count).map((node) => placeOf(linesOf(node)[1]));
	for (const [index, node] of nodes.slice(0, count).entries()) {
		const text = lines.slice(ends[index - 1] ?? 0, ends[index]);
		fresh.push(index === 0 && at.long !== null ? longBlock(at.long, node, text) : blockOf(node, text));
	}
	const fenceStart = placeOf(linesOf(last)[0]);
	const opens = isFence && count < nodes.length && !/^[ \t]/.test(lines.slice(fenceStart));
	if (count === 0 && !opens) return null;
	const end = opens ? lines.indexOf('\n', fenceStart) + 1 : (ends.at(-1) ?? 0);
	const start = at.start + end;
	const known = definitionsIn(more + lines.slice(0, opens ? fenceStart : end), at.known);
	const { markup: marker, info } = last.token;
	const fence = opens ? { marker, info, chunks: [], tailStart: start, tailLines: 0, next: start } : null;
	return { ...at, start, tryAt: limits.text, known, fence, long: null };
}

/** Whether the rest of a paragraph in parts turns out to be something else, such as the head of a table. */
function isTornParagraph({ long }: Position, nodes: readonly TokenNode[]): boolean {
	if (long?.start.kind !== 'paragraph' || nodes.length === 0) return false;
	const type = nodes[0]?.token.type;
	return type !== 'paragraph_open' && type !== 'heading_open';
}

/** The position before the paragraph was parted; it is read as a whole from now on. */
function reopened(at: Position): Position {
	const from = at.long?.from ?? at.start;
	return { ...at, start: from, tryAt: 0, long: null, whole: from };
}

/** What is not finished, as it reads now, and all definitions. null: a paragraph should not have been parted. */
function openBlocks(at: Position): { readonly blocks: readonly Block[]; readonly definitions: Definitions } | null {
	if (at.fence !== null) return { blocks: [fenceSoFar(at.text, at.fence)], definitions: at.known };
	const { long } = at;
	const rest = at.text.slice(at.start);
	const more = long === null ? '' : before(long.start, rest);
	const { nodes, definitions } = parseNodes(more + rest, at.known);
	if (isTornParagraph(at, nodes)) return null;
	const starts = lineStarts(more + rest);
	const ends = nodes.map((node) => (starts[linesOf(node)[1]] ?? more.length + rest.length) - more.length);
	const blocks = nodes.map((node, index) => {
		const text = rest.slice(ends[index - 1] ?? 0, ends[index]);
		return index === 0 && long !== null ? longBlock(long, node, text) : blockOf(node, text);
	});
	const fence = nodes.at(-1);
	const line = rest.slice(rest.lastIndexOf('\n') + 1);
	const block = blocks.at(-1);
	if (fence === undefined || block?.type !== 'fence' || !mayClose(line, fence.token.markup))
		return { blocks, definitions };
	const tail =
		block.closed || !block.tail.endsWith(line) ? block.tail : block.tail.slice(0, block.tail.length - line.length);
	return { blocks: [...blocks.slice(0, -1), { ...block, tail }], definitions };
}

/** A long block with its last part. What it is in the end its last line says: a paragraph may become a heading. */
function longBlock({ start, pieces }: OpenLong, node: TokenNode, text: string): LongBlock {
	const own = start.kind === 'paragraph' ? { ...start, node } : start;
	return { type: 'long', start: own, pieces: [...pieces, pieceOf(start.kind, node, text)] };
}

function changedLabels(old: Definitions, now: Definitions): readonly string[] {
	if (old === now) return [];
	const same = (label: string) => old[label]?.href === now[label]?.href && old[label]?.title === now[label]?.title;
	return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((label) => !same(label));
}

function redefined(groups: Split['groups'], labels: readonly string[], known: Definitions): Split['groups'] {
	if (labels.length === 0) return groups;
	return groups.map((group) => {
		const blocks = group.map((block) => withDefinitions(block, labels, known));
		return blocks.some((block, index) => block !== group[index]) ? blocks : group;
	});
}

/** The long block that grows, with other definitions, in both of the places that hold its parts. */
function redefinedLong(
	long: OpenLong | null,
	[first, ...others]: readonly Block[],
	labels: readonly string[],
	known: Definitions,
): { readonly long: OpenLong | null; readonly open: readonly Block[] } {
	if (first === undefined) return { long, open: [] };
	const block = long === null ? first : withDefinitions(first, labels, known);
	if (long === null || block.type !== 'long') return { long, open: [first, ...others] };
	return { long: { ...long, start: block.start, pieces: block.pieces.slice(0, -1) }, open: [block, ...others] };
}

function appended(groups: Split['groups'], blocks: readonly Block[]): Split['groups'] {
	if (blocks.length === 0) return groups;
	const all = [...groups];
	for (const block of blocks) {
		const last = all.at(-1);
		if (last === undefined || last.length >= GROUP) all.push([block]);
		else all[all.length - 1] = [...last, block];
	}
	return all;
}
