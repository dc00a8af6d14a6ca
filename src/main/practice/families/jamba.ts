import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkModelRules } from '../model-rules.ts';
import type { Prompt } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { integer, readBody } from '../schema.ts';
import type { PracticeFamily } from './practice-family.ts';
import { turn } from './prompt-template.ts';

/** Tokens of an answer at most, which is also the default (the same page). */
const MOST = 4096;

/** Jamba's body (bedrock-facts.md, 2; limits are those of AWS's page, "AI21 Labs Jamba models"). */
const body = z.strictObject({
	messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
	max_tokens: integer().min(0).max(MOST).optional(),
	temperature: z.number().min(0).max(2).optional(),
	top_p: z.number().min(0).max(1).optional(),
	stop: z.union([z.string(), z.array(z.string())]).optional(),
	n: integer().min(1).max(16).optional(),
	frequency_penalty: z.number().optional(),
	presence_penalty: z.number().optional(),
});

/** AI21 Jamba. Practice writes one answer, also where several are asked for (`n`). */
export const jamba: PracticeFamily = {
	lead: '',
	defaultMaxTokens: () => MOST,
	read,
	response: (completion) => ({
		id: newId(),
		choices: [
			{
				index: 0,
				message: { role: 'assistant', content: completion.text },
				finish_reason: finishReason(completion),
			},
		],
		usage: usage(completion),
	}),
	*chunks(completion) {
		const id = newId();
		const piece = (delta: JsonObject, finish_reason: string | null) => ({
			id,
			choices: [{ index: 0, delta, finish_reason }],
		});
		yield { json: piece({ role: 'assistant' }, null), token: false };
		for (const content of completion.pieces) yield { json: piece({ content }, null), token: true };
		const end = piece({ content: '' }, finishReason(completion));
		yield { json: { ...end, usage: usage(completion) }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const system = request.messages.filter(({ role }) => role === 'system').map(({ content }) => content);
	const { stop } = request;
	const prompt = promptOf({
		turns: request.messages.flatMap(({ role, content }) => (role === 'system' ? [] : [turn(role, content)])),
		system: system.length === 0 ? null : system.join('\n'),
		parameters: {
			maxTokens: request.max_tokens ?? null,
			temperature: request.temperature ?? null,
			topP: request.top_p ?? null,
			topK: null,
			stopSequences: stop === undefined ? null : typeof stop === 'string' ? [stop] : stop,
		},
		sent: sentOf(request, ['max_tokens', 'temperature', 'top_p', 'n', 'frequency_penalty', 'presence_penalty']),
		extras: [],
	});
	checkModelRules(prompt, model);
	return prompt;
}

function usage({ inputTokens, outputTokens }: Completion): JsonObject {
	return {
		prompt_tokens: inputTokens,
		completion_tokens: outputTokens,
		total_tokens: inputTokens + outputTokens,
	};
}

function finishReason({ end }: Completion): string {
	return end === 'length' ? 'length' : 'stop';
}

function newId(): string {
	return `chatcmpl-${randomUUID()}`;
}
