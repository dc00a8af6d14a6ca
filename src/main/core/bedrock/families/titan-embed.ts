import { z } from 'zod';
import type { Call } from '../call.ts';
import { textsToEmbed } from '../embedding-question.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { silentPiece } from './family-codec.ts';

const response = z.object({
	embedding: z.array(z.number()),
	inputTextTokenCount: z.number(),
});

const request = z.object({ inputText: z.string() });

/**
 * Amazon Titan Text Embeddings, the first and V2 (Bedrock user guide, "Amazon Titan Embeddings G1 - Text"): one text a call,
 * one vector for it, always of floats. The settings have no key in the body; `dimensions`, `normalize` and `embeddingTypes`
 * of V2 are additional fields. It does not stream.
 */
export const titanEmbed: FamilyCodec = {
	family: 'titan-embed',

	toBody({ messages }: Call): object {
		return { inputText: textsToEmbed(messages)[0] ?? '' };
	},

	fromResponse(json: unknown, sent?: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		const text = request.safeParse(sent).data?.inputText ?? '';
		return {
			parts: [{ type: 'embedding', text, values: data.embedding }],
			usage: { inputTokens: data.inputTextTokenCount, outputTokens: 0 },
			stopReason: null,
			closes: true,
		};
	},

	fromChunk: () => silentPiece,
};
