import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { FieldContext } from '../../shared/fields/field-context.ts';
import type { ObjectRule, ValueRule, ValueType } from '../../shared/fields/value-rule.ts';
import { bodyRule } from '../../shared/fields/value-rule.ts';

/** What is wrong, and the facts for its words (`editor:problem.…`). */
export type ProblemFacts =
	/** It is no JSON; `code` says in which way. */
	| { readonly kind: 'syntax'; readonly code: string }
	| { readonly kind: 'notObject' }
	| { readonly kind: 'unknownKey'; readonly key: string; readonly near: string | null }
	| { readonly kind: 'repeatedKey'; readonly key: string }
	| { readonly kind: 'missingKey'; readonly key: string }
	| { readonly kind: 'type'; readonly types: readonly ValueType[]; readonly found: FoundType }
	| { readonly kind: 'oneOnly'; readonly found: number; readonly keys: readonly string[] }
	| { readonly kind: 'notOneOf'; readonly values: readonly string[] }
	| { readonly kind: 'outOfRange'; readonly from: number | null; readonly to: number | null }
	| { readonly kind: 'tooLong'; readonly longest: number }
	| { readonly kind: 'pattern' };

export type FoundType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** Something wrong with a body. `refused`: AWS would refuse it; else it is unusual, and the model may. */
export interface Problem {
	/** Where it stands; characters. */
	readonly from: number;
	readonly to: number;
	readonly path: ReadonlyArray<string | number>;
	readonly refused: boolean;
	readonly facts: ProblemFacts;
}

/** Problems found at most: of a body of another format everything is one. */
const MOST = 100;

/**
 * What is wrong with a body, in the order of its text: first as JSON, then by what the dictionary knows of its fields. Of
 * what the dictionary does not know nothing is said.
 *
 * @param byPrompt it goes to a prompt's ARN, which has messages of its own.
 */
export function checkBody(text: string, context: FieldContext, byPrompt = false): readonly Problem[] {
	const errors: ParseError[] = [];
	const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
	const [first] = errors;
	// What comes after it may follow from it, and so may what seems to be missing.
	if (first !== undefined) {
		const facts = { kind: 'syntax', code: printParseErrorCode(first.error) } as const;
		return [{ ...placed(text, first.offset, first.length), path: [], refused: true, facts }];
	}
	const problems: Problem[] = [];
	const rule = bodyRule(context);
	if (tree !== undefined && rule !== null) checkRoot(tree, rule, byPrompt, problems);
	return problems.slice(0, MOST).sort((one, other) => one.from - other.from);
}

/** At least a character wide, so that it can be seen and pressed. */
function placed(text: string, offset: number, length: number): Pick<Problem, 'from' | 'to'> {
	const from = Math.min(offset, Math.max(0, text.length - 1));
	return { from, to: Math.min(text.length, Math.max(from + 1, offset + length)) };
}

function checkRoot(tree: Node, rule: ObjectRule, byPrompt: boolean, problems: Problem[]): void {
	if (tree.type === 'object') checkObject(tree, byPrompt ? withoutRequired(rule) : rule, [], problems);
	else problems.push({ ...spanOf(tree), path: [], refused: true, facts: { kind: 'notObject' } });
}

function withoutRequired(rule: ObjectRule): ObjectRule {
	const fields = [...(rule.fields ?? [])].map(([key, value]) => [key, { ...value, required: false }] as const);
	return { ...rule, fields: new Map(fields) };
}

type Path = ReadonlyArray<string | number>;

function checkObject(node: Node, rule: ObjectRule, path: Path, problems: Problem[]): void {
	if (problems.length >= MOST) return;
	const members = membersOf(node);
	const keys = new Set(members.map(({ key }) => key));
	const { fields } = rule;
	const said = new Set<string>();
	for (const { key, name, value } of members) {
		const at = [...path, key];
		if (said.has(key)) {
			problems.push({ ...spanOf(name), path: at, refused: false, facts: { kind: 'repeatedKey', key } });
		}
		said.add(key);
		const field = fields?.get(key);
		if (fields !== null && field === undefined) {
			const near = nearest(key, [...fields.keys()]);
			problems.push({ ...spanOf(name), path: at, refused: true, facts: { kind: 'unknownKey', key, near } });
		} else if (value !== null) {
			if (field === undefined || checkType(value, field, at, problems)) {
				if (field !== undefined) checkLimits(value, field, at, problems);
				checkInside(value, rule.inside(key), at, problems);
			}
		}
	}
	const brace = { from: node.offset, to: node.offset + 1 };
	for (const [key, { required }] of fields ?? []) {
		if (!required || keys.has(key)) continue;
		problems.push({ ...brace, path, refused: true, facts: { kind: 'missingKey', key } });
	}
	if (rule.oneOnly && keys.size !== 1 && fields !== null) {
		const facts = { kind: 'oneOnly', found: keys.size, keys: [...fields.keys()] } as const;
		problems.push({ ...brace, path, refused: true, facts });
	}
}

