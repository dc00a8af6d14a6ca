import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkModelRules } from '../model-rules.ts';
import { outputLimit, readsFiles } from '../models.ts';
import type { Prompt } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { invalid } from '../refusal.ts';
import { readBody } from '../schema.ts';
import {
	chatChunk,
	chatDeltas,
	chatMembers,
	chatMessageOf,
	chatUsage,
	newChatId,
	readTalk,
	readTools,
	sequencesOf,
} from './chat-body.ts';
import type { PracticeFamily } from './practice-family.ts';

/** OpenAI's Chat Completions, as gpt-oss and other makers' models take it (bedrock-facts.md, 2). */
const body = z.strictObject({
	...chatMembers,
	model: z.string().optional(),
	stream: z.boolean().optional(),
	stream_options: z.looseObject({}).optional(),
	max_completion_tokens: z.int().min(1).optional(),
	reasoning_effort: z.enum(['minimal', 'low', 'medium', 'high', 'xhigh', 'max']).optional(),
	response_format: z
		.discriminatedUnion('type', [
			z.strictObject({ type: z.literal('text') }),
			z.strictObject({ type: z.literal('json_object') }),
			z.strictObject({
				type: z.literal('json_schema'),
				json_schema: z.strictObject({
					name: z.string(),
					description: z.string().optional(),
					schema: z.looseObject({}),
					strict: z.boolean().nullable().optional(),
				}),
			}),
		])
		.optional(),
	n: z.literal(1).optional(),
	seed: z.int().optional(),
	frequency_penalty: z.number().min(-2).max(2).optional(),
	presence_penalty: z.number().min(-2).max(2).optional(),
	logprobs: z.boolean().optional(),
	top_logprobs: z.int().min(0).max(20).optional(),
	parallel_tool_calls: z.boolean().optional(),
	user: z.string().optional(),
});

const COUNTED = [
	'max_completion_tokens',
	'max_tokens',
	'temperature',
	'top_p',
	'reasoning_effort',
	'seed',
	'frequency_penalty',
	'presence_penalty',
] as const;

/** gpt-oss puts its thoughts before its text, in a tag of their own. */
const lead = (thoughts: string): string => `<reasoning>${thoughts}</reasoning>`;

/** OpenAI-style chat. */
export const openaiChat: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response: (completion, model) => ({
		choices: [{ finish_reason: finishReason(completion), index: 0, message: chatMessageOf(completion, lead) }],
		created: created(),
		id: newChatId(),
		model: model.id,
		object: 'chat.completion',
		usage: chatUsage(completion),
	}),
	*chunks(completion, model) {
		const head = { created: created(), id: newChatId(), model: model.id, object: 'chat.completion.chunk' };
		for (const { delta, token } of chatDeltas(completion, lead)) {
			yield chatChunk(head, delta, { finish_reason: null }, token);
		}
		yield chatChunk(head, {}, { finish_reason: finishReason(completion) }, false);
		yield { json: { ...head, choices: [], usage: chatUsage(completion) }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const { system, turns } = readTalk(request.messages);
	if (turns.some(({ attachments }) => attachments.length > 0) && !readsFiles(model, 'image')) {
		throw invalid("This model doesn't support the image field for user messages. Remove image and try again.");
	}
	const format = request.response_format;
	const prompt = promptOf({
		turns,
		system,
		parameters: {
			maxTokens: request.max_completion_tokens ?? request.max_tokens ?? null,
			temperature: request.temperature ?? null,
			topP: request.top_p ?? null,
			topK: null,
			stopSequences: sequencesOf(request.stop),
		},
		sent: sentOf(request, COUNTED),
		extras: format === undefined || format.type === 'json_schema' ? [] : ['response_format'],
		tools: readTools(request.tools, request.tool_choice, model),
		thinking: model.thinking === 'none' ? null : { display: 'shown', signed: false },
		outputSchema: format?.type === 'json_schema' ? (format.json_schema.schema as JsonObject) : null,
	});
	checkModelRules(prompt, model);
	return prompt;
}

function finishReason({ stopReason, end }: Completion): string {
	if (stopReason === 'tool_use') return 'tool_calls';
	if (stopReason === 'content_filtered' || stopReason === 'guardrail_intervened') return 'content_filter';
	return end === 'length' ? 'length' : 'stop';
}

function created(): number {
	return Math.floor(Date.now() / 1000);
}
