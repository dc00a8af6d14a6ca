import { z } from 'zod';
import type { EmbeddingFamily } from '../embeddings/embedding-family.ts';
import { normalized, rounded, toBits, vectorOf } from '../embeddings/vector.ts';
import type { JsonObject } from '../json.ts';
import { invalid, malformed } from '../refusal.ts';
import { integer, readBody } from '../schema.ts';
import { countTokens } from '../tokens.ts';

/** The limits of a text (Bedrock user guide, "Amazon Titan Text Embeddings models"). */
const MOST_CHARACTERS = 50_000;
const MOST_TOKENS = 8192;

const text = { inputText: z.string().min(1) };

const first = z.strictObject(text);

const second = z.strictObject({
	...text,
	dimensions: integer()
		.pipe(z.literal([256, 512, 1024]))
		.optional(),
	normalize: z.boolean().optional(),
	embeddingTypes: z
		.array(z.enum(['float', 'binary']))
		.min(1)
		.optional(),
});

/** Titan Text Embeddings: one text in, one vector out. The first version takes nothing but the text. */
export const titanEmbed: EmbeddingFamily = {
	answer(body, model) {
		const isFirst = model.id === 'amazon.titan-embed-text-v1';
		const request: z.infer<typeof second> = readBody(isFirst ? first : second, body);
		const { inputText, dimensions = 1024, normalize = true, embeddingTypes = ['float'] } = request;
		const inputTokens = checkText(inputText);
		if (isFirst) {
			return {
				json: { embedding: vectorOf(inputText, 1536).map(scaled), inputTextTokenCount: inputTokens },
				inputTokens,
			};
		}
		const whole = vectorOf(inputText, dimensions);
		const embedding = normalize ? normalized(whole) : whole.map(scaled);
		const embeddingsByType: JsonObject = {
			...(embeddingTypes.includes('float') && { float: embedding }),
			...(embeddingTypes.includes('binary') && { binary: toBits(embedding) }),
		};
		return { json: { embedding, embeddingsByType, inputTextTokenCount: inputTokens }, inputTokens };
	},
};

/** Counts a text's tokens; refuses one that is too long (public issues quote both texts; unverified: the second's status). */
function checkText(inputText: string): number {
	if (inputText.length > MOST_CHARACTERS) {
		throw malformed([`expected maxLength: ${MOST_CHARACTERS}, actual: ${inputText.length}`]);
	}
	const tokens = countTokens(inputText);
	if (tokens > MOST_TOKENS) {
		throw invalid(
			`400 Bad Request: Too many input tokens. Max input tokens: ${MOST_TOKENS}, request input token count: ${tokens} `,
		);
	}
	return tokens;
}

/** Some length that is not 1. */
function scaled(value: number): number {
	return rounded(value / 16);
}
