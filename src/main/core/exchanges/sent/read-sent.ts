import { isJsonObject } from '../../../../shared/json-object.ts';
import type { HeaderLines } from '../../../../shared/model/exchange.ts';
import type { SentPlace } from '../../../../shared/model/sent-table.ts';
import type { SentSetting, SettingPlace } from '../../../../shared/requests/sent-settings.ts';
import type { JsonObject, JsonValue } from '../../bedrock/json-value.ts';
import { jsonValue } from '../../bedrock/json-value.ts';

/** What was sent: its headers, and its body read. */
export interface SentRequest {
	readonly headers: HeaderLines;
	readonly body: JsonObject;
}

/** A setting as it stands in a request. */
export interface FoundSetting {
	readonly place: SentPlace;
	/** As it is written there. */
	readonly written: JsonValue;
	/** The same in the form in which settings are kept (`as-set-of.ts`). */
	readonly value: JsonValue;
}

type Path = readonly (string | number)[];

/**
 * Reads a setting from where it has its place in a request; null: it is not there. What stands in a text (a system prompt
 * in a prompt) and what the person added by themselves is not told apart here: see `sent-rows.ts`.
 */
export function readSent(setting: SentSetting, place: SettingPlace, request: SentRequest): FoundSetting | null {
	if (place.in === 'header') return readHeader(setting, place.name, request);
	const { path } = place;
	const found = valueAt(request.body, path);
	if (found === undefined) return null;
	switch (setting) {
		case 'system':
			return readSystem(found, path);
		case 'cache.system':
		case 'cache.tools':
			return readCache(found, path);
		case 'cache.messages':
			return amongBlocks(found, path, (block, at) => readCache([block], at));
		case 'citations':
			return amongBlocks(found, path, readCitations);
		case 'guardrail.questionOnly':
			return amongBlocks(found, path, (block, at) =>
				block['guardContent'] === undefined ? null : inBody([...at, 'guardContent'], block['guardContent'], true),
			);
		case 'guardrail.system':
			return readGuardedSystem(found, path);
		case 'reasoning':
			return inBody(path, found, typeof found === 'string' ? { type: found } : found);
		case 'tools':
			return Array.isArray(found) ? readTools(found, path, toolOf) : inBody(path, found, found);
		case 'systemTools':
			return Array.isArray(found) ? readTools(found, path, systemToolOf) : null;
		case 'toolChoice':
			return inBody(path, found, choiceOf(found));
		case 'outputSchema':
			return inBody(path, found, schemaOf(found));
		case 'promptVariables':
			return inBody(path, found, isJsonObject(found) ? textsOf(found) : found);
		case 'guardrail.streamProcessingMode':
			return inBody(path, found, found === 'SYNCHRONOUS' ? 'sync' : found === 'ASYNCHRONOUS' ? 'async' : found);
		default:
			return inBody(path, found, found);
	}
}

/** The name that goes with a schema for the answer; undefined: none does. */
export function schemaName(written: JsonValue): JsonValue | undefined {
	return (
		valueAt(written, ['structure', 'jsonSchema', 'name']) ?? valueAt(written, ['json_schema', 'name']) ?? undefined
	);
}

/** What stands at a path; undefined: nothing does. */
export function valueAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
	return path.reduce<JsonValue | undefined>((inner, key) => {
		if (Array.isArray(inner)) return typeof key === 'number' ? inner[key] : undefined;
		return isJsonObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
	}, value);
}

export function inBody(path: Path, written: JsonValue, value: JsonValue): FoundSetting {
	return { place: { kind: 'body', path: [...path] }, written, value };
}

function readHeader(setting: SentSetting, wanted: string, { headers }: SentRequest): FoundSetting | null {
	const line = headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase());
	if (line === undefined) return null;
	const [name, written] = line;
	const value =
		setting === 'requestMetadata'
			? jsonValue(written)
			: setting === 'guardrail.trace'
				? written.toLowerCase()
				: written;
	return { place: { kind: 'header', name }, written, value };
}

/** A system prompt: a text, blocks of them, or a message with its own role. */
function readSystem(found: JsonValue, path: Path): FoundSetting | null {
	if (typeof found === 'string') return inBody(path, found, found);
	if (!Array.isArray(found)) return null;
	for (const [at, member] of found.entries()) {
		for (const way of [['text'], ['guardContent', 'text', 'text']]) {
			const text = valueAt(member, way);
			if (typeof text === 'string') return inBody([...path, at, ...way], text, text);
		}
		if (valueAt(member, ['role']) === 'system') {
			const content = valueAt(member, ['content']);
			if (content !== undefined) return inBody([...path, at, 'content'], content, content);
		}
	}
	return null;
}

