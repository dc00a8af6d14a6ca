import type { JsonNode } from './json-tree.ts';
import type { Mark, NewRow, Piece } from './row.ts';
import { escaped, stringRows } from './string-rows.ts';

/** A value with what stands around it. */
export interface Entry {
	/** null: an item of an array, or the whole. */
	readonly name: string | null;
	readonly value: JsonNode;
	readonly path: readonly (string | number)[];
	/** Whether another one follows. */
	readonly comma: boolean;
}

/** The key of a value as the beginning of its row. */
export function leadOf(name: string | null): readonly Piece[] {
	if (name === null) return [];
	return [
		{ ink: 'key', text: `"${escaped(name)}"` },
		{ ink: 'sign', text: ': ' },
	];
}

/** The comma behind a value, where there is one. */
export function commaPieces(comma: boolean): readonly Piece[] {
	return comma ? [{ ink: 'sign', text: ',' }] : [];
}

/** Adds a whole value to rows, all of them with one mark. */
export function addValue(rows: NewRow[], { name, value, path, comma }: Entry, depth: number, mark: Mark): void {
	const at = { side: mark === 'removed' ? 'before' : 'after', path } as const;
	const lead = leadOf(name);
	if (value.kind === 'string') {
		const pieces = value.value === '' ? [] : [{ mark: 'same', text: value.value } as const];
		rows.push(...stringRows(pieces, { depth, mark, lead, comma, at }));
		return;
	}
	if (value.kind === 'literal') {
		rows.push({ mark, depth, pieces: [...lead, { ink: 'literal', text: value.value }, ...commaPieces(comma)], at });
		return;
	}
	const [open, close] = value.kind === 'object' ? ['{', '}'] : ['[', ']'];
	const inner: readonly Omit<Entry, 'comma'>[] =
		value.kind === 'object'
			? value.members.map((member) => ({ ...member, path: [...path, member.name] }))
			: value.items.map((item, place) => ({ name: null, value: item, path: [...path, place] }));
	if (inner.length === 0) {
		rows.push({ mark, depth, pieces: [...lead, { ink: 'sign', text: open + close }, ...commaPieces(comma)], at });
		return;
	}
	rows.push({ mark, depth, pieces: [...lead, { ink: 'sign', text: open }], at });
	for (const [number, entry] of inner.entries()) {
		addValue(rows, { ...entry, comma: number < inner.length - 1 }, depth + 1, mark);
	}
	rows.push({ mark, depth, pieces: [{ ink: 'sign', text: close }, ...commaPieces(comma)] });
}

/** How many rows a value takes, counted no further than `most`. */
export function rowCount(value: JsonNode, most: number): number {
	if (value.kind === 'string') return 1 + Math.floor(value.value.length / 400);
	if (value.kind === 'literal') return 1;
	const inner = value.kind === 'object' ? value.members.map((member) => member.value) : value.items;
	if (inner.length === 0) return 1;
	let rows = 2;
	for (const item of inner) {
		if (rows >= most) return most;
		rows += rowCount(item, most - rows);
	}
	return Math.min(rows, most);
}
