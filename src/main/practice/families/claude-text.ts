import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkModelRules } from '../model-rules.ts';
import { outputLimit } from '../models.ts';
import type { Prompt, PromptTurn } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { invalidForModel } from '../refusal.ts';
import { integer, readBody } from '../schema.ts';
import { countTokens } from '../tokens.ts';
import type { PracticeFamily } from './practice-family.ts';

/** Anthropic's text completion body (bedrock-facts.md, 2). */
function bodySchema(model: CatalogueModel) {
	return z.strictObject({
		prompt: z.string(),
		max_tokens_to_sample: integer().min(0).max(outputLimit(model)),
		temperature: z.number().min(0).max(1).optional(),
		top_p: z.number().min(0).max(1).optional(),
		top_k: integer().min(0).max(500).optional(),
		stop_sequences: z.array(z.string()).optional(),
		anthropic_version: z.string().optional(),
	});
}

const HUMAN = '\n\nHuman:';
const ASSISTANT = '\n\nAssistant:';

/** Claude 2 and Claude Instant: `\n\nHuman: … \n\nAssistant:`. */
export const claudeText: PracticeFamily = {
	lead: ' ',
	defaultMaxTokens: outputLimit,
	read,
	response: (completion) => ({ completion: completion.text, ...ending(completion) }),
	*chunks(completion) {
		const last = completion.pieces.length - 1;
		for (const [index, text] of completion.pieces.entries()) {
			const end = index === last ? ending(completion) : { stop_reason: null, stop: null };
			yield { json: { completion: text, ...end }, token: true };
		}
		if (last < 0) yield { json: { completion: '', ...ending(completion) }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(bodySchema(model), json);
	const { turns, system } = readTurns(request.prompt);
	const prompt = {
		...promptOf({
			turns,
			system,
			parameters: {
				maxTokens: request.max_tokens_to_sample,
				temperature: request.temperature ?? null,
				topP: request.top_p ?? null,
				topK: request.top_k ?? null,
				stopSequences: request.stop_sequences ?? null,
			},
			sent: sentOf(request, ['max_tokens_to_sample', 'temperature', 'top_p', 'top_k']),
			extras: [],
		}),
		inputTokens: countTokens(request.prompt),
	};
	checkModelRules(prompt, model);
	return prompt;
}

/** Takes the prompt apart at its turns. Text before the first `Human:` is a system prompt (Claude 2.1's way). */
function readTurns(prompt: string): { readonly turns: readonly PromptTurn[]; readonly system: string | null } {
	const parts = prompt.split(/\n\n(Human|Assistant):/);
	const startsRight = parts[1] === 'Human';
	const endsRight = parts.at(-2) === 'Assistant' && parts.length > 1;
	if (!startsRight && !endsRight) {
		throw invalidForModel(
			`Invalid prompt: prompt must start with "${HUMAN}" turn, prompt must end with "${ASSISTANT}" turn`,
		);
	}
	if (!startsRight) {
		throw invalidForModel(`Invalid prompt: prompt must start with "${HUMAN}" turn after an optional system prompt`);
	}
	if (!endsRight) throw invalidForModel(`Invalid prompt: prompt must end with "${ASSISTANT}" turn`);
	const turns: PromptTurn[] = [];
	for (let index = 1; index < parts.length; index += 2) {
		const role = parts[index] === 'Human' ? 'user' : 'assistant';
		turns.push({ role, text: (parts[index + 1] ?? '').trim(), attachments: [] });
	}
	const system = (parts[0] ?? '').trim();
	const prefilled = turns.at(-1)?.text !== '';
	return { turns: prefilled ? turns : turns.slice(0, -1), system: system === '' ? null : system };
}

/** These models end by writing the next `Human:` turn, which the service stops at. */
function ending(completion: Completion): JsonObject {
	if (completion.end === 'length') return { stop_reason: 'max_tokens', stop: null };
	return { stop_reason: 'stop_sequence', stop: completion.stopSequence ?? HUMAN };
}
