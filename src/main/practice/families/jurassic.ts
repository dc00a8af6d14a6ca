import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkModelRules } from '../model-rules.ts';
import type { Prompt, PromptTurn } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { integer, readBody } from '../schema.ts';
import { countTokens } from '../tokens.ts';
import type { PracticeFamily } from './practice-family.ts';
import type { ReadPrompt } from './prompt-template.ts';
import { plainPrompt, turn, withoutEmptyEnd } from './prompt-template.ts';

/** A penalty, and to what it applies (the same page). */
function penalty(most: number) {
	return z
		.strictObject({
			scale: z.number().min(0).max(most),
			applyToWhitespaces: z.boolean().optional(),
			applyToPunctuations: z.boolean().optional(),
			applyToNumbers: z.boolean().optional(),
			applyToStopwords: z.boolean().optional(),
			applyToEmojis: z.boolean().optional(),
		})
		.optional();
}

/** Jurassic-2's body (Bedrock user guide, "AI21 Labs Jurassic-2 models": the limits of Mid and Ultra). */
const body = z.strictObject({
	prompt: z.string().min(1),
	maxTokens: integer().min(0).max(8191).optional(),
	temperature: z.number().min(0).max(1).optional(),
	topP: z.number().min(0).max(1).optional(),
	stopSequences: z.array(z.string()).optional(),
	presencePenalty: penalty(5),
	countPenalty: penalty(1),
	frequencyPenalty: penalty(500),
});

/**
 * AI21 Jurassic-2: one text in, one out, never a stream. The real one tells each token of both with its probability, of
 * which practice has none: its lists are empty.
 */
export const jurassic: PracticeFamily = {
	lead: '\n',
	// The default of AWS's parameter table.
	defaultMaxTokens: () => 200,
	read,
	response: (completion, _model, prompt) => ({
		// On Bedrock a number (the same page), elsewhere a text.
		id: randomInt(1000, 10_000),
		prompt: { text: prompt.echoed ?? prompt.turns.at(-1)?.text ?? '', tokens: [] },
		completions: [{ data: { text: completion.text, tokens: [] }, finishReason: finishReason(completion) }],
	}),
	*chunks() {},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const { turns, system, templated } = readTurns(request.prompt);
	const penalties = (['presencePenalty', 'countPenalty', 'frequencyPenalty'] as const).filter(
		(name) => request[name] !== undefined,
	);
	const prompt = {
		...promptOf({
			turns,
			system: templated ? system : null,
			parameters: {
				maxTokens: request.maxTokens ?? null,
				temperature: request.temperature ?? null,
				topP: request.topP ?? null,
				topK: null,
				stopSequences: request.stopSequences ?? null,
			},
			sent: sentOf(request, ['maxTokens', 'temperature', 'topP']),
			extras: penalties,
		}),
		echoed: request.prompt,
		inputTokens: countTokens(request.prompt),
	};
	checkModelRules(prompt, model);
	return prompt;
}

/** A question is a prompt as it stands; a talk is known by its last line, which is the assistant's. */
function readTurns(prompt: string): ReadPrompt {
	const parts = prompt.split(/(?:^|\n)(User|Assistant):/);
	if (parts[1] !== 'User' || !parts.includes('Assistant')) return plainPrompt(prompt);
	const turns: PromptTurn[] = [];
	for (let index = 1; index < parts.length; index += 2) {
		const text = parts[index + 1] ?? '';
		turns.push(parts[index] === 'User' ? turn('user', text.trim()) : turn('assistant', text));
	}
	const system = (parts[0] ?? '').trim();
	return { turns: withoutEmptyEnd(turns), system: system === '' ? null : system, templated: true };
}

function finishReason({ end }: Completion): JsonObject {
	return { reason: end === 'length' ? 'length' : end === 'stop' ? 'stop' : 'endoftext' };
}
