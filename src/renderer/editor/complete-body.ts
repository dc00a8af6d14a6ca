import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import type { FieldContext } from '../../shared/fields/field-context.ts';
import { findField } from '../../shared/fields/find-field.ts';
import type { FieldId } from '../../shared/fields/shapes.ts';
import type { ValueRule } from '../../shared/fields/value-rule.ts';
import { ruleAt } from '../../shared/fields/value-rule.ts';

/** Something that can be put in where the caret is. */
export interface Offer {
	readonly label: string;
	/** What is put in. */
	readonly insert: string;
	/** Where the caret stands afterwards: characters of `insert`. */
	readonly caret: number;
	readonly kind: 'key' | 'required' | 'value';
	/** The field's text in the dictionary; null for values. */
	readonly id: FieldId | null;
}

interface Span {
	readonly from: number;
	readonly to: number;
}

type Path = ReadonlyArray<string | number>;

/** What can be put in, and what of the text it replaces. */
export interface Offers extends Span {
	readonly offers: readonly Offer[];
}

/** What fits where the caret is: fields that are not there yet, or the values that a field takes. null: nothing is known. */
export function completeBody(text: string, position: number, context: FieldContext): Offers | null {
	const { path, isAtPropertyKey, previousNode } = getLocation(text, position);
	const word = isAround(previousNode, position) ? previousNode : undefined;
	const span = word === undefined ? bareWord(text, position) : { from: word.offset, to: word.offset + word.length };
	if (isAtPropertyKey) {
		const { fields, oneOnly } = ruleAt(context, path.slice(0, -1)) ?? { fields: null, oneOnly: false };
		if (fields === null) return null;
		const there = keysAt(text, path.slice(0, -1), span);
		if (oneOnly && there.size > 0) return null;
		const followed = /^\s*:/.test(text.slice(span.to, span.to + 200));
		const offers = [...fields]
			.filter(([key]) => !there.has(key))
			.map(([key, rule]) => keyOffer(key, rule, followed, [...path.slice(0, -1), key], context));
		return { ...span, offers };
	}
	const at = path.findLastIndex((step) => typeof step === 'string');
	const rule = ruleAt(context, path.slice(0, Math.max(0, at)))?.fields?.get(String(path[at]));
	if (rule === undefined) return null;
	const values = rule.types.includes('boolean')
		? ['true', 'false']
		: (rule.limits.oneOf ?? []).map((value) => JSON.stringify(value));
	if (values.length === 0) return null;
	return {
		...span,
		offers: values.map((value) => ({ label: value, insert: value, caret: value.length, kind: 'value', id: null })),
	};
}

/** Whether the caret is in what has been written of a scalar, or at its end. */
function isAround(node: Node | undefined, position: number): node is Node {
	if (node === undefined || node.type === 'object' || node.type === 'array') return false;
	return position > node.offset && position <= node.offset + node.length;
}

/** Letters before the caret, where no quote has been written. */
function bareWord(text: string, position: number): Span {
	const before = /[\w.-]*$/.exec(text.slice(Math.max(0, position - 100), position))?.[0] ?? '';
	return { from: position - before.length, to: position };
}

function keyOffer(key: string, rule: ValueRule, followed: boolean, path: Path, context: FieldContext): Offer {
	const name = JSON.stringify(key);
	const value = followed ? '' : `: ${blankOf(rule)}`;
	const insert = `${name}${value}`;
	// Into the quotes or brackets of a value that is to be filled in.
	const back = /(""|\[\]|\{\})$/.test(value) ? 1 : 0;
	return {
		label: key,
		insert,
		caret: insert.length - back,
		kind: rule.required ? 'required' : 'key',
		id: findField(context, path)?.id ?? null,
	};
}

/** A value to begin with. */
function blankOf({ types, limits }: ValueRule): string {
	const [only, ...others] = limits.oneOf ?? [];
	switch (types[0]) {
		case 'string':
			return only !== undefined && others.length === 0 ? JSON.stringify(only) : '""';
		case 'object':
			return '{}';
		case 'string[]':
		case 'object[]':
			return '[]';
		case 'boolean':
			return 'true';
		default:
			return '';
	}
}

/** The keys of the object at a path, but for the one that is being written. */
function keysAt(text: string, path: Path, span: Span): ReadonlySet<string> {
	const tree = parseTree(text);
	const object = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
	const names = (object?.children ?? []).map(({ children }) => children?.[0]);
	const others = names.filter((name) => name !== undefined && (name.offset < span.from || name.offset >= span.to));
	return new Set(others.map((name) => String(name?.value)));
}
