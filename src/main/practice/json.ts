/** What JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
	readonly [key: string]: JsonValue;
}

/** Parses bytes as UTF-8 JSON. `undefined` when they are not JSON, which no JSON text can yield. */
export function parseJson(bytes: Uint8Array): JsonValue | undefined {
	try {
		return JSON.parse(new TextDecoder().decode(bytes)) as JsonValue;
	} catch {
		return undefined;
	}
}

export function toJsonBytes(value: JsonValue): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(value));
}

/** The same value with the keys of every object in alphabetical order, as AWS's own events have them. */
export function withSortedKeys(value: JsonValue): JsonValue {
	if (value === null || typeof value !== 'object') return value;
	if (isArray(value)) return value.map(withSortedKeys);
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, withSortedKeys(inner)]),
	);
}

/** Whether a value is an object, and no list. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
	return Array.isArray(value);
}
