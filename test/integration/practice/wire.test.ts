import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { collect, practiceClient, transports } from './support/practice-client.ts';
import { http2Post, rawPost } from './support/raw-call.ts';

const codec = new EventStreamCodec(toUtf8, fromUtf8);
const PADDING = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterAll(() => server.close());

interface DecodedFrame {
	readonly headers: readonly string[];
	readonly payload: string;
}

/** Cuts bytes at the frames' own lengths and decodes them, which checks both checksums. */
function framesOf(bytes: Uint8Array): DecodedFrame[] {
	const frames: DecodedFrame[] = [];
	for (let offset = 0; offset < bytes.length; ) {
		const length = new DataView(bytes.buffer, bytes.byteOffset + offset).getUint32(0);
		const { headers, body } = codec.decode(bytes.subarray(offset, offset + length));
		frames.push({
			headers: Object.entries(headers).map(([name, { value }]) => `${name}=${String(value)}`),
			payload: new TextDecoder().decode(body),
		});
		offset += length;
	}
	return frames;
}

/** A payload without its padding, which must be a beginning of the known alphabet. */
function unpadded(payload: string): string {
	const p = /"p":"([a-zA-Z0-9]*)"/.exec(payload)?.[1] ?? '';
	expect(p.length).toBeGreaterThanOrEqual(2);
	expect(PADDING.startsWith(p)).toBe(true);
	return payload.replace(/,"p":"[a-zA-Z0-9]*"|"p":"[a-zA-Z0-9]*",/, '');
}

describe('ConverseStream on the wire', () => {
	const path = '/model/us.anthropic.claude-sonnet-4-6/converse-stream';
	const body = JSON.stringify({
		messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
		inferenceConfig: { maxTokens: 2 },
	});

	it('sends the recorded events with the recorded headers, keys in alphabetical order', async () => {
		const { status, headers, bytes } = await rawPost(server, path, body);
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('application/vnd.amazon.eventstream');
		expect(headers.get('transfer-encoding')).toBe('chunked');
		expect(headers.get('x-amzn-requestid')).toMatch(UUID);
		expect(headers.has('keep-alive')).toBe(false);
		expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
		const frames = framesOf(bytes);
		const types = [
			'messageStart',
			'contentBlockDelta',
			'contentBlockDelta',
			'contentBlockStop',
			'messageStop',
			'metadata',
		];
		expect(frames.map((frame) => frame.headers)).toEqual(
			types.map((type) => [`:event-type=${type}`, ':content-type=application/json', ':message-type=event']),
		);
		expect(frames.map(({ payload }) => unpadded(payload).replace(/"latencyMs":\d+/, '"latencyMs":1'))).toEqual([
			'{"role":"assistant"}',
			'{"contentBlockIndex":0,"delta":{"text":"#"}}',
			'{"contentBlockIndex":0,"delta":{"text":"#"}}',
			'{"contentBlockIndex":0}',
			'{"additionalModelResponseFields":{"delta":{"stop_sequence":null}},"stopReason":"max_tokens"}',
			'{"metrics":{"latencyMs":1},"usage":{"inputTokens":1,"outputTokens":2,"serverToolUsage":{},"totalTokens":3}}',
		]);
		expect(frames[1]?.payload).toMatch(/^\{"contentBlockIndex":0,"delta":\{"text":"#"\},"p":"abc?[a-zA-Z0-9]*"\}$/);
		expect(frames[0]?.payload).toMatch(/^\{"p":"abc?[a-zA-Z0-9]*","role":"assistant"\}$/);
	});

	it('leaves out what Claude 5 leaves out', async () => {
		const { bytes } = await rawPost(server, '/model/us.anthropic.claude-sonnet-5/converse-stream', body);
		expect(unpadded(framesOf(bytes).at(-2)?.payload ?? '')).toBe('{"stopReason":"max_tokens"}');
	});

	it('is the same over HTTP/2 with prior knowledge', async () => {
		const { headers, bytes } = await http2Post(server, path, body);
		expect(headers).toMatchObject({
			':status': 200,
			'content-type': 'application/vnd.amazon.eventstream',
			'x-amzn-requestid': expect.stringMatching(UUID),
		});
		expect(headers['transfer-encoding']).toBeUndefined();
		const deltas = framesOf(bytes).filter(({ headers: [type] }) => type === ':event-type=contentBlockDelta');
		expect(deltas).toHaveLength(2);
	});
});

