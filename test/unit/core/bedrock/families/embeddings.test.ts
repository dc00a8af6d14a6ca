import { expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { embeddingQuestion, embeddingRest, embeds } from '../../../../../src/main/core/bedrock/embedding-question.ts';
import { cohereEmbed } from '../../../../../src/main/core/bedrock/families/cohere-embed.ts';
import type { FamilyCodec } from '../../../../../src/main/core/bedrock/families/family-codec.ts';
import { titanEmbed } from '../../../../../src/main/core/bedrock/families/titan-embed.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

const question = embeddingQuestion(textMessage('user', '猫\n犬\n\n雨'));

function bodyOf(codec: FamilyCodec, messages: readonly ChatMessage[]): object {
	const settings = { ...defaultRequestSettings, system: 'Be brief.', temperature: 0.5, stopSequences: ['a'] };
	return codec.toBody({ settings, messages, body: null });
}

test('Titan is sent one text, Cohere all, and neither a setting of a talk', () => {
	expect(bodyOf(titanEmbed, [question])).toEqual({ inputText: '猫' });
	expect(bodyOf(cohereEmbed, [question])).toEqual({ texts: ['猫', '犬', '雨'], input_type: 'search_document' });
	const many = textMessage('user', ...Array.from({ length: 100 }, (_, at) => `text ${at}`));
	expect(bodyOf(cohereEmbed, [many])).toMatchObject({ texts: { length: 96, 95: 'text 95' } });
	expect(bodyOf(titanEmbed, [])).toEqual({ inputText: '' });
});

test('what has its vector is not sent again', () => {
	const one = { type: 'embedding', text: '猫', values: [1] } as const;
	expect(embeddingRest([question], [{ ...one, values: [1] }])).toEqual([textMessage('user', '犬', '雨')]);
	expect(embeddingRest([question], [])).toEqual([question]);
});

test.each([
	['InvokeModel', 'amazon.titan-embed-text-v2:0', true],
	['InvokeModel', 'cohere.embed-english-v4', true],
	['Converse', 'amazon.titan-embed-text-v2:0', false],
	['InvokeModel', 'amazon.titan-text-express-v1', false],
	['InvokeModel', 'example.new-model-v1:0', false],
] as const)('%s of %s makes vectors: %s', (operation, modelId, expected) => {
	expect(embeds({ operation, modelId })).toBe(expected);
});

test.each([
	['Titan Text Embeddings', { embedding: [0.5, -0.25], inputTextTokenCount: 3 }],
	[
		'Titan Text Embeddings V2',
		{
			embedding: [0.5, -0.25],
			embeddingsByType: { float: [0.5, -0.25], binary: [1, 0] },
			inputTextTokenCount: 3,
		},
	],
])('a vector of %s is read, with its text and its tokens', (_, response) => {
	expect(titanEmbed.fromResponse(response, { inputText: '猫' })).toEqual({
		parts: [{ type: 'embedding', text: '猫', values: [0.5, -0.25] }],
		usage: { inputTokens: 3, outputTokens: 0 },
		stopReason: null,
		closes: true,
	});
});

const rest = { id: 'a', texts: ['cat', 'dog'] };

test.each([
	['lists', [[0.5], [0.25]], [[0.5], [0.25]]],
	['floats', { float: [[0.5], [0.25]], int8: [[1], [2]] }, [[0.5], [0.25]]],
	['whole numbers', { int8: [[-127], [2]], ubinary: [[255], [0]] }, [[-127], [2]]],
	[
		'unsigned ones',
		{
			uint8: [
				[0, 128],
				[255, 1],
			],
		},
		[
			[-128, 0],
			[127, -127],
		],
	],
	[
		'bits',
		{ ubinary: [[0b1010_0001], [0]] },
		[
			[1, -1, 1, -1, -1, -1, -1, 1],
			[-1, -1, -1, -1, -1, -1, -1, -1],
		],
	],
	[
		'bits in signed bytes',
		{ binary: [[0b1010_0001 - 128], [-128]] },
		[
			[1, -1, 1, -1, -1, -1, -1, 1],
			[-1, -1, -1, -1, -1, -1, -1, -1],
		],
	],
	['nothing that is known', { int4: [[1]] }, []],
])('vectors of Cohere are read from %s', (_, embeddings, values) => {
	const sent = { texts: ['Cat', 'Dog'], input_type: 'search_document' };
	const response = { ...rest, response_type: 'embeddings_by_type', embeddings };
	const texts = (names: readonly string[]) =>
		values.map((one, at) => ({ type: 'embedding', text: names[at], values: one }));
	expect(cohereEmbed.fromResponse(response, sent)).toEqual({
		parts: texts(sent.texts),
		usage: {},
		stopReason: null,
		closes: true,
	});
	expect(cohereEmbed.fromResponse(response)?.parts).toEqual(texts(rest.texts));
});

test('what is no such answer is not taken for one', () => {
	for (const other of [null, [], { message: 'Too many requests' }, { embedding: 'a' }, { embeddings: [[1]] }]) {
		expect(titanEmbed.fromResponse(other)).toBeNull();
		expect(cohereEmbed.fromResponse(other)).toBeNull();
	}
	expect(titanEmbed.fromResponse({ ...rest, response_type: 'embeddings_floats', embeddings: [[1]] })).toBeNull();
	expect(cohereEmbed.fromResponse({ embedding: [1], inputTextTokenCount: 1 })).toBeNull();
});
