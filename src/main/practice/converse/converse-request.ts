import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import { checkCachePoints } from '../caching/cache-rules.ts';
import { checkFiles } from '../files/file-rules.ts';
import type { GuardrailWish } from '../guardrails/guardrail.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { checkAlternation, checkMaxTokens, checkModelRules, checkPrefillEnd, refusePrefill } from '../model-rules.ts';
import { isClaude, outputLimit } from '../models.ts';
import { checkOutputSchema, parseSchema } from '../output-schema.ts';
import type { Prompt } from '../prompt.ts';
import { partsOf, promptOf, sentOf } from '../prompt.ts';
import type { PromptPart, ThinkingWish } from '../prompt-parts.ts';
import { asConverseRefusal, invalid, malformed, Refusal } from '../refusal.ts';
import { checkSignatures, isThorough, readClaudeThinking, readNovaReasoning } from '../thoughts/thought-rules.ts';
import { checkConversePairs, checkToolChoice } from '../tools/tool-rules.ts';
import type { ConverseBody } from './converse-body.ts';
import { checkEffort, checkNativeFields, topKOf, unsupportedField } from './native-fields.ts';
import { parseConverse } from './parse-converse.ts';
import { readTurn } from './read-blocks.ts';
import { checkInputSchemas, checkSystemTools, checkToolBlocks, toolParts, toolsOf } from './tool-config.ts';

const EXTRAS = [
	'toolConfig',
	'guardrailConfig',
	'additionalModelRequestFields',
	'requestMetadata',
	'performanceConfig',
	'serviceTier',
	'outputConfig',
	'promptVariables',
] as const;

/** What a Converse request asks, and what its response is to tell beside the answer. */
export interface ConverseRequest {
	readonly prompt: Prompt;
	readonly responseFieldPaths: readonly string[];
	readonly guardrail: GuardrailWish | null;
	/** Told again in the response, as the service does. */
	readonly performance: 'optimized' | 'standard' | null;
	readonly serviceTier: string | null;
}

/** Reads and checks the body of Converse, ConverseStream or CountTokens; `undefined` when it is not JSON. */
export function readConverse(
	body: JsonValue | undefined,
	model: CatalogueModel,
	streaming: boolean,
	/** What a prompt of Prompt management brings: the body's own members come on top of it. */
	complement: (body: ConverseBody) => ConverseBody = refuseVariables,
): ConverseRequest {
	try {
		const request = complement(parseConverse(body));
		checkPointers(request.additionalModelResponseFieldPaths ?? []);
		const guard = request.guardrailConfig;
		return {
			prompt: readPrompt(request, model, streaming),
			responseFieldPaths: request.additionalModelResponseFieldPaths ?? [],
			guardrail:
				guard === undefined
					? null
					: {
							identifier: guard.guardrailIdentifier,
							version: guard.guardrailVersion,
							trace: guard.trace ?? 'disabled',
							tagSuffix: null,
						},
			performance: request.performanceConfig?.latency ?? null,
			serviceTier: request.serviceTier?.type ?? null,
		};
	} catch (error) {
		throw error instanceof Refusal ? asConverseRefusal(error) : error;
	}
}

/** Variables belong to a prompt's ARN; what the service says of them elsewhere is not known. */
function refuseVariables(body: ConverseBody): ConverseBody {
	if (body.promptVariables === undefined) return body;
	throw invalid('The promptVariables field can only be used with a prompt from Prompt management.');
}

/** "An incorrectly structured JSON Pointer is refused with 400" (API reference: Converse); the words are not told. */
function checkPointers(paths: readonly string[]): void {
	const wrong = paths.find((path) => !/^(?:\/(?:[^~/]|~[01])+)+$/.test(path));
	if (wrong !== undefined) throw invalid(`The JSON Pointer ${wrong} in additionalModelResponseFieldPaths is invalid.`);
}

