import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { EmbeddingFamily } from '../embeddings/embedding-family.ts';
import { normalized, packed, toBits, toInt8, vectorOf } from '../embeddings/vector.ts';
import type { JsonObject } from '../json.ts';
import { invalid, invalidForModel } from '../refusal.ts';
import { integer, readBody } from '../schema.ts';
import { countTokens } from '../tokens.ts';

/** Texts in a call, characters in one of v3's texts, and its tokens (Bedrock user guide, "Cohere Embed v3"). */
const MOST_TEXTS = 96;
const MOST_CHARACTERS = 2048;
const V3_TOKENS = 512;

const types = ['float', 'int8', 'uint8', 'binary', 'ubinary'] as const;
type VectorType = (typeof types)[number];

const shared = {
	images: z.array(z.string()).optional(),
	embedding_types: z.array(z.enum(types)).optional(),
};

const v3 = z.strictObject({
	...shared,
	texts: z.array(z.string().max(MOST_CHARACTERS)).max(MOST_TEXTS).optional(),
	input_type: z.enum(['search_document', 'search_query', 'classification', 'clustering', 'image']),
	truncate: z.enum(['NONE', 'START', 'END']).optional(),
});

const v4 = z.strictObject({
	...shared,
	texts: z.array(z.string()).max(MOST_TEXTS).optional(),
	inputs: z.array(z.looseObject({})).optional(),
	input_type: z.enum(['search_document', 'search_query', 'classification', 'clustering']),
	output_dimension: integer()
		.pipe(z.literal([256, 512, 1024, 1536]))
		.optional(),
	max_tokens: integer().min(1).optional(),
	truncate: z.enum(['NONE', 'LEFT', 'RIGHT']).optional(),
});

/** Cohere Embed v3 and v4: texts in, vectors out. Pictures are more than practice can look at, and refused. */
export const cohereEmbed: EmbeddingFamily = {
	answer(body, model) {
		const isNew = model.id.includes('embed-v4');
		const request: z.infer<typeof v4> | z.infer<typeof v3> = readBody(isNew ? v4 : v3, body);
		const { texts, embedding_types: asked, truncate = 'NONE' } = request;
		if (texts === undefined || texts.length === 0) throw noTexts(request);
		if (truncate === 'NONE') checkTokens(texts, model);
		const dimensions = 'output_dimension' in request ? (request.output_dimension ?? 1536) : isNew ? 1536 : 1024;
		const vectors = texts.map((text) => normalized(vectorOf(text, dimensions)));
		return {
			json: {
				id: randomUUID(),
				...(asked === undefined || asked.length === 0
					? { response_type: 'embeddings_floats', embeddings: vectors }
					: { response_type: 'embeddings_by_type', embeddings: byType(vectors, asked) }),
				texts,
			},
			inputTokens: null,
		};
	},
};

/** The words are practice's own: Cohere's are not known. */
function noTexts(request: { readonly images?: unknown; readonly inputs?: unknown }): Error {
	const pictures = request.images !== undefined || request.inputs !== undefined;
	return pictures
		? invalid('The practice endpoint makes vectors of texts alone.')
		: invalidForModel('invalid request: valid texts or images must be provided');
}

function checkTokens(texts: readonly string[], model: CatalogueModel): void {
	const most = model.contextWindow ?? V3_TOKENS;
	const long = texts.findIndex((text) => countTokens(text) > most);
	if (long < 0) return;
	throw invalidForModel(`invalid request: text at index ${long} is longer than the maximum of ${most} tokens`);
}

function byType(vectors: readonly number[][], asked: readonly VectorType[]): JsonObject {
	return Object.fromEntries(asked.map((type) => [type, vectors.map((vector) => inType(vector, type))]));
}

function inType(vector: readonly number[], type: VectorType): number[] {
	switch (type) {
		case 'float':
			return [...vector];
		case 'int8':
			return toInt8(vector);
		case 'uint8':
			return toInt8(vector).map((value) => value + 128);
		case 'ubinary':
			return packed(toBits(vector));
		case 'binary':
			return packed(toBits(vector)).map((byte) => byte - 128);
	}
}
