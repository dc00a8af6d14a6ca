import {
	ConverseCommand,
	ConverseStreamCommand,
	CountTokensCommand,
	InvokeModelCommand,
	InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { catalogue } from '../../../src/shared/catalogue.ts';
import { isEmbedding } from '../../../src/shared/model/family.ts';
import { chunksOf, collect, practiceClient, transports } from './support/practice-client.ts';

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterAll(() => server.close());

const QUESTION = '日本の首都は?';
const any = expect.any(Number);

/** A question in each family's own body, the models that take it, and where the answer is. */
const natives = [
	{
		family: 'claude-messages',
		modelId: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
		body: {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 500,
			messages: [{ role: 'user', content: QUESTION }],
		},
	},
	{
		family: 'claude-messages',
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		body: {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 500,
			system: [{ type: 'text', text: '短く' }],
			messages: [{ role: 'user', content: [{ type: 'text', text: QUESTION }] }],
		},
	},
	{
		family: 'claude-text',
		modelId: 'anthropic.claude-v2:1',
		body: { prompt: `\n\nHuman: ${QUESTION}\n\nAssistant:`, max_tokens_to_sample: 500 },
	},
	{
		family: 'titan-text',
		modelId: 'amazon.titan-text-express-v1',
		body: { inputText: `User: ${QUESTION}\nBot:`, textGenerationConfig: { maxTokenCount: 500 } },
	},
	{
		family: 'nova',
		modelId: 'amazon.nova-lite-v1:0',
		body: {
			schemaVersion: 'messages-v1',
			messages: [{ role: 'user', content: [{ text: QUESTION }] }],
			inferenceConfig: { maxTokens: 500 },
		},
	},
] as const;

function textOf(family: string, json: unknown): string {
	const response = json as {
		content: { text: string }[];
		completion: string;
		results: { outputText: string }[];
		output: { message: { content: { text: string }[] } };
	};
	switch (family) {
		case 'claude-messages':
			return response.content[0]?.text ?? '';
		case 'claude-text':
			return response.completion;
		case 'titan-text':
			return response.results[0]?.outputText ?? '';
		default:
			return response.output.message.content[0]?.text ?? '';
	}
}

function deltaOf(family: string, json: unknown): string {
	const chunk = json as {
		delta?: { text?: string };
		completion: string;
		outputText: string;
		contentBlockDelta?: { delta: { text: string } };
	};
	switch (family) {
		case 'claude-messages':
			return chunk.delta?.text ?? '';
		case 'claude-text':
			return chunk.completion;
		case 'titan-text':
			return chunk.outputText;
		default:
			return chunk.contentBlockDelta?.delta.text ?? '';
	}
}

describe.each(transports)('the unmodified SDK over %s', (transport) => {
	it.each(catalogue.filter(({ family, streaming }) => !isEmbedding(family) && streaming).map(({ id }) => id))(
		'converses with %s',
		async (id) => {
			const model = catalogue.find((entry) => entry.id === id);
			const modelId = model?.onDemand ? id : `${model?.profiles[0]}.${id}`;
			const client = practiceClient(server, transport);
			const request = {
				modelId,
				messages: [{ role: 'user' as const, content: [{ text: QUESTION }] }],
				inferenceConfig: { maxTokens: 2000 },
			};
			const whole = await client.send(new ConverseCommand(request));
			const { $metadata, stream } = await client.send(new ConverseStreamCommand(request));
			const events = await collect(stream);
			client.destroy();

			const blocks = whole.output?.message?.content ?? [];
			const text = blocks.at(-1)?.text ?? '';
			expect(text).toContain(`> ${QUESTION}`);
			expect(text).toContain(`| オペレーション | \`Converse\` |`);
			const streamed = events.map((event) => event.contentBlockDelta?.delta?.text ?? '').join('');
			expect(streamed).toBe(text.replace('`Converse`', '`ConverseStream`'));

			expect(events.map((event) => Object.keys(event)[0]).filter((name) => name !== 'contentBlockDelta')).toEqual([
				'messageStart',
				...blocks.map(() => 'contentBlockStop'),
				'messageStop',
				'metadata',
			]);
			const usage = events.at(-1)?.metadata?.usage;
			expect(usage?.outputTokens).toBe(events.length - 3 - blocks.length);
			expect(usage?.inputTokens).toBe(whole.usage?.inputTokens);
			expect(whole.stopReason).toBe('end_turn');
			expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
		},
	);

	it.each(natives)('invokes $modelId with the body of $family', async ({ family, modelId, body }) => {
		const client = practiceClient(server, transport);
		const request = {
			modelId,
			contentType: 'application/json',
			accept: 'application/json',
			body: JSON.stringify(body),
		};
		const whole = await client.send(new InvokeModelCommand(request));
		const response: unknown = JSON.parse(new TextDecoder().decode(whole.body));
		const streaming = await client.send(new InvokeModelWithResponseStreamCommand(request));
		const chunks = await chunksOf(streaming.body);
		client.destroy();

		expect(whole.contentType).toBe('application/json');
		expect(streaming.contentType).toBe('application/json');
		const text = textOf(family, response);
		expect(text).toContain(`| 本文の形式 | \`${family}\` |`);
		expect(chunks.map((chunk) => deltaOf(family, chunk)).join('')).toBe(
			text.replace('`InvokeModel`', '`InvokeModelWithResponseStream`'),
		);
		const metrics = (chunks.at(-1) as Record<string, unknown>)['amazon-bedrock-invocationMetrics'];
		expect(metrics).toMatchObject({
			inputTokenCount: any,
			outputTokenCount: chunks.filter((chunk) => deltaOf(family, chunk) !== '').length,
			invocationLatency: any,
			firstByteLatency: any,
		});
	});

	it('takes the Messages body on Claude 2', async () => {
		const client = practiceClient(server, transport);
		const body = natives[0].body;
		const { body: bytes } = await client.send(
			new InvokeModelCommand({
				modelId: 'anthropic.claude-v2',
				contentType: 'application/json',
				body: JSON.stringify(body),
			}),
		);
		client.destroy();
		expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ type: 'message', model: 'claude-v2' });
	});

	it('finds the model of an ARN', async () => {
		const client = practiceClient(server, transport);
		for (const modelId of [
			'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0',
			'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5-5',
		]) {
			const answer = await client.send(
				new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: 'Hello' }] }] }),
			);
			expect(answer.output?.message?.content?.[0]?.text).toContain(`| Model | \`${modelId}\` |`);
		}
		client.destroy();
	});

	it('counts the tokens that the call itself reports', async () => {
		const client = practiceClient(server, transport);
		const messages = [{ role: 'user' as const, content: [{ text: `Hello, ${QUESTION}` }] }];
		const system = [{ text: 'Answer briefly.' }];
		const modelId = 'anthropic.claude-haiku-4-5-20251001-v1:0';
		const counted = await client.send(new CountTokensCommand({ modelId, input: { converse: { messages, system } } }));
		const called = await client.send(new ConverseCommand({ modelId: `us.${modelId}`, messages, system }));
		const body = new TextEncoder().encode(JSON.stringify(natives[0].body));
		const invoked = await client.send(new CountTokensCommand({ modelId, input: { invokeModel: { body } } }));
		client.destroy();
		expect(counted.inputTokens).toBe(called.usage?.inputTokens);
		expect(counted.inputTokens).toBe(13);
		expect(invoked.inputTokens).toBe(7);
	});

	it('accepts its API key in place of a signature', async () => {
		const client = practiceClient(server, transport, {
			token: { token: server.apiKey },
			authSchemePreference: ['httpBearerAuth'],
		});
		const exchanges: PracticeExchange[] = [];
		const unsubscribe = server.onExchange((exchange) => exchanges.push(exchange));
		const { stopReason } = await client.send(
			new ConverseCommand({ modelId: 'anthropic.claude-v2', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] }),
		);
		unsubscribe();
		client.destroy();
		expect(stopReason).toBe('end_turn');
		const sent = exchanges[0]?.requestHeaders.find(([name]) => name.toLowerCase() === 'authorization');
		expect(sent?.[1]).toBe(`Bearer ${server.apiKey}`);
		expect(exchanges[0]?.httpVersion).toBe(transport === 'http/2' ? '2' : '1.1');
	});
});
