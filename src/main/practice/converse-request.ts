import { z } from 'zod';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { JsonValue } from './json.ts';
import { checkAlternation, checkMaxTokens, checkModelRules, checkPrefillEnd, refusePrefill } from './model-rules.ts';
import { isClaude, readsImages, usesTools } from './models.ts';
import type { Prompt, PromptTurn } from './prompt.ts';
import { promptOf, sentOf } from './prompt.ts';
import { asConverseRefusal, invalid, malformed, Refusal } from './refusal.ts';
import { flattenIssue, valueAt } from './schema.ts';

const json = z.looseObject({});

/** The members of the ContentBlock union; exactly one is set (bedrock-facts.md, 3.1). */
const contentBlock = z.object({
	text: z.string().optional(),
	image: json.optional(),
	document: json.optional(),
	video: json.optional(),
	audio: json.optional(),
	toolUse: json.optional(),
	toolResult: json.optional(),
	guardContent: json.optional(),
	cachePoint: json.optional(),
	reasoningContent: json.optional(),
	citationsContent: json.optional(),
	searchResult: json.optional(),
});
type ContentBlock = z.infer<typeof contentBlock>;

/** The part of ConverseRequest that practice reads. Like AWS's services it passes over members that it does not know. */
const converseBody = z.object({
	messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.array(contentBlock) })).optional(),
	system: z
		.array(z.object({ text: z.string().optional(), guardContent: json.optional(), cachePoint: json.optional() }))
		.optional(),
	inferenceConfig: z
		.object({
			maxTokens: z.int().min(1).optional(),
			temperature: z.number().min(0).max(1).optional(),
			topP: z.number().min(0).max(1).optional(),
			stopSequences: z.array(z.string().min(1)).max(2500).optional(),
		})
		.optional(),
	toolConfig: json.optional(),
	guardrailConfig: json.optional(),
	additionalModelRequestFields: json.optional(),
	additionalModelResponseFieldPaths: z.array(z.string()).max(10).optional(),
	requestMetadata: json.optional(),
	performanceConfig: json.optional(),
	serviceTier: json.optional(),
	outputConfig: json.optional(),
});
type ConverseBody = z.infer<typeof converseBody>;

const EXTRAS = [
	'toolConfig',
	'guardrailConfig',
	'additionalModelRequestFields',
	'requestMetadata',
	'performanceConfig',
	'serviceTier',
	'outputConfig',
] as const;

/** What additionalModelRequestFields may hold, by family; anything else is an extraneous key of the native body. */
const NATIVE_FIELDS: Readonly<Record<string, readonly string[]>> = {
	'claude-messages': ['top_k', 'thinking', 'anthropic_beta', 'anthropic_version', 'output_config', 'metadata'],
	'claude-text': ['top_k', 'anthropic_version'],
	'titan-text': [],
	nova: ['inferenceConfig', 'reasoningConfig'],
};

/** What a Converse request asks, and the fields of the native response that it wants to see. */
export interface ConverseRequest {
	readonly prompt: Prompt;
	readonly responseFieldPaths: readonly string[];
}

/** Reads and checks the body of Converse, ConverseStream or CountTokens; `undefined` when it is not JSON. */
export function readConverse(body: JsonValue | undefined, model: CatalogueModel): ConverseRequest {
	try {
		const request = parse(body);
		return { prompt: readPrompt(request, model), responseFieldPaths: request.additionalModelResponseFieldPaths ?? [] };
	} catch (error) {
		throw error instanceof Refusal ? asConverseRefusal(error) : error;
	}
}

function parse(body: JsonValue | undefined): ConverseBody {
	if (body === undefined) throw malformed([]);
	const result = converseBody.safeParse(body);
	if (result.success) return result.data;
	const issues = result.error.issues.flatMap((issue) => flattenIssue(issue, []));
	const wrongType = issues.find((issue) => issue.code === 'invalid_type' && valueAt(body, issue.path) !== undefined);
	if (wrongType?.code === 'invalid_type') {
		// The wording is that of AWS's other JSON services (DynamoDB); Bedrock's own is unverified.
		const found = tokenName(valueAt(body, wrongType.path) ?? null);
		throw new Refusal('SerializationException', `${found} cannot be converted to ${shapeName(wrongType.expected)}`);
	}
	const errors = issues.map(
		(issue) => `${subjectOf(issue.path, body)} failed to satisfy constraint: ${constraintOf(issue)}`,
	);
	throw invalid(`${errors.length} validation error${errors.length === 1 ? '' : 's'} detected: ${errors.join('; ')}`);
}

type Issue = ReturnType<typeof flattenIssue>[number];