function readGuardedSystem(found: JsonValue, path: Path): FoundSetting | null {
	const blocks = Array.isArray(found) ? found : [];
	const at = blocks.findIndex((block) => valueAt(block, ['guardContent']) !== undefined);
	const guarded = valueAt(blocks, [at, 'guardContent']);
	return guarded === undefined ? null : inBody([...path, at, 'guardContent'], guarded, true);
}

/** The last cache point of a list: an element of its own, or a mark on one. */
function readCache(found: JsonValue, path: Path): FoundSetting | null {
	if (!Array.isArray(found)) return null;
	// A block that was looked at by itself stands at the path.
	const within = (at: number) => (typeof path.at(-1) === 'number' ? path : [...path, at]);
	for (let at = found.length - 1; at >= 0; at--) {
		for (const key of ['cachePoint', 'cache_control']) {
			const point = valueAt(found[at], [key]);
			if (point !== undefined) return inBody([...within(at), key], point, { ttl: valueAt(point, ['ttl']) ?? null });
		}
	}
	return null;
}

function readCitations(block: JsonObject, path: Path): FoundSetting | null {
	for (const way of [['document', 'citations'], ['searchResult', 'citations'], ['citations']]) {
		const found = valueAt(block, way);
		if (valueAt(found, ['enabled']) === true && found !== undefined) return inBody([...path, ...way], found, true);
	}
	return null;
}

/** The first hit among the blocks of messages, the newest first. */
function amongBlocks(
	messages: JsonValue,
	path: Path,
	read: (block: JsonObject, path: Path) => FoundSetting | null,
): FoundSetting | null {
	if (!Array.isArray(messages)) return null;
	for (let message = messages.length - 1; message >= 0; message--) {
		const content = valueAt(messages[message], ['content']);
		if (!Array.isArray(content)) continue;
		for (let at = content.length - 1; at >= 0; at--) {
			const block = content[at];
			const hit = isJsonObject(block) ? read(block, [...path, message, 'content', at]) : null;
			if (hit !== null) return hit;
		}
	}
	return null;
}

/** The tools of one sort in a list of all of them; null: there are none. */
function readTools(
	found: readonly JsonValue[],
	path: Path,
	of: (written: JsonValue) => JsonValue[],
): FoundSetting | null {
	const tools = found.flatMap(of);
	return tools.length === 0 ? null : inBody(path, [...found], tools);
}

function systemToolOf(written: JsonValue): JsonValue[] {
	const name = valueAt(written, ['systemTool', 'name']);
	return name === undefined ? [] : [name];
}

/** A tool as any of the bodies writes it; a cache point among them is none, nor is what the model's maker runs. */
function toolOf(written: JsonValue): JsonValue[] {
	if (['cachePoint', 'systemTool'].some((key) => valueAt(written, [key]) !== undefined)) return [];
	const of = valueAt(written, ['toolSpec']) ?? valueAt(written, ['function']) ?? written;
	const schema = valueAt(of, ['inputSchema', 'json']) ?? valueAt(of, ['input_schema']) ?? valueAt(of, ['parameters']);
	const [name, description, strict] = ['name', 'description', 'strict'].map((key) => valueAt(of, [key]));
	return [
		{
			...(name !== undefined && { name }),
			...(description !== undefined && { description }),
			...(schema !== undefined && { schema }),
			...(strict !== undefined && { strict }),
		},
	];
}

function choiceOf(written: JsonValue): JsonValue {
	if (typeof written === 'string') return { type: written === 'required' ? 'any' : written };
	const named = valueAt(written, ['tool', 'name']) ?? valueAt(written, ['function', 'name']);
	if (named !== undefined) return { type: 'tool', name: named };
	if (valueAt(written, ['auto']) !== undefined) return { type: 'auto' };
	return valueAt(written, ['any']) === undefined ? written : { type: 'any' };
}

function schemaOf(written: JsonValue): JsonValue {
	const inConverse = valueAt(written, ['structure', 'jsonSchema', 'schema']);
	if (typeof inConverse === 'string') return jsonValue(inConverse);
	return valueAt(written, ['json_schema', 'schema']) ?? valueAt(written, ['schema']) ?? written;
}

function textsOf(variables: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(variables).map(([name, value]) => [name, valueAt(value, ['text']) ?? value]),
	);
}
