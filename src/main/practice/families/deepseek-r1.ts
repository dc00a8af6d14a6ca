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

/** Tokens of thoughts and answer at most (AWS's parameter table). */
const MOST = 32_768;

/** DeepSeek-R1's body (bedrock-facts.md, 2; limits are those of AWS's parameter table). */
const body = z.strictObject({
	prompt: z.string().min(1),
	max_tokens: integer().min(1).max(MOST).optional(),
	temperature: z.number().min(0).max(1).optional(),
	top_p: z.number().min(0).max(1).optional(),
	stop: z.array(z.string()).max(10).optional(),
});

const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * DeepSeek-R1: `<｜begin▁of▁sentence｜><｜User｜>…<｜Assistant｜><think>`. Where the prompt has opened the tag, the model
 * writes its thoughts first and closes it; where it has not, practice does not think, as DeepSeek says of the real one
 * that it may not.
 */
export const deepseekR1: PracticeFamily = {
	lead: '',
	defaultMaxTokens: () => MOST,
	read,
	response: (completion) => choice(piecesOf(completion).join(''), stopReason(completion)),
	*chunks(completion) {
		for (const text of piecesOf(completion)) yield { json: choice(text, null), token: true };
		yield { json: choice('', stopReason(completion)), token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const { prompt: text } = request;
	const open = text.lastIndexOf(OPEN) > text.lastIndexOf(CLOSE) ? text.lastIndexOf(OPEN) : null;
	const { turns, system, templated } = readTurns(open === null ? text : text.slice(0, open));
	const prompt = {
		...promptOf({
			turns,
			system,
			parameters: {
				maxTokens: request.max_tokens ?? null,
				temperature: request.temperature ?? null,
				topP: request.top_p ?? null,
				topK: null,
				stopSequences: request.stop ?? null,
			},
			sent: sentOf(request, ['max_tokens', 'temperature', 'top_p']),
			extras: templated ? [] : ['no <｜User｜>'],
			thinking:
				open === null
					? null
					: { display: 'shown', signed: false, begun: text.slice(open + OPEN.length).replace(/^\n/, '') },
		}),
		inputTokens: countTokens(text),
	};
	checkModelRules(prompt, model);
	return prompt;
}

function readTurns(prompt: string): ReadPrompt {
	const parts = prompt.replace(/^<｜begin▁of▁sentence｜>/, '').split(/<｜(User|Assistant)｜>/);
	if (parts.length === 1) return plainPrompt(parts[0] ?? '');
	const turns: PromptTurn[] = [];
	for (let index = 1; index < parts.length; index += 2) {
		const role = parts[index] === 'User' ? 'user' : 'assistant';
		const text = (parts[index + 1] ?? '').replace(/<｜end▁of▁sentence｜>$/, '');
		// Thoughts that stand before an answer are no part of it.
		turns.push(turn(role, role === 'user' ? text.trim() : (text.split(CLOSE).at(-1) ?? '')));
	}
	const system = (parts[0] ?? '').trim();
	return { turns: withoutEmptyEnd(turns), system: system === '' ? null : system, templated: true };
}

/** Thoughts, the tag that closes them, the answer; what was cut in its thoughts has no such tag. */
function piecesOf({ parts }: Completion): readonly string[] {
	const thoughts = parts.flatMap((part) => (part.type === 'thoughts' ? part.pieces : []));
	const texts = parts.filter((part) => part.type === 'text');
	const pieces = texts.flatMap((part) => part.pieces);
	const thought = parts.some((part) => part.type === 'thoughts');
	if (!thought || texts.length === 0) return [...thoughts, ...pieces];
	return [...thoughts, '\n', CLOSE, '\n\n', ...pieces];
}

function choice(text: string, stop_reason: string | null): JsonObject {
	return { choices: [{ text, stop_reason }] };
}

function stopReason({ end }: Completion): string {
	return end === 'length' ? 'length' : 'stop';
}
