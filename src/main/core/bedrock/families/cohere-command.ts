import { z } from 'zod';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const response = z.object({
	text: z.string(),
	/** Told of each answer; other families' bodies with a `text` have none. */
	finish_reason: z.string(),
});

const chunk = z.discriminatedUnion('event_type', [
	z.object({ event_type: z.literal('text-generation'), text: z.string() }),
	z.object({
		event_type: z.literal('stream-end'),
		finish_reason: z.string().nullish(),
		response: z.object({ finish_reason: z.string().nullish() }).nullish(),
	}),
]);

/**
 * Cohere Command R and R+ (Bedrock user guide, "Cohere Command R and Command R+ models"): the newest question in
 * `message`, the talk before it in `chat_history`, the system prompt in `preamble`. Top p is `p`, top k is `k`. The model
 * answers a message and can't go on inside of an answer. Bodies carry no token counts.
 */
export const cohereCommand: FamilyCodec = {
	family: 'cohere-command',

	toBody({ settings, messages }: Call): object {
		const asks = messages.at(-1)?.role === 'user';
		const before = asks ? messages.slice(0, -1) : messages;
		const question = asks ? messages.at(-1) : undefined;
		return {
			message: question === undefined ? '' : joinTexts(question),
			...(before.length > 0 && {
				chat_history: before.map((message) => ({
					role: message.role === 'user' ? 'USER' : 'CHATBOT',
					message: joinTexts(message),
				})),
			}),
			...(settings.system !== '' && { preamble: settings.system }),
			max_tokens: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, p: settings.topP, k: settings.topK }),
			...(settings.stopSequences.length > 0 && { stop_sequences: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		return { parts: textParts(data.text), usage: {}, stopReason: data.finish_reason, closes: true };
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = chunk.safeParse(json);
		if (!success) return silentPiece;
		// The last one repeats the whole text in its `response`.
		if (data.event_type === 'text-generation') return { ...silentPiece, parts: textParts(data.text) };
		const stopReason = data.finish_reason ?? data.response?.finish_reason ?? null;
		return { ...silentPiece, stopReason, closes: true };
	},
};
