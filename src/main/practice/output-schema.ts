import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { JsonValue } from './json.ts';
import { isJsonObject } from './json.ts';
import { isClaude } from './models.ts';
import { invalid, invalidForModel } from './refusal.ts';

/** The schema of Converse's `textFormat`, which is JSON in a text; the refusal's wording is not known. */
export function parseSchema(text: string): JsonValue {
	try {
		return JSON.parse(text) as JsonValue;
	} catch {
		throw invalid(
			'The schema field in outputConfig.textFormat.structure.jsonSchema is not valid JSON. Fix the schema and try again.',
		);
	}
}

/** Refuses a schema that Claude does not take: objects must be closed (public threads that quote the words). */
export function checkOutputSchema(schema: JsonValue, model: CatalogueModel): void {
	if (!isJsonObject(schema)) throw invalidForModel('output_config.format.schema: Input should be a valid dictionary');
	if (isClaude(model) && hasOpenObject(schema)) {
		throw invalidForModel(
			"output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
		);
	}
}

function hasOpenObject(value: JsonValue): boolean {
	if (Array.isArray(value)) return value.some(hasOpenObject);
	if (!isJsonObject(value)) return false;
	const isOpen = value['type'] === 'object' && value['additionalProperties'] !== false;
	return isOpen || Object.values(value).some(hasOpenObject);
}
