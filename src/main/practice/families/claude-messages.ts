import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import { stopReasonOf } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkModelRules, checkPrefillEnd } from '../model-rules.ts';
import { countsCache, nativeName, outputLimit } from '../models.ts';
import type { Prompt, PromptTurn } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { invalidForModel, malformed } from '../refusal.ts';
import { integer, readBody } from '../schema.ts';
import type { PracticeFamily } from './practice-family.ts';

const textBlock = z.looseObject({ type: z.literal('text'), text: z.string() });
const otherBlock = z.looseObject({
	type: z.enum(['image', 'document', 'tool_use', 'tool_result', 'thinking', 'redacted_thinking', 'search_result']),
});
const message = z.strictObject({
	role: z.enum(['user', 'assistant']),
	content: z.union([z.string(), z.array(z.union([textBlock, otherBlock]))]),
});

/** Anthropic's Messages API on Bedrock (bedrock-facts.md, 2). `model` and `stream` are extraneous keys here. */
const body = z.strictObject({
	anthropic_version: z.literal('bedrock-2023-05-31'),
	max_tokens: integer().min(1),
	messages: z.array(message),
	system: z.union([z.string(), z.array(textBlock)]).optional(),
	temperature: z.number().min(0).max(1).optional(),
	top_p: z.number().min(0).max(1).optional(),
	top_k: integer().min(0).optional(),
	stop_sequences: z.array(z.string()).optional(),
	tools: z.array(z.looseObject({})).optional(),
	tool_choice: z.looseObject({}).optional(),
	thinking: z.looseObject({}).optional(),
	output_config: z.looseObject({}).optional(),
	anthropic_beta: z.array(z.string()).optional(),
	metadata: z.looseObject({}).optional(),
});
type Message = z.infer<typeof message>;

const EXTRAS = ['tools', 'tool_choice', 'thinking', 'output_config', 'anthropic_beta', 'metadata'] as const;

/** Claude Messages: every Claude from 3 on; Claude 2 takes it, too. */
export const claudeMessages: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response(completion, model) {
		return {
			...opening(model),
			content: completion.text === '' ? [] : [{ type: 'text', text: completion.text }],
			stop_reason: stopReasonOf(completion),
			stop_sequence: completion.stopSequence,
			usage: { ...inputUsage(completion, model), output_tokens: completion.outputTokens },
		};
	},
	*chunks(completion, model) {
		const usage = { ...inputUsage(completion, model), output_tokens: Math.min(1, completion.outputTokens) };
		const started = { ...opening(model), content: [], stop_reason: null, stop_sequence: null, usage };
		yield { json: { type: 'message_start', message: started }, token: false };
		if (completion.text !== '') {
			const content_block = { type: 'text', text: '' };
			yield { json: { type: 'content_block_start', index: 0, content_block }, token: false };
			for (const text of completion.pieces) {
				const delta = { type: 'text_delta', text };
				yield { json: { type: 'content_block_delta', index: 0, delta }, token: true };
			}
			yield { json: { type: 'content_block_stop', index: 0 }, token: false };
		}
		const delta = { stop_reason: stopReasonOf(completion), stop_sequence: completion.stopSequence };
		yield {
			json: { type: 'message_delta', delta, usage: { output_tokens: completion.outputTokens } },
			token: false,
		};
		yield { json: { type: 'message_stop' }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	if (json !== null && typeof json === 'object' && 'prompt' in json && !('messages' in json)) {
		throw malformed(['#: subject must not be valid against schema {"required":["messages"]}']);
	}
	const request = readBody(body, json);
	checkTalk(request.messages);
	const system =
		typeof request.system === 'string' ? request.system : request.system?.map(({ text }) => text).join('\n');
	const prompt = promptOf({
		turns: request.messages.map(turnOf),
		system: system ?? null,
		parameters: {
			maxTokens: request.max_tokens,
			temperature: request.temperature ?? null,
			topP: request.top_p ?? null,
			topK: request.top_k ?? null,
			stopSequences: request.stop_sequences ?? null,
		},
		sent: sentOf(request, ['max_tokens', 'temperature', 'top_p', 'top_k']),
		extras: EXTRAS.filter((name) => request[name] !== undefined),
	});
	checkModelRules(prompt, model);
	checkPrefillEnd(prompt);
	return prompt;
}

/** Anthropic's own rules for a conversation, in its words (unverified: all but the blank text's). */
function checkTalk(messages: readonly Message[]): void {
	if (messages.length === 0) throw invalidForModel('messages: at least one message is required');
	if (messages[0]?.role !== 'user') throw invalidForModel('messages: first message must use the "user" role');
	messages.forEach((message, index) => {
		if (message.role === messages[index - 1]?.role) {
			throw invalidForModel(
				`messages: roles must alternate between "user" and "assistant", but found multiple "${message.role}" roles in a row`,
			);
		}
		const last = index === messages.length - 1 && message.role === 'assistant';
		if (message.content.length === 0 && !last) {
			throw invalidForModel(
				`messages.${index}: all messages must have non-empty content except for the optional final assistant message`,
			);
		}
		if (textsOf(message).some((text) => text.trim() === '') && message.content.length > 0) {
			throw invalidForModel('messages: text content blocks must contain non-whitespace text');
		}
	});
}

function textsOf({ content }: Message): readonly string[] {
	if (typeof content === 'string') return [content];
	return content.flatMap((block) => (block.type === 'text' ? [String(block['text'])] : []));
}

function turnOf(message: Message): PromptTurn {
	const { content } = message;
	const others = typeof content === 'string' ? [] : content.filter((block) => block.type !== 'text');
	return { role: message.role, text: textsOf(message).join('\n'), attachments: others.map((block) => block.type) };
}

function opening(model: CatalogueModel): JsonObject {
	const id = `msg_bdrk_01${randomBytes(16).toString('hex').slice(0, 22)}`;
	return { id, type: 'message', role: 'assistant', model: nativeName(model) };
}

function inputUsage(completion: Completion, model: CatalogueModel): JsonObject {
	const cache = countsCache(model) ? { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 } : {};
	return { input_tokens: completion.inputTokens, ...cache };
}
