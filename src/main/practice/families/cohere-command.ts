import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkModelRules } from '../model-rules.ts';
import { outputLimit } from '../models.ts';
import type { Prompt } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { integer, readBody } from '../schema.ts';
import type { PracticeFamily } from './practice-family.ts';
import { turn } from './prompt-template.ts';

const anything = z.looseObject({});

/** Command R's body (bedrock-facts.md, 2; limits are those of AWS's page, "Cohere Command R and Command R+ models"). */
function bodySchema(model: CatalogueModel) {
	return z.strictObject({
		message: z.string().min(1),
		chat_history: z.array(z.strictObject({ role: z.enum(['USER', 'CHATBOT']), message: z.string() })).optional(),
		preamble: z.string().optional(),
		max_tokens: integer().min(1).max(outputLimit(model)).optional(),
		temperature: z.number().min(0).max(1).optional(),
		p: z.number().min(0.01).max(0.99).optional(),
		k: z.number().min(0).max(500).optional(),
		stop_sequences: z.array(z.string()).optional(),
		frequency_penalty: z.number().min(0).max(1).optional(),
		presence_penalty: z.number().min(0).max(1).optional(),
		seed: integer().optional(),
		documents: z.array(anything).optional(),
		search_queries_only: z.boolean().optional(),
		prompt_truncation: z.enum(['OFF', 'AUTO_PRESERVE_ORDER']).optional(),
		return_prompt: z.boolean().optional(),
		raw_prompting: z.boolean().optional(),
		tools: z.array(anything).optional(),
		tool_results: z.array(anything).optional(),
	});
}

const EXTRAS = [
	'documents',
	'search_queries_only',
	'prompt_truncation',
	'return_prompt',
	'raw_prompting',
	'tools',
	'tool_results',
] as const;

/** Cohere Command R and R+: a message, and the talk before it. */
export const cohereCommand: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response: (completion, _model, prompt) => answerOf(completion, prompt),
	*chunks(completion, _model, prompt) {
		for (const text of completion.pieces) {
			yield { json: { is_finished: false, event_type: 'text-generation', text }, token: true };
		}
		yield {
			json: {
				is_finished: true,
				event_type: 'stream-end',
				response: answerOf(completion, prompt),
				finish_reason: finishReason(completion),
			},
			token: false,
		};
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(bodySchema(model), json);
	const history = request.chat_history ?? [];
	const prompt = promptOf({
		turns: [
			...history.map(({ role, message }) => turn(role === 'USER' ? 'user' : 'assistant', message)),
			turn('user', request.message),
		],
		system: request.preamble ?? null,
		parameters: {
			maxTokens: request.max_tokens ?? null,
			temperature: request.temperature ?? null,
			topP: request.p ?? null,
			topK: request.k ?? null,
			stopSequences: request.stop_sequences ?? null,
		},
		sent: sentOf(request, ['max_tokens', 'temperature', 'p', 'k', 'frequency_penalty', 'presence_penalty', 'seed']),
		extras: EXTRAS.filter((name) => request[name] !== undefined),
	});
	checkModelRules(prompt, model);
	return prompt;
}

/** The talk comes back with its answer. */
function answerOf(completion: Completion, { turns }: Prompt): JsonObject {
	const talk = [...turns, turn('assistant', completion.text)];
	return {
		response_id: randomUUID(),
		text: completion.text,
		generation_id: randomUUID(),
		chat_history: talk.map(({ role, text }) => ({ role: role === 'user' ? 'USER' : 'CHATBOT', message: text })),
		finish_reason: finishReason(completion),
	};
}

function finishReason({ end }: Completion): string {
	switch (end) {
		case 'end':
			return 'COMPLETE';
		case 'length':
			return 'MAX_TOKENS';
		case 'stop':
			return 'STOP_SEQUENCE';
	}
}
