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

/** Titan Text's body (bedrock-facts.md, 2; the defaults are those of AWS's parameter table). */
function bodySchema(model: CatalogueModel) {
	return z.strictObject({
		inputText: z.string().min(1),
		textGenerationConfig: z
			.strictObject({
				maxTokenCount: integer().min(0).max(outputLimit(model)).optional(),
				temperature: z.number().min(0).max(1).optional(),
				topP: z.number().min(0).max(1).optional(),
				stopSequences: z.array(z.string()).optional(),
			})
			.optional(),
	});
}

/**
 * Titan Text: one text in, one text out; a conversation is written as `User: …` and `Bot:` lines. It has no place for a
 * system prompt: what stands before the first of these lines is taken for one.
 */
export const titanText: PracticeFamily = {
	lead: '\n',
	defaultMaxTokens: () => 512,
	read,
	response: (completion) => ({
		inputTextTokenCount: completion.inputTokens,
		results: [
			{
				tokenCount: completion.outputTokens,
				outputText: completion.text,
				completionReason: completionReason(completion),
			},
		],
	}),
	*chunks(completion) {
		const pieces = completion.pieces.length === 0 ? [''] : completion.pieces;
		for (const [index, outputText] of pieces.entries()) {
			const last = index === pieces.length - 1;
			yield {
				json: {
					outputText,
					index: 0,
					totalOutputTextTokenCount: last ? completion.outputTokens : null,
					completionReason: last ? completionReason(completion) : null,
					inputTextTokenCount: index === 0 || last ? completion.inputTokens : null,
				},
				token: outputText !== '',
			};
		}
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(bodySchema(model), json);
	const config = request.textGenerationConfig;
	const { turns, system } = readTurns(request.inputText);
	const prompt = {
		...promptOf({
			turns,
			system,
			parameters: {
				maxTokens: config?.maxTokenCount ?? null,
				temperature: config?.temperature ?? null,
				topP: config?.topP ?? null,
				topK: null,
				stopSequences: config?.stopSequences ?? null,
			},
			sent: sentOf(config, ['maxTokenCount', 'temperature', 'topP']),
			extras: [],
		}),
		inputTokens: countTokens(request.inputText),
	};
	checkModelRules(prompt, model);
	return prompt;
}

function readTurns(inputText: string): { readonly turns: readonly PromptTurn[]; readonly system: string | null } {
	const parts = inputText.split(/(?:^|\n)(User|Bot): ?/);
	if (parts[1] !== 'User') return { turns: [{ role: 'user', text: inputText.trim(), attachments: [] }], system: null };
	const turns: PromptTurn[] = [];
	for (let index = 1; index < parts.length; index += 2) {
		const role = parts[index] === 'User' ? 'user' : 'assistant';
		turns.push({ role, text: (parts[index + 1] ?? '').trim(), attachments: [] });
	}
	const system = (parts[0] ?? '').trim();
	const last = turns.at(-1);
	const begun = last?.role === 'assistant' && last.text === '';
	return { turns: begun ? turns.slice(0, -1) : turns, system: system === '' ? null : system };
}

function completionReason(completion: Completion): string {
	switch (completion.end) {
		case 'end':
			return 'FINISH';
		case 'length':
			return 'LENGTH';
		case 'stop':
			return 'STOP_CRITERIA_MET';
	}
}
