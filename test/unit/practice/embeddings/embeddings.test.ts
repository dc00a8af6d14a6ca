import { describe, expect, test } from 'vitest';
import { vectorOf } from '../../../../src/main/practice/embeddings/vector.ts';
import { findEmbedding } from '../../../../src/main/practice/families/find-family.ts';
import type { JsonObject } from '../../../../src/main/practice/json.ts';
import { Refusal } from '../../../../src/main/practice/refusal.ts';
import { cosine, norm } from '../../../../src/renderer/chat/blocks/vectors.ts';
import { findModel } from '../../../../src/shared/catalogue.ts';

const TITAN = 'amazon.titan-embed-text-v2:0';
const COHERE = 'cohere.embed-multilingual-v3';
const COHERE_4 = 'cohere.embed-v4:0';

function answer(id: string, body: JsonObject) {
	const model = findModel(id);
	const family = model === null ? null : findEmbedding(model);
	if (model === null || family === null) throw new Error(`The catalogue has lost ${id}.`);
	return family.answer(body, model);
}

function refusalOf(id: string, body: JsonObject): string {
	try {
		answer(id, body);
	} catch (error) {
		if (error instanceof Refusal) return error.message;
		throw error;
	}
	return '';
}

const malformed = (what: string) => `Malformed input request: ${what}, please reformat your input and try again.`;

describe('texts that look alike are near to each other', () => {
	test.each([
		['猫が好きです。', '猫が大好きです。', '株価が下がりました。'],
		['I like cats.', 'I like black cats.', 'The quarterly revenue fell.'],
	])('%s is nearer to %s than to %s', (text, like, unlike) => {
		const [one, near, far] = [text, like, unlike].map((words) => vectorOf(words, 1024));
		expect(cosine(one ?? [], near ?? [])).toBeGreaterThan(0.5);
		expect(cosine(one ?? [], far ?? [])).toBeLessThan(0.3);
	});

	test('case, width and white space count for nothing, and the same text is the same vector', () => {
		expect(vectorOf('Ｃａｔ  and\ndog ', 256)).toEqual(vectorOf('cat and dog', 256));
		expect(cosine(vectorOf('cat', 256), vectorOf('cat', 256))).toBeCloseTo(1, 12);
	});
});

describe('Titan', () => {
	test('gives V2 a length of 1 as long as it is not told otherwise, and as many dimensions as are asked for', () => {
		const { json, inputTokens } = answer(TITAN, { inputText: '猫が好き' });
		const embedding = json['embedding'] as number[];
		expect([embedding.length, inputTokens, json['inputTextTokenCount']]).toEqual([1024, 4, 4]);
		expect(norm(embedding)).toBeCloseTo(1, 6);
		expect(json['embeddingsByType']).toEqual({ float: embedding });
		const raw = answer(TITAN, { inputText: '猫が好き', dimensions: 256, normalize: false }).json;
		expect((raw['embedding'] as number[]).length).toBe(256);
		expect(norm(raw['embedding'] as number[])).not.toBeCloseTo(1, 1);
	});

	test('gives bits beside the floats', () => {
		const { json } = answer(TITAN, { inputText: 'a', dimensions: 256, embeddingTypes: ['binary'] });
		const embedding = json['embedding'] as number[];
		expect(json['embeddingsByType']).toEqual({ binary: embedding.map((value) => (value > 0 ? 1 : 0)) });
	});

	test('has 1,536 dimensions in its first version, which takes nothing but the text', () => {
		const { json } = answer('amazon.titan-embed-text-v1', { inputText: 'a' });
		expect(Object.keys(json)).toEqual(['embedding', 'inputTextTokenCount']);
		expect(json['embedding']).toHaveLength(1536);
		expect(refusalOf('amazon.titan-embed-text-v1', { inputText: 'a', dimensions: 256 })).toBe(
			malformed('#: extraneous key [dimensions] is not permitted'),
		);
	});

	test.each([
		['no text', {}, malformed('#: required key [inputText] not found')],
		['an empty one', { inputText: '' }, malformed('#/inputText: expected minLength: 1, actual: 0')],
		['a list', { inputText: ['a'] }, malformed('#/inputText: expected type: String, found: JSONArray')],
		['other dimensions', { inputText: 'a', dimensions: 300 }, malformed('#/dimensions: 300 is not a valid enum value')],
		['50,001 characters', { inputText: 'a'.repeat(50_001) }, malformed('expected maxLength: 50000, actual: 50001')],
		[
			'8,193 tokens',
			{ inputText: '猫'.repeat(8193) },
			'400 Bad Request: Too many input tokens. Max input tokens: 8192, request input token count: 8193 ',
		],
	])('refuses %s', (_, body, message) => {
		expect(refusalOf(TITAN, body)).toBe(message);
	});
});

