import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonValue } from '../json.ts';
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

/** Mistral's chat body (bedrock-facts.md, 2, from memory: what of OpenAI's it does not know is not known). */
const body = z.strictObject({ ...chatMembers, safe_prompt: z.boolean().optional(), random_seed: z.int().optional() });

/** No model of this family is known to write its thoughts into its text. */
const lead = (): string => '';

/** Mistral Large 2 and later, Pixtral, Ministral. */
export const mistralChat: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response: (completion, model) => ({
		id: newChatId(),
		object: 'chat.completion',
		model: model.id,
		choices: [{ index: 0, message: chatMessageOf(completion, lead), stop_reason: stopReason(completion) }],
		usage: chatUsage(completion),
	}),
	*chunks(completion, model) {
		const head = { id: newChatId(), object: 'chat.completion.chunk', model: model.id };
		for (const { delta, token } of chatDeltas(completion, lead)) {
			yield chatChunk(head, delta, { stop_reason: null }, token);
		}
		const end = chatChunk(head, { content: '' }, { stop_reason: stopReason(completion) }, false);
		yield { ...end, json: { ...end.json, usage: chatUsage(completion) } };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const { system, turns } = readTalk(request.messages);
	if (turns.some(({ attachments }) => attachments.length > 0) && !readsFiles(model, 'image')) {
		throw invalid("This model doesn't support the image field for user messages. Remove image and try again.");
	}
	const prompt = promptOf({
		turns,
		system,
		parameters: {
			maxTokens: request.max_tokens ?? null,
			temperature: request.temperature ?? null,
			topP: request.top_p ?? null,
			topK: null,
			stopSequences: sequencesOf(request.stop),
		},
		sent: sentOf(request, ['max_tokens', 'temperature', 'top_p', 'random_seed']),
		extras: [],
		tools: readTools(request.tools, request.tool_choice, model),
	});
	checkModelRules(prompt, model);
	return prompt;
}

function stopReason({ stopReason: reason, end }: Completion): string {
	if (reason === 'tool_use') return 'tool_calls';
	return end === 'length' ? 'length' : 'stop';
}
