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

/** Mistral's text completion body (bedrock-facts.md, 2; unverified: the limits of `stop` and `top_k`). */
function bodySchema(model: CatalogueModel) {
	return z.strictObject({
		prompt: z.string().min(1),
		max_tokens: integer().min(1).max(outputLimit(model)).optional(),
		stop: z.array(z.string()).max(10).optional(),
		temperature: z.number().min(0).max(1).optional(),
		top_p: z.number().min(0).max(1).optional(),
		top_k: integer().min(0).max(200).optional(),
	});
}

/** Mistral 7B, Mixtral, and Large and Small of February 2024: `<s>[INST] … [/INST] answer</s>`. */
export const mistralText: PracticeFamily = {
	lead: ' ',
	defaultMaxTokens: (model) => (/mistral-7b|mixtral/.test(model.id) ? 512 : outputLimit(model)),
	read,
	response: (completion) => ({ outputs: [{ text: completion.text, stop_reason: stopReason(completion) }] }),
	*chunks(completion) {
		for (const text of completion.pieces) {
			yield { json: { outputs: [{ text, stop_reason: null }] }, token: true };
		}
		yield { json: { outputs: [{ text: '', stop_reason: stopReason(completion) }] }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(bodySchema(model), json);
	const { turns, templated } = readTurns(request.prompt);
	const prompt = {
		...promptOf({
			turns,
			// There is no system role: instructions are a part of the first question.
			system: null,
			parameters: {
				maxTokens: request.max_tokens ?? null,
				temperature: request.temperature ?? null,
				topP: request.top_p ?? null,
				topK: request.top_k ?? null,
				stopSequences: request.stop ?? null,
			},
			sent: sentOf(request, ['max_tokens', 'temperature', 'top_p', 'top_k']),
			extras: templated ? [] : ['no [INST]'],
		}),
		inputTokens: countTokens(request.prompt),
	};
	checkModelRules(prompt, model);
	return prompt;
}

function readTurns(prompt: string): ReadPrompt {
	const parts = prompt.split(/\[INST\](.*?)\[\/INST\]/s);
	if (parts.length === 1) return plainPrompt(prompt.replace(/^<s>/, ''));
	const turns: PromptTurn[] = [];
	for (let index = 1; index < parts.length; index += 2) {
		const answer = parts[index + 1] ?? '';
		turns.push(turn('user', (parts[index] ?? '').trim()));
		turns.push(turn('assistant', answer.replace(/<\/s>\s*$/, '')));
	}
	return { turns: withoutEmptyEnd(turns), system: null, templated: true };
}

function stopReason({ end }: Completion): string {
	return end === 'length' ? 'length' : 'stop';
}
