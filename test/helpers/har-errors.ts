import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AnySchemaObject } from 'ajv';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

/** What the schema of HAR 1.2 has against a document; empty for a valid one. */
export function harErrors(document: unknown): string[] {
	// The schema has words of its own (`min`, `optional`), which are no JSON Schema.
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats['default'](ajv);
	ajv.addMetaSchema(readJson(require.resolve('ajv/dist/refs/json-schema-draft-06.json')));
	const folder = dirname(require.resolve('har-schema'));
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
		ajv.addSchema(readJson(join(folder, file)));
	const validate = ajv.getSchema('har.json');
	if (validate === undefined) throw new Error('The schema of HAR is missing.');
	if (validate(document) === true) return [];
	return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

function readJson(file: string): AnySchemaObject {
	return JSON.parse(readFileSync(file, 'utf8'));
}