function checkInside(value: Node, rule: ObjectRule | null, path: Path, problems: Problem[]): void {
	if (rule === null) return;
	if (value.type === 'object') checkObject(value, rule, path, problems);
	if (value.type !== 'array') return;
	for (const [index, item] of (value.children ?? []).entries()) {
		if (item.type === 'object') checkObject(item, rule, [...path, index], problems);
	}
}

/** False where it is not of its kind: then nothing else is said of it. */
function checkType(value: Node, { types }: ValueRule, path: Path, problems: Problem[]): boolean {
	if (types.some((type) => isOfType(value, type))) return true;
	const found = foundType(value);
	const inList = found === 'array' ? wrongItem(value, types) : null;
	const wrong = inList ?? value;
	const meant = inList === null ? types : types.flatMap((type): ValueType[] => itemType(type));
	const facts = { kind: 'type', types: meant, found: foundType(wrong) } as const;
	problems.push({ ...spanOf(wrong), path, refused: true, facts });
	return false;
}

function itemType(type: ValueType): ValueType[] {
	if (type === 'string[]') return ['string'];
	return type === 'object[]' ? ['object'] : [];
}

function wrongItem(list: Node, types: readonly ValueType[]): Node | null {
	const items = types.flatMap(itemType);
	return list.children?.find((item) => items.length > 0 && !items.some((type) => isOfType(item, type))) ?? null;
}

function isOfType(node: Node, type: ValueType): boolean {
	switch (type) {
		case 'any':
			return true;
		case 'string':
		case 'number':
		case 'boolean':
		case 'object':
			return node.type === type;
		case 'integer':
			return node.type === 'number' && Number.isInteger(node.value);
		case 'string[]':
		case 'object[]': {
			const item = type === 'string[]' ? 'string' : 'object';
			return node.type === 'array' && (node.children ?? []).every((child) => child.type === item);
		}
	}
}

function foundType({ type }: Node): FoundType {
	return type === 'property' ? 'object' : type;
}

function checkLimits(value: Node, { limits }: ValueRule, path: Path, problems: Problem[]): void {
	const add = (facts: ProblemFacts): void => {
		problems.push({ ...spanOf(value), path, refused: false, facts });
	};
	const { oneOf, open, from = null, to = null, longest, pattern } = limits;
	const texts = value.type === 'array' ? (value.children ?? []) : [value];
	for (const text of texts) {
		if (text.type !== 'string' || oneOf === undefined || open === true || oneOf.includes(text.value)) continue;
		problems.push({ ...spanOf(text), path, refused: false, facts: { kind: 'notOneOf', values: oneOf } });
	}
	if (value.type === 'number' && ((from !== null && value.value < from) || (to !== null && value.value > to))) {
		add({ kind: 'outOfRange', from, to });
	}
	const length = value.type === 'array' ? value.children?.length : value.type === 'string' ? value.value.length : 0;
	if (longest !== undefined && length > longest) add({ kind: 'tooLong', longest });
	if (value.type === 'string' && pattern !== undefined && !pattern.test(value.value)) add({ kind: 'pattern' });
}

interface Member {
	readonly key: string;
	readonly name: Node;
	readonly value: Node | null;
}

function membersOf(node: Node): readonly Member[] {
	return (node.children ?? []).flatMap(({ children: [name, value] = [] }) =>
		name === undefined ? [] : [{ key: String(name.value), name, value: value ?? null }],
	);
}

function spanOf({ offset, length }: Node): Pick<Problem, 'from' | 'to'> {
	return { from: offset, to: offset + length };
}

/** The known key that was most likely meant: the same but for case and separators, or one or two letters off. */
function nearest(key: string, known: readonly string[]): string | null {
	const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
	const same = known.find((other) => plain(other) === plain(key));
	if (same !== undefined) return same;
	const near = known
		.map((other) => ({ other, distance: distanceOf(plain(key), plain(other)) }))
		.sort((one, two) => one.distance - two.distance)[0];
	return near !== undefined && near.distance <= Math.min(2, Math.floor(key.length / 3)) ? near.other : null;
}

/** Letters to add, leave out or change until one text is the other (Levenshtein). */
function distanceOf(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (const [at, letter] of [...one].entries()) {
		const next = [at + 1];
		for (const [column, wanted] of [...other].entries()) {
			const changed = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
			next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