/** "Value '1.5' at 'inferenceConfig.temperature'": lists are counted from 1 and called members. */
function subjectOf(path: readonly PropertyKey[], body: JsonValue): string {
	const value = valueAt(body, path);
	const shown = value === undefined ? 'null' : typeof value === 'object' ? JSON.stringify(value) : String(value);
	const name = path.map((key) => (typeof key === 'number' ? `${key + 1}.member` : String(key))).join('.');
	return value === undefined ? `Value null at '${name}'` : `Value '${shown}' at '${name}'`;
}

function constraintOf(issue: Issue): string {
	if (issue.code === 'too_big') {
		return issue.origin === 'array'
			? `Member must have length less than or equal to ${issue.maximum}`
			: `Member must have value less than or equal to ${issue.maximum}`;
	}
	if (issue.code === 'too_small') {
		return issue.origin === 'string' || issue.origin === 'array'
			? `Member must have length greater than or equal to ${issue.minimum}`
			: `Member must have value greater than or equal to ${issue.minimum}`;
	}
	if (issue.code === 'invalid_value')
		return `Member must satisfy enum value set: [${issue.values.map(String).join(', ')}]`;
	return 'Member must not be null';
}

function readPrompt(request: ConverseBody, model: CatalogueModel): Prompt {
	const messages = request.messages ?? [];
	checkAlternation(messages.map(({ role }) => role));
	const turns = messages.map(({ role, content }, index) => turnOf(role, content, index, model));
	checkFeatures(request, model);
	const config = request.inferenceConfig;
	const fields = request.additionalModelRequestFields ?? {};
	const topK = fields['top_k'];
	const prompt = promptOf({
		turns,
		system: systemOf(request),
		parameters: {
			maxTokens: config?.maxTokens ?? null,
			temperature: config?.temperature ?? null,
			topP: config?.topP ?? null,
			topK: typeof topK === 'number' ? topK : null,
			stopSequences: config?.stopSequences ?? null,
		},
		sent: sentOf(config, ['maxTokens', 'temperature', 'topP']),
		extras: EXTRAS.filter((name) => request[name] !== undefined),
	});
	if (!isClaude(model)) refusePrefill(prompt);
	checkMaxTokens(prompt, model);
	checkNativeFields(Object.keys(fields), model);
	checkModelRules(prompt, model);
	checkPrefillEnd(prompt);
	return prompt;
}

function turnOf(
	role: 'user' | 'assistant',
	content: readonly ContentBlock[],
	index: number,
	model: CatalogueModel,
): PromptTurn {
	if (content.length === 0) {
		throw invalid(
			`The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
		);
	}
	content.forEach((block, at) => {
		if (Object.keys(block).length !== 1) {
			const keys = Object.keys(contentBlock.shape).join(', ');
			throw invalid(
				`The ContentBlock object at messages.${index}.content.${at} must set one of the following keys: ${keys}.`,
			);
		}
		if (block.text?.trim() === '') {
			throw invalid(
				`The text field in the ContentBlock object at messages.${index}.content.${at} is blank. Add text to the text field, and try again.`,
			);
		}
		const unread = (['image', 'document', 'video', 'audio'] as const).find((name) => block[name] !== undefined);
		if (unread !== undefined && !readsImages(model)) {
			throw invalid(
				`This model doesn't support the ${unread} field for ${role} messages. Remove ${unread} and try again.`,
			);
		}
	});
	const texts = content.flatMap(({ text }) => (text === undefined ? [] : [text]));
	const attachments = content.flatMap((block) => Object.keys(block)).filter((name) => name !== 'text');
	return { role, text: texts.join('\n'), attachments };
}

function systemOf(request: ConverseBody): string | null {
	const texts = (request.system ?? []).flatMap(({ text }) => (text === undefined ? [] : [text]));
	const blank = request.system?.findIndex(({ text }) => text?.trim() === '') ?? -1;
	if (blank >= 0) {
		throw invalid(
			`The text field in the SystemContentBlock object at system.${blank} is blank. Add text to the text field, and try again.`,
		);
	}
	return texts.length === 0 ? null : texts.join('\n');
}

function checkFeatures(request: ConverseBody, model: CatalogueModel): void {
	if ((request.system?.length ?? 0) > 0 && !model.system) {
		throw invalid(
			"This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
		);
	}
	if (request.toolConfig !== undefined && !usesTools(model)) throw invalid("This model doesn't support tool use.");
	const blocks = (request.messages ?? []).flatMap(({ content }) => content);
	if (request.toolConfig === undefined && blocks.some(({ toolUse, toolResult }) => toolUse ?? toolResult)) {
		throw invalid('The toolConfig field must be defined when using toolUse and toolResult content blocks.');
	}
}

function checkNativeFields(names: readonly string[], model: CatalogueModel): void {
	const known = NATIVE_FIELDS[model.family ?? ''] ?? [];
	const extraneous = names.filter((name) => !known.includes(name));
	if (extraneous.length > 0) throw malformed(extraneous.map((name) => `#: extraneous key [${name}] is not permitted`));
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
	};
	return names[expected] ?? expected;
}
