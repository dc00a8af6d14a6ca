import { z } from 'zod';
import type { Call } from '../call.ts';
import { COHERE_TEXTS, textsToEmbed } from '../embedding-question.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { silentPiece } from './family-codec.ts';

const vectors = z.array(z.array(z.number()));

/** Where types were asked for, vectors stand under the names of these. */
const byType = z.object({
	float: vectors.optional(),
	int8: vectors.optional(),
	uint8: vectors.optional(),
	binary: vectors.optional(),
	ubinary: vectors.optional(),
});

const response = z.object({
	embeddings: z.union([vectors, byType]),
	response_type: z.string(),
	texts: z.array(z.string()).nullish(),
});

const request = z.object({ texts: z.array(z.string()) });

/**
 * Cohere Embed v3 and v4 (Bedrock user guide, "Cohere Embed models"): many texts a call. `input_type` is required: documents
 * of a search, as long as the additional fields do not say otherwise, which is also where `embedding_types`, `truncate` and
 * v4's `output_dimension` go. The settings have no key in the body, and its answer no token counts. It does not stream.
 */
export const cohereEmbed: FamilyCodec = {
	family: 'cohere-embed',

	toBody({ messages }: Call): object {
		return { texts: textsToEmbed(messages).slice(0, COHERE_TEXTS), input_type: 'search_document' };
	},

	fromResponse(json: unknown, sent?: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		// The answer may repeat texts in another case than they were sent in.
		const texts = request.safeParse(sent).data?.texts ?? data.texts ?? [];
		return {
			parts: valuesOf(data.embeddings).map((values, at) => ({ type: 'embedding', text: texts[at] ?? '', values })),
			usage: {},
			stopReason: null,
			closes: true,
		};
	},

	fromChunk: () => silentPiece,
};

/** One vector a text: the most exact that came. Those of unsigned numbers and of bits get signs: else their angles mean nothing. */
function valuesOf(embeddings: z.infer<typeof response>['embeddings']): readonly number[][] {
	if (Array.isArray(embeddings)) return embeddings;
	const { float, int8, uint8, binary, ubinary } = embeddings;
	if (float !== undefined) return float;
	if (int8 !== undefined) return int8;
	if (uint8 !== undefined) return uint8.map((values) => values.map((value) => value - 128));
	if (ubinary !== undefined) return ubinary.map(signs);
	return binary?.map((values) => signs(values.map((value) => value + 128))) ?? [];
}

/** Bytes of eight dimensions each, as signs. */
function signs(bytes: readonly number[]): number[] {
	return bytes.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (((byte >> (7 - bit)) & 1) === 1 ? 1 : -1)));
}
