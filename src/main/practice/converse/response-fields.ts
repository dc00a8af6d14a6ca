import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { valueAt } from '../schema.ts';

/**
 * What JSON pointers name of the model's own response, in its own form. A pointer to nothing is passed over (API
 * reference: Converse). null: nothing was found.
 */
export function pointedOut(pointers: readonly string[], native: () => JsonObject | null): JsonObject | null {
	if (pointers.length === 0) return null;
	const response = native();
	if (response === null) return null;
	const found = pointers.flatMap((pointer) => {
		const path = pointer
			.split('/')
			.slice(1)
			.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
		const value = valueAt(response, path);
		return value === undefined ? [] : [{ path, value }];
	});
	if (found.length === 0) return null;
	return found.reduce<JsonObject>((fields, { path, value }) => withValue(fields, path, value), {});
}

function withValue(fields: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
	const [key = '', ...rest] = path;
	if (rest.length === 0) return { ...fields, [key]: value };
	const inner = fields[key];
	return { ...fields, [key]: withValue(isJsonObject(inner) ? inner : {}, rest, value) };
}