/** A short call in each native body, and its streamed chunks without their metrics. */
const nativeStreams = [
	{
		modelId: 'anthropic.claude-3-haiku-20240307-v1%3A0',
		body: {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 2,
			messages: [{ role: 'user', content: 'Hello' }],
		},
		chunks: [
			'{"type":"message_start","message":{"id":"ID","type":"message","role":"assistant","model":"claude-3-haiku-20240307","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}',
			'{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}',
			'{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"#"}}',
			'{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"#"}}',
			'{"type":"content_block_stop","index":0}',
			'{"type":"message_delta","delta":{"stop_reason":"max_tokens","stop_sequence":null},"usage":{"output_tokens":2}}',
			'{"type":"message_stop"METRICS}',
		],
	},
	{
		modelId: 'anthropic.claude-v2',
		body: { prompt: '\n\nHuman: Hello\n\nAssistant:', max_tokens_to_sample: 2 },
		chunks: [
			'{"completion":" #","stop_reason":null,"stop":null}',
			'{"completion":"#","stop_reason":"max_tokens","stop":nullMETRICS}',
		],
	},
	{
		modelId: 'amazon.titan-text-express-v1',
		body: { inputText: 'Hello', textGenerationConfig: { maxTokenCount: 3 } },
		chunks: [
			'{"outputText":"\\n","index":0,"totalOutputTextTokenCount":null,"completionReason":null,"inputTextTokenCount":1}',
			'{"outputText":"#","index":0,"totalOutputTextTokenCount":null,"completionReason":null,"inputTextTokenCount":null}',
			'{"outputText":"#","index":0,"totalOutputTextTokenCount":3,"completionReason":"LENGTH","inputTextTokenCount":1METRICS}',
		],
	},
	{
		modelId: 'amazon.nova-lite-v1%3A0',
		body: { messages: [{ role: 'user', content: [{ text: 'Hello' }] }], inferenceConfig: { max_new_tokens: 2 } },
		chunks: [
			'{"messageStart":{"role":"assistant"}}',
			'{"contentBlockDelta":{"delta":{"text":"#"},"contentBlockIndex":0}}',
			'{"contentBlockStop":{"contentBlockIndex":0}}',
			'{"contentBlockDelta":{"delta":{"text":"#"},"contentBlockIndex":1}}',
			'{"contentBlockStop":{"contentBlockIndex":1}}',
			'{"messageStop":{"stopReason":"max_tokens"}}',
			'{"metadata":{"usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3,"cacheReadInputTokenCount":0,"cacheWriteInputTokenCount":0},"metrics":{},"trace":{}}METRICS}',
		],
	},
];

describe('InvokeModelWithResponseStream on the wire', () => {
	it.each(nativeStreams)('streams the chunks of $modelId', async ({ modelId, body, chunks }) => {
		const path = `/model/${modelId}/invoke-with-response-stream`;
		const { headers, bytes } = await rawPost(server, path, JSON.stringify(body));
		expect(headers.get('x-amzn-bedrock-content-type')).toBe('application/json');
		expect(headers.get('x-amzn-bedrock-input-token-count')).toBeNull();
		const frames = framesOf(bytes);
		expect(new Set(frames.map((frame) => frame.headers[0]))).toEqual(new Set([':event-type=chunk']));
		const jsons = frames.map(({ payload }) => {
			expect(payload).toMatch(/^\{"bytes":"[A-Za-z0-9+/=]+","p":"[a-zA-Z0-9]+"\}$/);
			const { bytes: base64 } = JSON.parse(payload) as { bytes: string };
			return Buffer.from(base64, 'base64').toString();
		});
		const metrics =
			/,"amazon-bedrock-invocationMetrics":\{"inputTokenCount":\d+,"outputTokenCount":\d+,"invocationLatency":\d+,"firstByteLatency":\d+(,"cacheReadInputTokenCount":0,"cacheWriteInputTokenCount":0)?\}/;
		expect(jsons.map((json) => json.replace(metrics, 'METRICS').replace(/"msg_bdrk_01[0-9a-f]{22}"/, '"ID"'))).toEqual(
			chunks,
		);
	});
});

