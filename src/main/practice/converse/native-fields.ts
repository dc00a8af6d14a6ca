import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { isClaude } from '../models.ts';
import { invalid, malformed } from '../refusal.ts';

/** What additionalModelRequestFields may hold, by family; anything else is an extraneous key of the native body. */
const FAMILY_FIELDS: Readonly<Record<string, readonly string[]>> = {
	'claude-messages': ['top_k', 'thinking', 'anthropic_beta', 'anthropic_version', 'output_config', 'metadata'],
	'claude-text': ['top_k', 'anthropic_version'],
	nova: ['inferenceConfig', 'reasoningConfig'],
	'mistral-text': ['top_k'],
	'cohere-command': ['k', 'p', 'search_queries_only', 'documents', 'seed', 'return_prompt', 'raw_prompting'],
	jamba: ['n', 'frequency_penalty', 'presence_penalty'],
	jurassic: ['countPenalty', 'presencePenalty', 'frequencyPenalty'],
};

/** Beside these, models of an OpenAI-style body take what that body has. */
const OPENAI_FIELDS = [
	'reasoning_effort',
	'top_k',
	'seed',
	'frequency_penalty',
	'presence_penalty',
	'logit_bias',
	'n',
	'response_format',
	'parallel_tool_calls',
];

/** Families whose models practise a prompt of text; without a family a model takes OpenAI's body (bedrock-facts.md, 2). */
export function checkNativeFields(fields: JsonObject, model: CatalogueModel): void {
	const known = model.family === null ? OPENAI_FIELDS : (FAMILY_FIELDS[model.family] ?? []);
	const asOpenAi = model.family !== null && FAMILY_FIELDS[model.family] === undefined && isChat(model.family);
	const allowed = asOpenAi ? OPENAI_FIELDS : known;
	const extraneous = Object.keys(fields).filter((name) => !allowed.includes(name));
	if (extraneous.length > 0) throw malformed(extraneous.map((name) => `#: extraneous key [${name}] is not permitted`));
	const effort = fields['reasoning_effort'];
	if (effort !== undefined && !['low', 'medium', 'high'].includes(String(effort))) {
		throw malformed([`#/reasoning_effort: ${String(effort)} is not a valid enum value`]);
	}
}

function isChat(family: string): boolean {
	return family.endsWith('-chat');
}

/** Levels of `outputConfig.effort` (API reference: OutputConfig). */
const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'];

/** Refuses an effort that is none, or on a model that knows none; the latter by the service's pattern. */
export function checkEffort(effort: string | undefined, model: CatalogueModel): void {
	if (effort === undefined) return;
	if (!EFFORTS.includes(effort)) {
		throw invalid(
			`1 validation error detected: Value '${effort}' at 'outputConfig.effort' failed to satisfy constraint: Member must satisfy enum value set: [${EFFORTS.join(', ')}]`,
		);
	}
	if (!isClaude(model) || model.thinking === 'none') throw unsupportedField('outputConfig.effort');
}

/** "This model doesn't support the X field. Remove X and try again." (bedrock-facts.md, 3.2). */
export function unsupportedField(field: string) {
	return invalid(`This model doesn't support the ${field} field. Remove ${field} and try again.`);
}

/** The top k of a request, by any of the names that models have for it. */
export function topKOf(fields: JsonObject): number | null {
	const inner = fields['inferenceConfig'];
	const found = [fields['top_k'], fields['k'], isJsonObject(inner) ? inner['topK'] : undefined];
	return found.find((value) => typeof value === 'number') ?? null;
}
