import { z } from 'zod';
import type { AnswerPart } from '../../../../shared/model/content.ts';
import type { Call, ChatMessage } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { ChunkReader, FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';
import type { ThoughtReader } from './thought-reader.ts';
import { createThoughtReader } from './thought-reader.ts';

const choices = z.object({
	choices: z.array(z.object({ text: z.string(), stop_reason: z.string().nullish() })).min(1),
});

const request = z.object({ prompt: z.string() });

const OPEN = '<think>';
const CLOSE = '</think>';
const ASSISTANT = '<｜Assistant｜>';

/**
 * DeepSeek-R1 (Bedrock user guide, "DeepSeek models"): one prompt, which ends with an opened `<think>`, so that the answer
 * begins with thoughts and has only the tag that closes them. A talk that ends with the assistant goes on inside, in its
 * thoughts or in its text; thoughts of earlier answers are not sent (DeepSeek's own chat template). The body has no key
 * for top k: a set one is not sent. Bodies carry no token counts.
 */
export const deepseekR1: FamilyCodec = {
	family: 'deepseek-r1',

	toBody(call: Call): object {
		const { settings } = call;
		return {
			prompt: promptOf(call),
			max_tokens: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP }),
			...(settings.stopSequences.length > 0 && { stop: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown, sent?: unknown): NativePiece | null {
		const first = choices.safeParse(json).data?.choices[0];
		if (first === undefined) return null;
		// A request that is not known most likely opened the thoughts, as this one does; then the answer closes them.
		const thoughts = thoughtsOf(sent, first.text.includes(CLOSE));
		const parts = [...thoughts.add(first.text), ...thoughts.end()];
		return { parts, usage: {}, stopReason: first.stop_reason ?? null, closes: true };
	},

	fromChunk(json: unknown): NativePiece {
		return readChunk(json, textParts);
	},

	reader(sent?: unknown): ChunkReader {
		const thoughts = thoughtsOf(sent, true);
		return {
			chunk: (json) => readChunk(json, (text) => thoughts.add(text)),
			end: () => thoughts.end(),
		};
	},
};

function readChunk(json: unknown, partsOf: (text: string) => readonly AnswerPart[]): NativePiece {
	const first = choices.safeParse(json).data?.choices[0];
	if (first === undefined) return silentPiece;
	const stopReason = first.stop_reason ?? null;
	return { parts: partsOf(first.text), usage: {}, stopReason, closes: stopReason !== null };
}

/** Whether an answer begins inside of thoughts is seen in the prompt: its last `<think>` is open. */
function thoughtsOf(sent: unknown, otherwise: boolean): ThoughtReader {
	const prompt = request.safeParse(sent).data?.prompt;
	const begun = prompt === undefined ? otherwise : prompt.lastIndexOf(OPEN) > prompt.lastIndexOf(CLOSE);
	return createThoughtReader({ open: OPEN, close: CLOSE, begun });
}

function promptOf({ settings, messages }: Call): string {
	const last = messages.length - 1;
	const turns = messages.map((message, index) => {
		if (message.role === 'user') return `<｜User｜>${joinTexts(message)}`;
		if (index === last) return `${ASSISTANT}${begunAnswer(message)}`;
		return `${ASSISTANT}${joinTexts(message)}<｜end▁of▁sentence｜>`;
	});
	const beginning = messages[last]?.role === 'assistant' ? '' : `${ASSISTANT}${OPEN}\n`;
	return `<｜begin▁of▁sentence｜>${settings.system}${turns.join('')}${beginning}`;
}

function begunAnswer(message: ChatMessage): string {
	const text = joinTexts(message);
	const hasText = message.content.some(({ type }) => type === 'text');
	const thoughts = message.content.map((block) => (block.type === 'reasoning' ? block.text : '')).join('');
	if (thoughts === '') return text;
	return `${OPEN}\n${thoughts}${hasText ? `${CLOSE}${text}` : ''}`;
}
