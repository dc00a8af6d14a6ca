import { diffText } from './diff-text.ts';
import type { JsonMember, JsonNode } from './json-tree.ts';
import { uniqueNames } from './json-tree.ts';
import { pairItems } from './pair-items.ts';
import type { FoldedPart, NewRow, Piece } from './row.ts';
import { stringRows } from './string-rows.ts';
import type { Entry } from './value-rows.ts';
import { addValue, commaPieces, leadOf, rowCount } from './value-rows.ts';

/** A JSON text and its tree. */
export interface JsonDocument {
	readonly source: string;
	readonly root: JsonNode;
}

/** A value that differs. null: it is not there. */
export interface Change {
	readonly path: readonly (string | number)[];
	readonly before: JsonNode | null;
	readonly after: JsonNode | null;
}

/** How two JSON texts differ. */
export interface JsonDiff {
	readonly rows: readonly NewRow[];
	/** The first of the values that differ, in their order. */
	readonly changes: readonly Change[];
	/** In how many objects the keys that are in both stand in another order. */
	readonly reordered: number;
}

/** What is the same is folded when it would take more rows than this. */
const ROWS_SHOWN = 2;
const MOST_CHANGES = 500;
const MOST_NAMES = 4;
/** Two short values stand in one row. Characters, together. */
const ONE_ROW = 72;

/** One value on both sides, with what stands around it on each. */
interface Pair {
	readonly name: string | null;
	readonly path: readonly (string | number)[];
	readonly before: JsonNode | null;
	readonly after: JsonNode | null;
	readonly commaBefore: boolean;
	readonly commaAfter: boolean;
}

/**
 * How two JSON texts, read by one reader, differ: members by their name, items of arrays by what they hold, numbers by how
 * they are written, strings inside. The order of keys does not count; in how many objects it differs is counted.
 */
export function diffJson(before: JsonDocument, after: JsonDocument): JsonDiff {
	const rows: NewRow[] = [];
	const changes: Change[] = [];
	let reordered = 0;

	const note = ({ path, before: one, after: other }: Pair): void => {
		if (changes.length < MOST_CHANGES) changes.push({ path, before: one, after: other });
	};

	const compare = (pair: Pair, depth: number): void => {
		const { name, path, before: one, after: other, commaBefore, commaAfter } = pair;
		if (one === null || other === null) {
			note(pair);
			if (one !== null) addValue(rows, { name, value: one, path, comma: commaBefore }, depth, 'removed');
			if (other !== null) addValue(rows, { name, value: other, path, comma: commaAfter }, depth, 'added');
		} else if (one.kind === 'object' && other.kind === 'object') {
			if (isReordered(one.members, other.members)) reordered += 1;
			inside(pair, memberPairs(one.members, other.members, pair.path), ['{', '}'], 'fields', depth);
		} else if (one.kind === 'array' && other.kind === 'array') {
			const what = pair.path.length === 1 && name === 'messages' ? 'messages' : 'items';
			inside(pair, itemPairs(one.items, other.items, pair.path), ['[', ']'], what, depth);
		} else {
			note(pair);
			if (!addChanged(rows, pair, one, other, depth)) {
				addValue(rows, { name, value: one, path, comma: commaBefore }, depth, 'removed');
				addValue(rows, { name, value: other, path, comma: commaAfter }, depth, 'added');
			}
		}
	};

	const inside = (
		{ name, path, commaAfter }: Pair,
		pairs: readonly Pair[],
		[open, close]: readonly [string, string],
		what: FoldedPart['what'],
		depth: number,
	): void => {
		rows.push({
			mark: 'same',
			depth,
			pieces: [...leadOf(name), { ink: 'sign', text: open }],
			at: { side: 'after', path },
		});
		let same: Entry[] = [];
		const flush = (): void => {
			addSame(rows, same, depth + 1, what, after.source);
			same = [];
		};
		for (const pair of pairs) {
			const { before: one, after: other } = pair;
			if (one !== null && other !== null && one.id === other.id) {
				// Equal values may still have their keys in another order.
				reordered += reorderedIn(one, other);
				same.push({ name: pair.name, value: other, path: pair.path, comma: pair.commaAfter });
			} else {
				flush();
				compare(pair, depth + 1);
			}
		}
		flush();
		rows.push({ mark: 'same', depth, pieces: [{ ink: 'sign', text: close }, ...commaPieces(commaAfter)] });
	};

	const whole: Pair = {
		name: null,
		path: [],
		before: before.root,
		after: after.root,
		commaBefore: false,
		commaAfter: false,
	};
	if (before.root.id === after.root.id) {
		reordered = reorderedIn(before.root, after.root);
		addValue(rows, { name: null, value: after.root, path: [], comma: false }, 0, 'same');
	} else {
		compare(whole, 0);
	}
	return { rows, changes, reordered };
}

/** Adds what is the same: a few rows as they are, more of them folded. */
function addSame(
	rows: NewRow[],
	entries: readonly Entry[],
	depth: number,
	what: FoldedPart['what'],
	source: string,
): void {
	if (entries.length === 0) return;
	let taken = 0;
	for (const { value } of entries) {
		taken += rowCount(value, ROWS_SHOWN + 1);
		if (taken > ROWS_SHOWN) break;
	}
	const add = (to: NewRow[]): void => {
		for (const entry of entries) addValue(to, entry, depth, 'same');
	};
	if (taken <= ROWS_SHOWN) {
		add(rows);
		return;
	}
	const names = what === 'fields' ? entries.slice(0, MOST_NAMES).map(({ name }) => name ?? '') : [];
	const bytes = entries.reduce((sum, { value }) => sum + byteLength(source, value), 0);
	rows.push({
		mark: 'same',
		depth,
		pieces: [],
		fold: {
			what,
			count: entries.length,
			bytes,
			names,
			rows: () => {
				const opened: NewRow[] = [];
				add(opened);
				return opened;
			},
		},
	});
}