describe('responses that do not stream', () => {
	it('have their usage in the body with Converse', async () => {
		const body = JSON.stringify({
			messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
			inferenceConfig: { maxTokens: 2 },
		});
		const { headers, text } = await rawPost(server, '/model/us.anthropic.claude-sonnet-4-6/converse', body);
		expect(text.replace(/"latencyMs":\d+/, '"latencyMs":1')).toBe(
			'{"metrics":{"latencyMs":1},"output":{"message":{"content":[{"text":"##"}],"role":"assistant"}},"stopReason":"max_tokens","usage":{"cacheReadInputTokenCount":0,"cacheReadInputTokens":0,"cacheWriteInputTokenCount":0,"cacheWriteInputTokens":0,"inputTokens":1,"outputTokens":2,"serverToolUsage":{},"totalTokens":3}}',
		);
		expect(headers.get('content-length')).toBe(String(text.length));
		expect(headers.get('x-amzn-bedrock-input-token-count')).toBeNull();
	});

	it.each([
		['anthropic.claude-3-haiku-20240307-v1%3A0', '{"additionalModelResponseFields":{"stop_sequence":"Hello"},'],
		['amazon.nova-micro-v1%3A0', '{"metrics":'],
	])('have the field of the native response that was asked for (%s)', async (modelId, start) => {
		const body = JSON.stringify({
			messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
			inferenceConfig: { stopSequences: ['Hello'] },
			additionalModelResponseFieldPaths: ['/stop_sequence'],
		});
		const { text } = await rawPost(server, `/model/${modelId}/converse`, body);
		expect(text.slice(0, start.length)).toBe(start);
		expect(text).toContain('"content":[{"text":"## "}]');
		expect(text).toContain('"stopReason":"stop_sequence"');
	});

	it('have it in headers, too, with InvokeModel', async () => {
		const body = JSON.stringify({ inputText: 'Hello', textGenerationConfig: { maxTokenCount: 3 } });
		const titan = await rawPost(server, '/model/amazon.titan-text-express-v1/invoke', body);
		expect(titan.text).toBe(
			'{"inputTextTokenCount":1,"results":[{"tokenCount":3,"outputText":"\\n##","completionReason":"LENGTH"}]}',
		);
		expect(titan.headers.get('x-amzn-bedrock-input-token-count')).toBe('1');
		expect(titan.headers.get('x-amzn-bedrock-output-token-count')).toBe('3');
		expect(titan.headers.get('x-amzn-bedrock-invocation-latency')).toMatch(/^[1-9]\d*$/);
		expect(titan.headers.get('x-amzn-bedrock-cache-read-input-token-count')).toBeNull();
		const message = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'Hello' }] }] });
		const nova = await rawPost(server, '/model/amazon.nova-micro-v1%3A0/invoke', message);
		expect(nova.headers.get('x-amzn-bedrock-cache-read-input-token-count')).toBe('0');
		expect(nova.headers.get('x-amzn-bedrock-cache-write-input-token-count')).toBe('0');
	});
});

