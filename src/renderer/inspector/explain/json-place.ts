import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { shortened } from '../../../shared/shorten.ts';

/** A field of a JSON text: its path, its value where that is short enough to say, and the part of the text that names it. */
export interface JsonPlace {
	readonly path: ReadonlyArray<string | number>;
	readonly value: string | null;
	readonly from: number;
	readonly to: number;
}

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

const values = new Set(['True', 'False', 'Null', 'Number', 'String', 'Object', 'Array']);

/** How much of a value is told, and how much of an element of a list is marked; characters. */
const LONGEST_VALUE = 60;
const LONGEST_MARK = 200;
/** How long the text may still be parsed before a place in it is known; milliseconds. */
const PATIENCE = 25;
/** An element further back in a list is told without its number: counting would take too long. */
const COUNTED = 10_000;
/** In longer lines white space is not looked for. */
const LONGEST_LINE = 10_000;

/**
 * The field at a position of a JSON text; null outside of any field, and where the text is not (yet) parsed. White space
 * at the ends of a line belongs to what stands in it. Climbs from the innermost node up: the depth counts, not the size.
 */
export function jsonPlaceAt(state: EditorState, position: number): JsonPlace | null {
	const tree = ensureSyntaxTree(state, position, PATIENCE) ?? syntaxTree(state);
	const at = meant(state, position);
	const [before, after] = ([-1, 1] as const).map((side) => wayTo(state, tree.resolveInner(at, side)));
	// Between two, what is further in: a comma belongs to what it stands after.
	const way = before !== undefined && before.path.length > (after?.path.length ?? 0) ? before : after;
	if (way?.named == null) return null;
	const { path, named } = way;
	const name = named.name === 'Property' ? (named.firstChild ?? named) : named;
	const value = named.name === 'Property' ? named.lastChild : named;
	return {
		path,
		value: value === null ? null : writtenValue(state, value),
		from: name.from,
		to: Math.min(name.to, name.from + LONGEST_MARK),
	};
}

function wayTo(state: EditorState, innermost: SyntaxNode) {
	const path: (string | number)[] = [];
	let named: SyntaxNode | null = null;
	for (let node: SyntaxNode | null = innermost; node !== null; node = node.parent) {
		if (node.name === 'Property') path.unshift(keyOf(state, node));
		else if (node.parent?.name === 'Array' && values.has(node.name)) path.unshift(indexOf(node));
		else continue;
		named ??= node;
	}
	return { path, named };
}

function meant(state: EditorState, position: number): number {
	const line = state.doc.lineAt(position);
	if (line.length > LONGEST_LINE) return position;
	const text = line.text.trimEnd();
	const end = line.from + text.length - (text.endsWith(',') ? 1 : 0);
	return Math.min(end, Math.max(line.from + (text.length - text.trimStart().length), position));
}

function keyOf(state: EditorState, property: SyntaxNode): string {
	const name = property.firstChild;
	const written = name === null ? '""' : state.sliceDoc(name.from, name.to);
	try {
		return String(JSON.parse(written));
	} catch {
		return written;
	}
}

/** -1 where it is not counted. */
function indexOf(element: SyntaxNode): number {
	let index = 0;
	for (let before = element.prevSibling; before !== null; before = before.prevSibling) {
		if (values.has(before.name)) index += 1;
		if (index > COUNTED) return -1;
	}
	return index;
}

function writtenValue(state: EditorState, node: SyntaxNode): string | null {
	if (!values.has(node.name) || node.name === 'Object' || node.name === 'Array') return null;
	// One more tells that there is more, and whether it belongs to the character before it.
	return shortened(state.sliceDoc(node.from, Math.min(node.to, node.from + LONGEST_VALUE + 1)), LONGEST_VALUE);
}
