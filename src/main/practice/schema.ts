import { z } from 'zod';
import type { JsonValue } from './json.ts';
import { malformed } from './refusal.ts';

type Issue = z.core.$ZodIssue;

const INTEGER = 'Integer';

/** A whole number. Its issues name the type: zod itself complains of a text as of "no number". */
export function integer() {
	return z.int(INTEGER);
}

/**
 * Reads a native body by a schema. Violations are worded as Bedrock words them, which validates with the Java library
 * org.everit.json.schema: `#/temperature: 2 is not less or equal to 1` (bedrock-facts.md, 2; unverified: the wording of
 * the rarer ones).
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: JsonValue | undefined): z.infer<Schema> {
	if (body === undefined) throw malformed([]);
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	throw malformed(result.error.issues.flatMap((issue) => violationsOf(issue, [], body)));
}

/** An issue of zod with the part of a union that the value was meant for, taken apart. */
export function flattenIssue(issue: Issue, base: readonly PropertyKey[]): readonly Issue[] {
	const path = [...base, ...issue.path];
	if (issue.code !== 'invalid_union') return [{ ...issue, path } as Issue];
	const meant = issue.errors.find((branch) => branch[0]?.code !== 'invalid_type' || branch[0].path.length > 0);
	const branch = meant ?? issue.errors[0] ?? [];
	// A union that is told apart by a key, whose value is none of those that it may have.
	if (branch.length === 0) return [{ ...issue, path } as Issue];
	return branch.flatMap((inner) => flattenIssue(inner, path));
}

function violationsOf(issue: Issue, base: readonly PropertyKey[], body: JsonValue): readonly string[] {
	return flattenIssue(issue, base).flatMap((flat) => {
		const value = valueAt(body, flat.path);
		if (value === undefined) {
			const parent = pointerOf(flat.path.slice(0, -1));
			return [`${parent}: required key [${String(flat.path.at(-1))}] not found`];
		}
		const pointer = pointerOf(flat.path);
		if (flat.code === 'unrecognized_keys') {
			return flat.keys.map((key) => `${pointer}: extraneous key [${key}] is not permitted`);
		}
		return [`${pointer}: ${complaint(flat, value)}`];
	});
}

function complaint(issue: Issue, value: JsonValue): string {
	switch (issue.code) {
		case 'invalid_type':
			return `expected type: ${issue.message === INTEGER ? INTEGER : javaName(issue.expected)}, found: ${javaTypeOf(value)}`;
		case 'too_big':
			if (typeof value === 'number') return `${value} is not less or equal to ${issue.maximum}`;
			return Array.isArray(value)
				? `expected maximum item count: ${issue.maximum}, found: ${value.length}`
				: `expected maxLength: ${issue.maximum}, actual: ${String(value).length}`;
		case 'too_small':
			if (typeof value === 'number') {
				return `${value} is not ${issue.inclusive === false ? 'greater than' : 'greater or equal to'} ${issue.minimum}`;
			}
			return Array.isArray(value)
				? `expected minimum item count: ${issue.minimum}, found: ${value.length}`
				: `expected minLength: ${issue.minimum}, actual: ${String(value).length}`;
		default:
			return typeof value === 'string' || issue.code === 'invalid_value'
				? `${value} is not a valid enum value`
				: 'no subschema matched';
	}
}

/** The value at a path, or undefined where there is none. */
export function valueAt(body: JsonValue, path: readonly PropertyKey[]): JsonValue | undefined {
	let value: unknown = body;
	for (const key of path) {
		if (value === null || typeof value !== 'object') return undefined;
		value = Object.getOwnPropertyDescriptor(value, key)?.value;
	}
	return value as JsonValue | undefined;
}

function pointerOf(path: readonly PropertyKey[]): string {
	return ['#', ...path.map(String)].join('/');
}

function javaName(expected: string): string {
	const names: Readonly<Record<string, string>> = {
		string: 'String',
		number: 'Number',
		int: 'Integer',
		boolean: 'Boolean',
		array: 'JSONArray',
		object: 'JSONObject',
		record: 'JSONObject',
	};
	return names[expected] ?? expected;
}

function javaTypeOf(value: JsonValue): string {
	if (value === null) return 'Null';
	if (Array.isArray(value)) return 'JSONArray';
	if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'BigDecimal';
	return javaName(typeof value);
}
