import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { isJapanese } from '../question.ts';
import { arithmeticIn } from './arithmetic.ts';
import { placeIn, timeZoneIn } from './places.ts';

/** Which members an object gets: those that its schema requires (all where it requires none), or all. */
type Members = 'required' | 'all';

/** Makes a value that fits a JSON schema. `name` is what the value is for: the key, or the tool. */
export type ValueMaker = (schema: JsonValue, name: string, members: Members) => JsonValue;

const DEEPEST = 8;
const MOST_ITEMS = 50;

/**
 * A maker of values out of what a question says: its numbers in their order, its place, its arithmetic, its quoted
 * words. The same question and schema give the same value.
 */
export function valueMaker(question: string): ValueMaker {
	return (root, rootName, members) => {
		const numbers = [...question.normalize('NFKC').matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
		let used = 0;

		const make = (schema: JsonValue, name: string, depth: number): JsonValue => {
			const shape = resolve(schema, root);
			if (shape === null || depth > DEEPEST) return null;
			if (shape['const'] !== undefined) return shape['const'];
			const choices = listOf(shape['enum']);
			if (choices.length > 0) return choices.find((one) => isNamed(one, question)) ?? choices[0] ?? null;
			if (shape['default'] !== undefined) return shape['default'];
			switch (typeOf(shape)) {
				case 'object':
					return makeObject(shape, depth);
				case 'array':
					return makeArray(shape, name, depth);
				case 'integer':
				case 'number':
					return makeNumber(shape);
				case 'boolean':
					return true;
				case 'null':
					return null;
				default:
					return fitLength(textFor(name, shape, question), shape);
			}
		};

		const makeObject = (shape: JsonObject, depth: number): JsonObject => {
			const properties = objectOf(shape['properties']);
			const required = listOf(shape['required']).map(String);
			const keys = members === 'all' || required.length === 0 ? Object.keys(properties) : required;
			return Object.fromEntries(keys.map((key) => [key, make(properties[key] ?? {}, key, depth + 1)]));
		};

		const makeArray = (shape: JsonObject, name: string, depth: number): JsonValue => {
			const first = listOf(shape['prefixItems']);
			if (first.length > 0) return first.map((item) => make(item, name, depth + 1));
			const wanted = Math.max(1, numberOf(shape['minItems']) ?? 1);
			const count = Math.min(wanted, numberOf(shape['maxItems']) ?? MOST_ITEMS, MOST_ITEMS);
			return Array.from({ length: count }, () => make(shape['items'] ?? {}, name, depth + 1));
		};

		const makeNumber = (shape: JsonObject): number => {
			const low = numberOf(shape['minimum']) ?? numberOf(shape['exclusiveMinimum']);
			const high = numberOf(shape['maximum']) ?? numberOf(shape['exclusiveMaximum']);
			const above = shape['minimum'] === undefined && shape['exclusiveMinimum'] !== undefined ? 1 : 0;
			const found = numbers[used] ?? (low ?? 0) + above;
			used += 1;
			const whole = typeOf(shape) === 'integer' ? Math.trunc(found) : found;
			return Math.min(high ?? whole, Math.max(low ?? whole, whole));
		};

		return make(root, rootName, 0);
	};
}

/** What a text is for is told by its key's name and its format. */
function textFor(name: string, shape: JsonObject, question: string): string {
	const format = typeof shape['format'] === 'string' ? shape['format'] : '';
	const day = /\d{4}-\d{2}-\d{2}/.exec(question)?.[0] ?? '2026-01-01';
	if (format === 'date') return day;
	if (format === 'date-time') return `${day}T09:00:00Z`;
	if (format === 'time') return '09:00:00Z';
	if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
	if (format === 'email' || /e?mail/i.test(name))
		return /[\w.+-]+@[\w-]+\.[\w.]+/.exec(question)?.[0] ?? 'someone@example.com';
	if (format === 'uri' || /\bur[il]\b/i.test(name))
		return /https?:\/\/\S+/.exec(question)?.[0] ?? 'https://example.com/';
	if (/expr|formula|equation|calculation/i.test(name)) return arithmeticIn(question) ?? '1 + 1';
	if (/zone|\btz\b/i.test(name)) return timeZoneIn(question);
	if (/location|city|place|town|prefecture|area|where/i.test(name)) return placeIn(question);
	if (/date|day/i.test(name)) return day;
	return quotedIn(question) ?? shortened(question);
}

function quotedIn(question: string): string | null {
	return /["“「『]([^"”」』]+)["”」』]/u.exec(question)?.[1] ?? null;
}

function shortened(question: string): string {
	const text = question.trim().replace(/\s+/g, ' ');
	if (text === '') return isJapanese(question) ? '練習' : 'practice';
	return [...text].slice(0, 80).join('');
}

function fitLength(text: string, shape: JsonObject): string {
	const longest = numberOf(shape['maxLength']);
	const shortest = numberOf(shape['minLength']) ?? 0;
	return [...text]
		.slice(0, longest ?? text.length)
		.join('')
		.padEnd(shortest, '.');
}

/** The schema itself, the one that a local `$ref` names, or the first alternative; null where there is none. */
function resolve(schema: JsonValue, root: JsonValue, jumps = 0): JsonObject | null {
	if (!isJsonObject(schema)) return schema === true ? {} : null;
	const reference = schema['$ref'];
	if (typeof reference === 'string' && jumps < DEEPEST) {
		const found = reference
			.split('/')
			.slice(1)
			.reduce<JsonValue | undefined>((value, key) => (isJsonObject(value) ? value[key] : undefined), root);
		return resolve(found ?? null, root, jumps + 1);
	}
	const alternatives = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
	const first = alternatives.find((one) => !isJsonObject(one) || one['type'] !== 'null');
	if (first !== undefined) return resolve(first, root, jumps + 1);
	const all = listOf(schema['allOf']).map((one) => resolve(one, root, jumps + 1) ?? {});
	return all.length === 0 ? schema : Object.assign({}, schema, ...all);
}

function typeOf(shape: JsonObject): string {
	const types = Array.isArray(shape['type']) ? listOf(shape['type']) : [shape['type'] ?? null];
	const type = types.find((one) => one !== 'null' && one !== null);
	if (typeof type === 'string') return type;
	if (shape['properties'] !== undefined) return 'object';
	if (shape['items'] !== undefined) return 'array';
	return types.includes('null') && shape['type'] !== undefined ? 'null' : 'string';
}

function isNamed(value: JsonValue, question: string): boolean {
	return typeof value === 'string' && value !== '' && question.toLowerCase().includes(value.toLowerCase());
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
	return Array.isArray(value) ? value : [];
}

function objectOf(value: JsonValue | undefined): JsonObject {
	return isJsonObject(value) ? value : {};
}

function numberOf(value: JsonValue | undefined): number | null {
	return typeof value === 'number' ? value : null;
}