describe('onExchange', () => {
	it.each(transports)('tells the bytes of both bodies over %s', async (transport) => {
		const exchanges: PracticeExchange[] = [];
		const told = Promise.withResolvers<void>();
		const unsubscribe = server.onExchange((exchange) => {
			exchanges.push(exchange);
			told.resolve();
		});
		const client = practiceClient(server, transport);
		const { $metadata, stream } = await client.send(
			new ConverseStreamCommand({
				modelId: 'amazon.nova-micro-v1:0',
				messages: [{ role: 'user', content: [{ text: '富士山🗻' }] }],
			}),
		);
		const events = await collect(stream);
		await told.promise;
		client.destroy();
		unsubscribe();
		await rawPost(server, '/model/anthropic.claude-v2/converse', '{}');

		expect(exchanges).toHaveLength(1);
		const [exchange] = exchanges;
		expect(exchange).toMatchObject({
			method: 'POST',
			rawPath: '/model/amazon.nova-micro-v1%3A0/converse-stream',
			status: 200,
			complete: true,
			requestId: $metadata.requestId,
			httpVersion: transport === 'http/2' ? '2' : '1.1',
		});
		expect(new TextDecoder().decode(exchange?.requestBody)).toBe(
			'{"messages":[{"role":"user","content":[{"text":"富士山🗻"}]}]}',
		);
		expect(framesOf(exchange?.responseBody ?? new Uint8Array())).toHaveLength(events.length);
		const names = exchange?.requestHeaders.map(([name]) => name);
		expect(names).toContain(transport === 'http/2' ? ':authority' : 'host');
	});
});

describe('the port', () => {
	it('answers an unknown path as Bedrock does', async () => {
		for (const path of [
			'/',
			'/model/anthropic.claude-v2/chat',
			'/v1/models',
			'/model/%E0%A4%A/converse',
			'/model/a/b/converse',
		]) {
			const response = await fetch(server.endpoint + path, { method: 'POST' });
			expect(response.status).toBe(404);
			expect(await response.text()).toBe(
				'{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}',
			);
		}
		expect((await fetch(`${server.endpoint}/model/anthropic.claude-v2/converse`)).status).toBe(404);
	});

	it('is open on 127.0.0.1 only', async () => {
		const { port } = new URL(server.endpoint);
		const others = Object.values(networkInterfaces())
			.flatMap((addresses) => addresses ?? [])
			.filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
			.map(({ address }) => address);
		for (const host of new Set(['::1', ...others])) {
			const socket = connect(Number(port), host);
			const outcome = await new Promise((resolve) => {
				socket.once('connect', () => resolve('open'));
				socket.once('error', () => resolve('refused'));
			});
			socket.destroy();
			expect([host, outcome]).toEqual([host, 'refused']);
		}
	});

	it('can be closed while a client says nothing', async () => {
		const own = await startPractice();
		const socket = connect(Number(new URL(own.endpoint).port), '127.0.0.1');
		await new Promise((resolve) => socket.once('connect', resolve));
		const ended = new Promise((resolve) => socket.once('close', resolve));
		socket.on('error', () => undefined);
		socket.write('P');
		await own.close();
		await ended;
		await expect(fetch(own.endpoint)).rejects.toThrow();
	});

	it('knows HTTP/2 by its first bytes, even when they come one by one', async () => {
		const socket = connect(Number(new URL(server.endpoint).port), '127.0.0.1');
		const answered = new Promise<Buffer>((resolve) => socket.once('data', resolve));
		socket.setNoDelay(true);
		for (const part of ['P', 'R', 'I * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\0\0\0\u0004\0\0\0\0\0']) {
			await new Promise((resolve) => socket.write(part, 'latin1', resolve));
		}
		const frameType = (await answered)[3];
		socket.destroy();
		expect(frameType).toBe(4);
	});

	it('gives two servers different secrets', async () => {
		const other = await startPractice();
		await other.close();
		expect(other.secretAccessKey).not.toBe(server.secretAccessKey);
		expect(other.apiKey).not.toBe(server.apiKey);
		expect(other.accessKeyId).toMatch(/^AKIA[A-Z0-9]{16}$/);
	});

	it('says which port is taken', async () => {
		const port = Number(new URL(server.endpoint).port);
		await expect(startPractice({ port })).rejects.toThrow(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
	});
});
