import type { JsonValue } from '../json.ts';
import { invalid, malformed, Refusal } from '../refusal.ts';
import { flattenIssue, valueAt } from '../schema.ts';
import type { ConverseBody } from './converse-body.ts';
import { converseBody } from './converse-body.ts';

/** The limits of requestMetadata (API reference: Converse). */
const MOST_METADATA = 16;
const METADATA = /^[a-zA-Z0-9\s:_@$#=/+,.-]{0,256}$/;

/** Reads a body by the service's own model, and refuses in the words of its validation. `undefined`: it is not JSON. */
export function parseConverse(body: JsonValue | undefined): ConverseBody {
	if (body === undefined) throw malformed([]);
	const result = converseBody.safeParse(body);
	if (result.success) {
		checkMetadata(result.data.requestMetadata ?? {});
		return result.data;
	}
	const issues = result.error.issues.flatMap((issue) => flattenIssue(issue, []));
	const wrongType = issues.find((issue) => issue.code === 'invalid_type' && valueAt(body, issue.path) !== undefined);
	if (wrongType?.code === 'invalid_type') {
		// The wording is that of AWS's other JSON services (DynamoDB); Bedrock's own is unverified.
		const found = tokenName(valueAt(body, wrongType.path) ?? null);
		throw new Refusal('SerializationException', `${found} cannot be converted to ${shapeName(wrongType.expected)}`);
	}
	const errors = issues.map(
		(issue) =>
			`${issue.code === 'invalid_format' ? `Value at '${nameOf(issue.path)}'` : subjectOf(issue.path, body)} failed to satisfy constraint: ${constraintOf(issue)}`,
	);
	throw invalid(`${errors.length} validation error${errors.length === 1 ? '' : 's'} detected: ${errors.join('; ')}`);
}

type Issue = ReturnType<typeof flattenIssue>[number];

/** "Value '1.5' at 'inferenceConfig.temperature'": lists are counted from 1 and called members. */
function subjectOf(path: readonly PropertyKey[], body: JsonValue): string {
	const value = valueAt(body, path);
	const shown = value === undefined ? 'null' : typeof value === 'object' ? JSON.stringify(value) : String(value);
	const name = nameOf(path);
	return value === undefined ? `Value null at '${name}'` : `Value '${shown}' at '${name}'`;
}

function nameOf(path: readonly PropertyKey[]): string {
	return path.map((key) => (typeof key === 'number' ? `${key + 1}.member` : String(key))).join('.');
}

function constraintOf(issue: Issue): string {
	if (issue.code === 'too_big') {
		return issue.origin === 'array' || issue.origin === 'string'
			? `Member must have length less than or equal to ${issue.maximum}`
			: `Member must have value less than or equal to ${issue.maximum}`;
	}
	if (issue.code === 'too_small') {
		return issue.origin === 'string' || issue.origin === 'array'
			? `Member must have length greater than or equal to ${issue.minimum}`
			: `Member must have value greater than or equal to ${issue.minimum}`;
	}
	// The pattern without the anchors that AWS's own model leaves out, too.
	if (issue.code === 'invalid_format')
		return `Member must satisfy regular expression pattern: ${(issue.pattern ?? '').replace(/^\/\^|\$\/$/g, '')}`;
	if (issue.code === 'invalid_value')
		return `Member must satisfy enum value set: [${issue.values.map(String).join(', ')}]`;
	return 'Member must not be null';
}

/** Keys and values of metadata; their wording follows that of the other constraints. */
function checkMetadata(metadata: Readonly<Record<string, string>>): void {
	const entries = Object.entries(metadata);
	if (entries.length > MOST_METADATA) {
		throw violation('requestMetadata', `Member must have length less than or equal to ${MOST_METADATA}`);
	}
	const wrong = entries.flat().some((text) => !METADATA.test(text)) || entries.some(([key]) => key === '');
	if (wrong) {
		throw violation(
			'requestMetadata',
			`Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ${METADATA.source}]`,
		);
	}
}

function violation(where: string, constraint: string): Refusal {
	return invalid(`1 validation error detected: Value at '${where}' failed to satisfy constraint: ${constraint}`);
}

function tokenName(value: JsonValue): string {
	if (value === null) return 'NULL_VALUE';
	if (Array.isArray(value)) return 'START_ARRAY';
	if (typeof value === 'object') return 'START_OBJECT';
	return typeof value === 'boolean'
		? `${String(value).toUpperCase()}_VALUE`
		: `${typeof value}`.toUpperCase().concat('_VALUE');
}

function shapeName(expected: string): string {
	const names: Readonly<Record<string, string>> = {
		string: 'String',
		int: 'Integer',
		number: 'Float',
		array: 'List',
		object: 'Structure',
		record: 'Map',
		boolean: 'Boolean',
	};
	return names[expected] ?? expected;
}
