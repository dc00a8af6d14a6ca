import { z } from 'zod';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const completion = z.object({ completion: z.string(), stop_reason: z.string().nullish() });

/**
 * Anthropic's old text completion (Claude 2 and Instant). One prompt of `\n\nHuman:` and `\n\nAssistant:` turns, the
 * system prompt before the first of them. Bodies carry no token counts: those come in headers or metrics.
 */
export const claudeText: FamilyCodec = {
	family: 'claude-text',

	toBody(call: Call): object {
		const { settings } = call;
		return {
			prompt: promptOf(call),
			max_tokens_to_sample: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP, top_k: settings.topK }),
			...(settings.stopSequences.length > 0 && { stop_sequences: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = completion.safeParse(json);
		if (!success) return null;
		return { parts: textParts(data.completion), usage: {}, stopReason: data.stop_reason ?? null, closes: true };
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = completion.safeParse(json);
		if (!success) return silentPiece;
		const stopReason = data.stop_reason ?? null;
		return { parts: textParts(data.completion), usage: {}, stopReason, closes: stopReason !== null };
	},
};

function promptOf({ settings, messages }: Call): string {
	const turns = messages.map((message) => {
		const text = joinTexts(message);
		// The model's own answers begin with the space that follows the colon.
		const gap = /^\s/.test(text) ? '' : ' ';
		return `\n\n${message.role === 'user' ? 'Human' : 'Assistant'}:${gap}${text}`;
	});
	const prefilled = messages.at(-1)?.role === 'assistant';
	return `${settings.system}${turns.join('')}${prefilled ? '' : '\n\nAssistant:'}`;
}
