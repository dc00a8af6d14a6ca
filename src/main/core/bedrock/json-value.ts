import { isJsonObject } from '../../../shared/json-object.ts';
import { ExactNumber } from './exact-number.ts';

/** A JSON value, as the SDK takes its documents. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
	[key: string]: JsonValue;
}

/**
 * What a JSON text says. A text that is no JSON stays the text that it is: the service is to refuse it, in its words, and
 * nothing is made up in its place.
 */
export function jsonValue(text: string): JsonValue {
	try {
		const value: JsonValue = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}

/** The same, to be sent: its numbers keep how they are written, `1.0` and what no double holds. */
export function exactValue(text: string): JsonValue {
	try {
		const value: JsonValue = JSON.parse(text, (_key, one: unknown, context?: { readonly source?: string }) => {
			const source = context?.source;
			return typeof one === 'number' && source !== undefined && source !== String(one) ? new ExactNumber(source) : one;
		});
		return value;
	} catch {
		return text;
	}
}

/**
 * Both objects in one, the second winning. An object within both is joined likewise, unless their `type` tells that they
 * are different things.
 */
export function joinObjects(first: JsonObject, second: JsonObject): JsonObject {
	const joined: JsonObject = { ...first };
	for (const [key, value] of Object.entries(second)) {
		const there = Object.hasOwn(first, key) ? first[key] : undefined;
		const joins = hasMembers(there) && hasMembers(value) && areAlike(there, value);
		// Defined, not assigned: a key may be `__proto__`.
		Object.defineProperty(joined, key, {
			value: joins ? joinObjects(there, value) : value,
			enumerable: true,
			configurable: true,
			writable: true,
		});
	}
	return joined;
}

/** An object of JSON; a number that keeps how it is written is none. */
export function hasMembers(value: JsonValue | undefined): value is JsonObject {
	return isJsonObject(value) && !(value instanceof ExactNumber);
}

function areAlike(first: JsonObject, second: JsonObject): boolean {
	return first['type'] === undefined || second['type'] === undefined || first['type'] === second['type'];
}
