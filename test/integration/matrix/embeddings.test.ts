import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { familyOf } from '../../../src/shared/catalogue.ts';
import { families, isEmbedding } from '../../../src/shared/model/family.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { checkCapture } from './check-call.ts';
import type { Bench } from './run-cell.ts';
import { keptCall, openBench } from './run-cell.ts';
import type { Body } from './scenarios.ts';

/** What models of embeddings are sent and answer (bedrock-facts.md, 2): texts in, vectors out, by InvokeModel alone. */

const TEXT = '猫が好きです 🐈';

interface Model {
	readonly family: 'titan-embed' | 'cohere-embed';
	readonly modelId: string;
	readonly body: Body;
	readonly dimensions: number;
	/** The vector in the response. */
	readonly vectorOf: (response: never) => readonly number[];
	/** Tokens of the text; null: neither body nor headers tell any. */
	readonly tokens: number | null;
}

const titan = {
	family: 'titan-embed',
	body: { inputText: '猫が好きです 🐈' },
	vectorOf: ({ embedding }: { embedding: number[] }) => embedding,
	tokens: 7,
} as const;
const cohere = {
	family: 'cohere-embed',
	body: { texts: ['猫が好きです 🐈'], input_type: 'search_document' },
	vectorOf: ({ embeddings: [first] }: { embeddings: [number[]] }) => first,
	tokens: null,
} as const;
const models: readonly Model[] = [
	{ ...titan, modelId: 'amazon.titan-embed-text-v1', dimensions: 1536 },
	{ ...titan, modelId: 'amazon.titan-embed-text-v2:0', dimensions: 1024 },
	{ ...cohere, modelId: 'cohere.embed-multilingual-v3', dimensions: 1024 },
	{ ...cohere, modelId: 'cohere.embed-v4:0', dimensions: 1536 },
];

const chat = "This action doesn't support the model that you provided. Try again with a supported text or chat model.";
const talk = {
	messages: [{ role: 'user', content: [{ text: '猫が好きです 🐈' }] }],
	inferenceConfig: { maxTokens: 50 },
};
/** The other operations are asked all the same, and refused. */
const refusals = [
	['Converse', chat],
	['ConverseStream', chat],
	['InvokeModelWithResponseStream', 'The model is unsupported for streaming'],
] as const;

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

async function call(modelId: string, operation: Operation) {
	const { client } = bench.app;
	const settings = { modelId, operation, maxTokens: 50 };
	const { id } = await client.conversations.create({ settings });
	const { id: turnId } = await client.turns.start({ conversationId: id, text: TEXT });
	return keptCall(bench, turnId);
}

describe.each(models)('$modelId', (model) => {
	const { modelId, family, body } = model;

	test('InvokeModel: a text in, a vector out', async () => {
		const made = await call(modelId, 'InvokeModel');
		await checkCapture(bench, made, model, 'InvokeModel');
		expect(made.body).toStrictEqual(body);
		expect(Buffer.from(made.practice.requestBody).toString('utf8')).toContain(TEXT);
		expect([made.turn.state, made.turn.failure, made.exchange.stopReason]).toEqual(['complete', null, null]);
		const values = model.vectorOf(JSON.parse(Buffer.from(made.practice.responseBody).toString('utf8')) as never);
		expect(values).toHaveLength(model.dimensions);
		expect(made.turn.answer?.content).toEqual([{ type: 'embedding', text: TEXT, values }]);
		const told = made.exchange.attempts[0]?.response?.headers ?? [];
		const header = told.find(([name]) => name.toLowerCase() === 'x-amzn-bedrock-input-token-count')?.[1];
		expect([made.exchange.usage?.inputTokens ?? null, header === undefined ? null : Number(header)]).toEqual([
			model.tokens,
			model.tokens,
		]);
	});

	test.each(refusals)('%s is refused', async (operation, words) => {
		const made = await call(modelId, operation);
		await checkCapture(bench, made, model, operation);
		expect(made.body).toStrictEqual(operation === 'InvokeModelWithResponseStream' ? body : talk);
		expect(made.turn).toMatchObject({
			state: 'failed',
			answer: null,
			failure: { type: 'ValidationException', message: words, status: 400 },
		});
		expect(made.exchange.family).toBe(operation === 'InvokeModelWithResponseStream' ? family : null);
	});
});

test('every family of embeddings is there', () => {
	expect(new Set(models.map(({ family }) => family))).toEqual(new Set(families.filter(isEmbedding)));
	expect(models.map(({ modelId }) => familyOf(modelId))).toEqual(models.map(({ family }) => family));
});
