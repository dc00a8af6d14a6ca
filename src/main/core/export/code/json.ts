/** A JSON value as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** How a language writes values. */
export interface Dialect {
	readonly indent: string;
	readonly constants: { readonly null: string; readonly true: string; readonly false: string };
	readonly key: (name: string) => string;
	/** An expression for bytes that stand in the JSON as base64. */
	readonly bytes: (base64: string) => string;
	/** An expression that reads JSON from a string's literal. */
	readonly parsed: (text: string) => string;
}

/** Deeper values stand in a program as text: Python takes no more than 200 brackets within each other (its tokenizer). */
const DEEPEST = 40;

/**
 * A text as a literal: the strings of JSON are also strings of JavaScript and Python. Every character that can be seen
 * stays itself. What can't, or would turn the direction of writing or end a line of code, is escaped.
 */
export function stringLiteral(text: string): string {
	return JSON.stringify(text).replace(INVISIBLE, escaped);
}

/** Text of JSON with the same characters escaped, which can stand only in its strings. */
export function visibleJson(json: string): string {
	return json.replace(INVISIBLE, escaped);
}

/** Not the joiners (U+200C, U+200D), of which words and emoji are made. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function escaped(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A value as a literal, indented as if it stood at `depth`. `blobs`: what the Converse operations carry as bytes
 * is written as bytes, for an SDK that encodes it itself.
 */
export function literal(value: Json, dialect: Dialect, options: { depth?: number; blobs?: boolean } = {}): string {
	const { depth = 0, blobs = false } = options;
	if (value === null) return dialect.constants.null;
	if (typeof value === 'boolean') return dialect.constants[`${value}`];
	if (typeof value === 'string') return stringLiteral(value);
	if (typeof value !== 'object') return JSON.stringify(value);
	if (depth >= DEEPEST) return dialect.parsed(stringLiteral(JSON.stringify(value)));
	const inner = { depth: depth + 1, blobs };
	const lead = `\n${dialect.indent.repeat(depth + 1)}`;
	const tail = `\n${dialect.indent.repeat(depth)}`;
	if (isArray(value)) {
		const items = value.map((item) => `${lead}${literal(item, dialect, inner)},`);
		return items.length === 0 ? '[]' : `[${items.join('')}${tail}]`;
	}
	const members = Object.entries(value).map(([name, member]) => {
		const written =
			blobs && isBlob(name, member)
				? dialect.bytes(member)
				: literal(member, dialect, { ...inner, blobs: blobs && !DOCUMENTS.has(name) });
		return `${lead}${dialect.key(name)}: ${written},`;
	});
	return members.length === 0 ? '{}' : `{${members.join('')}${tail}}`;
}

/** Free JSON within a Converse request, in which `bytes` means nothing (AWS API reference, Converse). */
const DOCUMENTS = new Set(['additionalModelRequestFields', 'input', 'json', 'requestMetadata']);

function isBlob(name: string, value: Json): value is string {
	return (name === 'bytes' || name === 'redactedContent') && typeof value === 'string';
}

/** Whether a Converse request carries bytes. */
export function hasBytes(value: Json): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(
		([name, member]) => isBlob(name, member) || (!DOCUMENTS.has(name) && hasBytes(member)),
	);
}

function isArray(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}

/**
 * Whether JavaScript and Python, told to write this value compactly, both give these very characters: so it can stand
 * in a program as a value and still be sent to the byte. Numbers with an exponent or beyond 16 digits, and halves of
 * surrogate pairs, are written differently.
 */
export function survives(text: string, body: Json): boolean {
	return JSON.stringify(body) === text && plainNumbers(body) && text.isWellFormed() && !/\\ud[89a-f]/.test(text);
}

function plainNumbers(value: Json): boolean {
	if (typeof value === 'number') return Object.is(value, 0) || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15);
	if (typeof value !== 'object' || value === null) return true;
	return Object.values(value).every(plainNumbers);
}

/**
 * Whether a value, as `JSON.parse` gives it, is all that its text says: no key was there twice, no number was too large or
 * too long.
 */
export function isWhole(text: string): boolean {
	let members = 0;
	let exact = true;
	const value: unknown = JSON.parse(text, (_key, member: unknown, context?: { readonly source?: string }) => {
		if (typeof member === 'number') exact &&= isExact(member, context?.source ?? '');
		if (typeof member === 'object' && member !== null) members += Object.keys(member).length;
		return member;
	});
	return exact && value !== undefined && members === countMembers(text);
}

function isExact(value: number, source: string): boolean {
	if (!Number.isFinite(value)) return false;
	return !/^-?\d+$/.test(source) || BigInt(source) === BigInt(value);
}

/** All keys of all objects and items of all arrays, as they are written. */
function countMembers(text: string): number {
	const bare = withoutStrings(text).replace(/\s+/g, '');
	const commas = bare.split(',').length - 1;
	const filled = bare.split(/[[{](?![\]}])/).length - 1;
	return commas + filled;
}

/** JSON with every string empty. No regular expression: strings hold whole files in base64, and it would need the stack. */
function withoutStrings(text: string): string {
	const pieces: string[] = [];
	let at = 0;
	for (let open = text.indexOf('"'); open >= 0; open = text.indexOf('"', at)) {
		pieces.push(text.slice(at, open));
		let close = text.indexOf('"', open + 1);
		while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
		at = close + 1;
	}
	return [...pieces, text.slice(at)].join('""');
}

function isEscaped(text: string, at: number): boolean {
	let before = at;
	while (text[before - 1] === '\\') before--;
	return (at - before) % 2 === 1;
}
