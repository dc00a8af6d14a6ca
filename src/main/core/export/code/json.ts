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
}

/**
 * A value as a literal, indented as if it stood at `depth`. The strings of JSON are also strings of JavaScript and
 * Python; every character but control characters stays itself. `blobs`: what the Converse operations carry as bytes
 * is written as bytes, for an SDK that encodes it itself.
 */
export function literal(value: Json, dialect: Dialect, options: { depth?: number; blobs?: boolean } = {}): string {
	const { depth = 0, blobs = false } = options;
	if (value === null) return dialect.constants.null;
	if (typeof value === 'boolean') return dialect.constants[`${value}`];
	if (typeof value !== 'object') return JSON.stringify(value);
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
