import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonValue } from '../json.ts';
import { checkModelRules } from '../model-rules.ts';
import { outputLimit } from '../models.ts';
import type { Prompt, PromptTurn } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { integer, readBody } from '../schema.ts';
import { countTokens } from '../tokens.ts';
import type { PracticeFamily } from './practice-family.ts';
import type { ReadPrompt } from './prompt-template.ts';
import { plainPrompt, turn, withoutEmptyEnd } from './prompt-template.ts';

/** Llama's body (bedrock-facts.md, 2; the limits of what is sampled, and the default, are those of AWS's table for Llama 3). */
function bodySchema(model: CatalogueModel) {
	return z.strictObject({
		prompt: z.string().min(1),
		max_gen_len: integer().min(1).max(outputLimit(model)).optional(),
		temperature: z.number().min(0).max(1).optional(),
		top_p: z.number().min(0).max(1).optional(),
		images: z.array(z.string()).optional(),
	});
}

/** A message of Llama 3 (`<|start_header_id|>`) or Llama 4 (`<|header_start|>`), up to its end mark or the next header. */
const MESSAGE =
	/<\|(?:start_header_id|header_start)\|>(\w+)<\|(?:end_header_id|header_end)\|>(.*?)(?:<\|eot(?:_id)?\|>|(?=<\|(?:start_header_id|header_start)\|>)|$)/gs;

/** Meta Llama: a prompt of headers and end marks. */
export const llama: PracticeFamily = {
	lead: '',
	defaultMaxTokens: () => 512,
	read,
	response: (completion) => ({
		generation: completion.text,
		prompt_token_count: completion.inputTokens,
		generation_token_count: completion.outputTokens,
		stop_reason: stopReason(completion),
	}),
	*chunks(completion) {
		for (const [index, generation] of completion.pieces.entries()) {
			const prompt_token_count = index === 0 ? completion.inputTokens : null;
			const counts = { prompt_token_count, generation_token_count: index + 1 };
			yield { json: { generation, ...counts, stop_reason: null }, token: true };
		}
		const counts = {
			prompt_token_count: completion.pieces.length === 0 ? completion.inputTokens : null,
			generation_token_count: completion.outputTokens,
		};
		yield { json: { generation: '', ...counts, stop_reason: stopReason(completion) }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(bodySchema(model), json);
	const { turns, system, templated } = readTurns(request.prompt);
	const prompt = {
		...promptOf({
			turns,
			system,
			parameters: {
				maxTokens: request.max_gen_len ?? null,
				temperature: request.temperature ?? null,
				topP: request.top_p ?? null,
				topK: null,
				stopSequences: null,
			},
			sent: sentOf(request, ['max_gen_len', 'temperature', 'top_p']),
			extras: [...(templated ? [] : ['no start_header_id']), ...(request.images === undefined ? [] : ['images'])],
		}),
		inputTokens: countTokens(request.prompt),
	};
	checkModelRules(prompt, model);
	return prompt;
}

function readTurns(prompt: string): ReadPrompt {
	const turns: PromptTurn[] = [];
	let system: string | null = null;
	for (const [, role = '', content = ''] of prompt.matchAll(MESSAGE)) {
		const text = content.replace(/^\n\n/, '');
		if (role === 'system') system = text.trim();
		else turns.push(turn(role === 'assistant' ? 'assistant' : 'user', text));
	}
	if (turns.length === 0) return plainPrompt(prompt);
	return { turns: withoutEmptyEnd(turns), system, templated: true };
}

function stopReason({ end }: Completion): string {
	return end === 'length' ? 'length' : 'stop';
}