function readPrompt(request: ConverseBody, model: CatalogueModel, streaming: boolean): Prompt {
	const messages = request.messages ?? [];
	checkAlternation(messages.map(({ role }) => role));
	const turns = messages.map(({ role, content }, index) => readTurn(role, content, index, model));
	const tools = toolsOf(request.toolConfig);
	const head = [...toolParts(request.toolConfig), ...systemParts(request)];
	checkSystem(request, model);
	checkToolChoice(tools, model, streaming);
	checkSystemTools(request.toolConfig, model);
	checkInputSchemas(request.toolConfig);
	checkToolBlocks(request.toolConfig, messages);
	checkConversePairs(turns);
	const parts = turns.flatMap(partsOf);
	checkFiles(parts.flatMap((part) => (part.type === 'file' ? [part] : [])));
	checkCachePoints([...head, ...parts], model);
	const config = request.inferenceConfig;
	const fields = (request.additionalModelRequestFields ?? {}) as JsonObject;
	checkNativeFields(fields, model);
	const parameters = {
		maxTokens: config?.maxTokens ?? null,
		temperature: config?.temperature ?? null,
		topP: config?.topP ?? null,
		topK: topKOf(fields),
		stopSequences: config?.stopSequences ?? null,
	};
	const around = { parameters, tools, turns, effort: effortOf(request, fields), defaultMaxTokens: outputLimit(model) };
	const texts = head
		.slice(toolParts(request.toolConfig).length)
		.flatMap((part) => (part.type === 'text' ? [part.text] : []));
	const prompt = promptOf({
		turns,
		system: texts.length === 0 ? null : texts.join('\n'),
		head,
		parameters,
		sent: sentOf(config, ['maxTokens', 'temperature', 'topP']),
		extras: EXTRAS.filter((name) => request[name] !== undefined),
		tools,
		thinking: thinkingOf(fields, model, around),
		outputSchema: outputSchemaOf(request, fields, model),
	});
	if (!isClaude(model)) refusePrefill(prompt);
	checkMaxTokens(prompt, model);
	checkModelRules(prompt, model);
	checkPrefillEnd(prompt);
	if (isClaude(model)) checkSignatures(turns);
	return prompt;
}

function systemParts({ system = [] }: ConverseBody): readonly PromptPart[] {
	return system.flatMap(({ text, guardContent, cachePoint }): readonly PromptPart[] => {
		if (text !== undefined) return [{ type: 'text', text }];
		if (guardContent?.text !== undefined) return [{ type: 'text', text: guardContent.text.text, guarded: true }];
		return cachePoint === undefined ? [] : [{ type: 'cache', ttl: cachePoint.ttl ?? '5m' }];
	});
}

function checkSystem({ system = [] }: ConverseBody, model: CatalogueModel): void {
	const blank = system.findIndex(({ text }) => text?.trim() === '');
	if (blank >= 0) {
		throw invalid(
			`The text field in the SystemContentBlock object at system.${blank} is blank. Add text to the text field, and try again.`,
		);
	}
	if (system.length > 0 && !model.system) {
		throw invalid(
			"This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
		);
	}
}

/** Whether and how the model thinks. gpt-oss and DeepSeek R1 do it unasked (bedrock-facts.md, 2). */
function thinkingOf(
	fields: JsonObject,
	model: CatalogueModel,
	around: Parameters<typeof readClaudeThinking>[2],
): ThinkingWish | null {
	if (isClaude(model)) return readClaudeThinking(fields['thinking'], model, around);
	if (model.family === 'nova') {
		if (fields['reasoningConfig'] !== undefined && model.thinking === 'none') {
			throw malformed(['#: extraneous key [reasoningConfig] is not permitted']);
		}
		return readNovaReasoning(fields['reasoningConfig'], around.parameters.maxTokens);
	}
	if (model.thinking !== 'always' && model.thinking !== 'effort') return null;
	return { display: 'shown', signed: false, thorough: isThorough(around.effort) };
}

/** An effort by any of the names that models have for it. */
function effortOf({ outputConfig }: ConverseBody, fields: JsonObject): string | null {
	const native = fields['output_config'];
	const found = [outputConfig?.effort, fields['reasoning_effort'], isJsonObject(native) ? native['effort'] : undefined];
	return found.find((value) => typeof value === 'string') ?? null;
}

function outputSchemaOf(request: ConverseBody, fields: JsonObject, model: CatalogueModel): JsonValue | null {
	const { textFormat, effort } = request.outputConfig ?? {};
	checkEffort(effort, model);
	const native = fields['output_config'];
	const nativeFormat = isJsonObject(native) && isJsonObject(native['format']) ? native['format'] : null;
	if (textFormat === undefined && nativeFormat === null) return null;
	if (!model.structuredOutput) throw unsupportedField('outputConfig.textFormat');
	const schema =
		textFormat === undefined
			? (nativeFormat?.['schema'] ?? null)
			: parseSchema(textFormat.structure.jsonSchema?.schema ?? '');
	checkOutputSchema(schema, model);
	return schema;
}