describe('Cohere', () => {
	const body = { texts: ['猫', '犬'], input_type: 'search_document' };

	test('gives lists of floats of length 1, and tells no tokens', () => {
		const { json, inputTokens } = answer(COHERE, body);
		const embeddings = json['embeddings'] as number[][];
		expect(json).toMatchObject({ response_type: 'embeddings_floats', texts: ['猫', '犬'] });
		expect([embeddings.map(({ length }) => length), inputTokens]).toEqual([[1024, 1024], null]);
		expect(norm(embeddings[0] ?? [])).toBeCloseTo(1, 6);
		expect((answer(COHERE_4, body).json['embeddings'] as number[][])[0]).toHaveLength(1536);
	});

	test('gives the types and dimensions that are asked for', () => {
		const embedding_types = ['float', 'int8', 'uint8', 'binary', 'ubinary'];
		const { json } = answer(COHERE_4, { ...body, texts: ['猫'], embedding_types, output_dimension: 256 });
		const { float, int8, uint8, binary, ubinary } = json['embeddings'] as Record<string, number[][]>;
		expect(json['response_type']).toBe('embeddings_by_type');
		expect([float, int8, uint8, binary, ubinary].map((of) => of?.[0]?.length)).toEqual([256, 256, 256, 32, 32]);
		expect(cosine(float?.[0] ?? [], int8?.[0] ?? [])).toBeGreaterThan(0.99);
		expect(uint8?.[0]).toEqual(int8?.[0]?.map((value) => value + 128));
		expect(binary?.[0]).toEqual(ubinary?.[0]?.map((value) => value - 128));
		const first = float?.[0]?.slice(0, 8).map((value) => (value > 0 ? '1' : '0'));
		expect(ubinary?.[0]?.[0]).toBe(Number.parseInt(first?.join('') ?? '', 2));
	});

	test.each([
		['no type of input', COHERE, { texts: ['a'] }, malformed('#: required key [input_type] not found')],
		[
			'97 texts',
			COHERE,
			{ ...body, texts: Array.from({ length: 97 }, () => 'a') },
			malformed('#/texts: expected maximum item count: 96, found: 97'),
		],
		[
			'a text of 2,049 characters',
			COHERE,
			{ ...body, texts: ['a'.repeat(2049)] },
			malformed('#/texts/0: expected maxLength: 2048, actual: 2049'),
		],
		[
			'dimensions of v4',
			COHERE,
			{ ...body, output_dimension: 256 },
			malformed('#: extraneous key [output_dimension] is not permitted'),
		],
		[
			'dimensions that there are not',
			COHERE_4,
			{ ...body, output_dimension: 100 },
			malformed('#/output_dimension: 100 is not a valid enum value'),
		],
		[
			'pictures',
			COHERE_4,
			{ input_type: 'search_document', images: ['data:'] },
			'The practice endpoint makes vectors of texts alone.',
		],
		['no text at all', COHERE, { ...body, texts: [] }, 'invalid request: valid texts or images must be provided'],
		[
			'a text of too many tokens',
			COHERE,
			{ ...body, texts: ['猫', '猫'.repeat(513)] },
			'invalid request: text at index 1 is longer than the maximum of 512 tokens',
		],
	])('refuses %s', (_, id, request, message) => {
		expect(refusalOf(id, request)).toBe(message);
	});

	test('leaves out the end of a long text where it may', () => {
		expect(refusalOf(COHERE, { ...body, texts: ['猫'.repeat(513)], truncate: 'END' })).toBe('');
	});
});
