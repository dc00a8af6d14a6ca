import type { FieldContext } from '../../src/shared/fields/field-context.ts';
import { findField } from '../../src/shared/fields/find-field.ts';

/** The fields of a JSON value of which the dictionary knows nothing, each by its path (`usage.inputTokens`), once. */
export function missingFields(context: FieldContext, json: unknown): readonly string[] {
	const missing = new Set<string>();
	const walk = (value: unknown, path: ReadonlyArray<string | number>): void => {
		if (value === null || typeof value !== 'object') return;
		for (const [key, inner] of Object.entries(value)) {
			const at = [...path, Array.isArray(value) ? Number(key) : key];
			const name = at.filter((part) => typeof part === 'string').join('.');
			if (name === '' || findField(context, at) !== null) walk(inner, at);
			else missing.add(name);
		}
	};
	walk(json, []);
	return [...missing].sort();
}