/** Adds two scalars that differ as one: side by side when they are short, else one string that differs inside. */
function addChanged(rows: NewRow[], pair: Pair, before: JsonNode, after: JsonNode, depth: number): boolean {
	const [one, other] = [scalarText(before), scalarText(after)];
	if (one === null || other === null) return false;
	const lead = leadOf(pair.name);
	if (before.kind === 'string' && after.kind === 'string') {
		const pieces = diffText(before.value, after.value);
		const kept = pieces.reduce((sum, { mark, text }) => sum + (mark === 'same' ? text.trim().length : 0), 0);
		if (kept * 4 >= Math.min(before.value.length, after.value.length) && kept > 0) {
			rows.push(
				...stringRows(pieces, {
					depth,
					mark: 'changed',
					lead,
					comma: pair.commaAfter,
					at: { side: 'after', path: pair.path },
				}),
			);
			return true;
		}
	}
	if (one.length + other.length > ONE_ROW || /\n/.test(one + other)) return false;
	const pieces: readonly Piece[] = [
		...lead,
		{ ink: before.kind === 'string' ? 'string' : 'literal', text: one, mark: 'removed' },
		{ ink: 'sign', text: ' → ' },
		{ ink: after.kind === 'string' ? 'string' : 'literal', text: other, mark: 'added' },
		...commaPieces(pair.commaAfter),
	];
	rows.push({ mark: 'changed', depth, pieces, at: { side: 'after', path: pair.path } });
	return true;
}

/** A string or literal as it is written; null for what holds others. */
function scalarText(node: JsonNode): string | null {
	if (node.kind === 'literal') return node.value;
	return node.kind === 'string' ? JSON.stringify(node.value) : null;
}

/** The members of two objects by name, in the order of the second; what only the first has stays behind its neighbour. */
function memberPairs(
	before: readonly JsonMember[],
	after: readonly JsonMember[],
	path: readonly (string | number)[],
): readonly Pair[] {
	const [namesBefore, namesAfter] = [uniqueNames(before), uniqueNames(after)];
	const placeAfter = new Map(namesAfter.map((name, at) => [name, at]));
	const placeBefore = new Map(namesBefore.map((name, at) => [name, at]));
	const pairs: Pair[] = [];
	const add = (at: number | undefined, other: number | undefined): void => {
		const [one, two] = [at === undefined ? undefined : before[at], other === undefined ? undefined : after[other]];
		const name = one?.name ?? two?.name ?? '';
		pairs.push({
			name,
			path: [...path, name],
			before: one?.value ?? null,
			after: two?.value ?? null,
			commaBefore: at !== before.length - 1,
			commaAfter: other !== after.length - 1,
		});
	};
	const addOnlyBefore = (from: number): void => {
		for (let at = from; at < before.length && !placeAfter.has(namesBefore[at] ?? ''); at += 1) add(at, undefined);
	};
	addOnlyBefore(0);
	for (const [other, name] of namesAfter.entries()) {
		const at = placeBefore.get(name);
		add(at, other);
		if (at !== undefined) addOnlyBefore(at + 1);
	}
	return pairs;
}

function itemPairs(
	before: readonly JsonNode[],
	after: readonly JsonNode[],
	path: readonly (string | number)[],
): readonly Pair[] {
	let [at, other] = [0, 0];
	return pairItems(before, after).map((pair) => {
		if (pair.before !== null) at += 1;
		if (pair.after !== null) other += 1;
		return {
			name: null,
			path: [...path, pair.after === null ? at - 1 : other - 1],
			before: pair.before,
			after: pair.after,
			commaBefore: at < before.length,
			commaAfter: other < after.length,
		};
	});
}

function isReordered(before: readonly JsonMember[], after: readonly JsonMember[]): boolean {
	const [one, other] = [uniqueNames(before), uniqueNames(after)];
	const [inOne, inOther] = [new Set(one), new Set(other)];
	const common = other.filter((name) => inOne.has(name));
	return one.filter((name) => inOther.has(name)).some((name, at) => name !== common[at]);
}

/** In how many objects of two equal values the keys stand in another order. */
function reorderedIn(before: JsonNode, after: JsonNode): number {
	if (before.kind === 'array' && after.kind === 'array') {
		return before.items.reduce((sum, item, at) => {
			const other = after.items[at];
			return other === undefined ? sum : sum + reorderedIn(item, other);
		}, 0);
	}
	if (before.kind !== 'object' || after.kind !== 'object') return 0;
	const places = new Map(uniqueNames(after.members).map((name, at) => [name, at]));
	const inner = uniqueNames(before.members).reduce((sum, name, at) => {
		const [one, other] = [before.members[at], after.members[places.get(name) ?? -1]];
		return one === undefined || other === undefined ? sum : sum + reorderedIn(one.value, other.value);
	}, 0);
	return inner + (isReordered(before.members, after.members) ? 1 : 0);
}

const encoder = new TextEncoder();

/** The bytes of a value as it was written. UTF-8. */
export function byteLength(source: string, node: JsonNode): number {
	return encoder.encode(source.slice(node.from, node.to)).length;
}
