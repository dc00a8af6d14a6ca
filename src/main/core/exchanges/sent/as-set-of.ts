import { createHash } from 'node:crypto';
import type { AsSet, SetValue } from '../../../../shared/model/as-set.ts';
import type { RequestSettings } from '../../../../shared/model/settings.ts';
import type { ToolDefinition } from '../../../../shared/model/tools.ts';
import type { SentSetting } from '../../../../shared/requests/sent-settings.ts';
import type { JsonObject, JsonValue } from '../../bedrock/json-value.ts';
import { jsonValue } from '../../bedrock/json-value.ts';
import { claudeThinking } from '../../bedrock/model-fields.ts';

/** Longer values are in the request's body anyway: of them length and hash are kept, which tell whether that is so. */
const LONGEST = 200;
/** These are needed key by key, to tell what in a body is of them. */
const LONGEST_FIELDS = 4000;

/** What an exchange remembers of its settings: what is set, each in the one form that `read-sent.ts` reads, too. */
export function asSetOf(settings: RequestSettings): AsSet {
	return Object.fromEntries(
		Object.entries(setValues(settings)).flatMap(([name, value]): [string, SetValue][] => {
			if (value === undefined || value === null) return [];
			return [[name, kept(value, name === 'additionalFields' ? LONGEST_FIELDS : LONGEST)]];
		}),
	);
}

/** Whether a value that was read is the one that was set; null: nobody can tell. */
export function isValue(set: SetValue, read: JsonValue, equals: (one: JsonValue, other: JsonValue) => boolean) {
	if ('value' in set) return equals(set.value, read);
	return set.sha256 === null ? null : set.sha256 === hash(read);
}

function kept(value: JsonValue, longest: number): SetValue {
	const length = lengthOf(value);
	return length <= longest ? { value } : { length, sha256: hash(value) };
}

/** Characters of a text, or of what is not one as JSON. */
export function lengthOf(value: JsonValue): number {
	return (typeof value === 'string' ? value : JSON.stringify(value)).length;
}

function hash(value: JsonValue): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Beside the settings that have a place: `outputSchema.name`, which goes along with a schema, and what the talk went as. */
type Named = SentSetting | 'outputSchema.name' | 'toolsAsText';

/** Every setting as JSON; undefined or null: not set. */
function setValues(settings: RequestSettings): Readonly<Record<Named, JsonValue | undefined>> {
	const { system, stopSequences, reasoning, tools, systemTools, toolChoice, cache, guardrail, outputSchema } = settings;
	const { citations, additionalFields, responsePaths, promptVariables, requestMetadata } = settings;
	const point = (wanted: boolean | undefined) => (wanted === true ? { ttl: cache?.ttl ?? null } : undefined);
	return {
		system: system === '' ? undefined : system,
		maxTokens: settings.maxTokens,
		temperature: settings.temperature,
		topP: settings.topP,
		topK: settings.topK,
		stopSequences: stopSequences.length === 0 ? undefined : stopSequences,
		// As Claude writes it, which is the fullest form.
		reasoning: reasoning === null ? undefined : claudeThinking(reasoning),
		effort: settings.effort,
		tools: tools.length === 0 ? undefined : tools.map(tool),
		systemTools: systemTools.length === 0 ? undefined : systemTools,
		toolsAsText: settings.toolsAsText ? true : undefined,
		toolChoice: toolChoice === null ? undefined : { ...toolChoice },
		'cache.system': point(cache?.system),
		'cache.tools': point(cache?.tools),
		'cache.messages': point(cache?.messages),
		citations: citations ? true : undefined,
		guardrail: guardrail?.identifier,
		'guardrail.version': guardrail?.version,
		'guardrail.trace': guardrail?.trace,
		'guardrail.streamProcessingMode': guardrail?.streamProcessingMode,
		'guardrail.questionOnly': guardrail?.questionOnly === true ? true : undefined,
		'guardrail.system': guardrail?.system === true ? true : undefined,
		outputSchema: outputSchema === null ? undefined : jsonValue(outputSchema.schema),
		'outputSchema.name': outputSchema === null || outputSchema.name === '' ? undefined : outputSchema.name,
		additionalFields: additionalFields.trim() === '' ? undefined : jsonValue(additionalFields),
		responsePaths: responsePaths.length === 0 ? undefined : responsePaths,
		promptVariables: filled(promptVariables),
		requestMetadata: filled(requestMetadata),
		performance: settings.performance,
		serviceTier: settings.serviceTier,
	};
}

function filled(record: Readonly<Record<string, string>>): JsonObject | undefined {
	return Object.keys(record).length === 0 ? undefined : { ...record };
}

function tool({ name, description, inputSchema, strict }: ToolDefinition): JsonObject {
	return {
		name,
		...(description !== '' && { description }),
		schema: jsonValue(inputSchema),
		...(strict !== null && { strict }),
	};
}
