import { expect, test } from 'vitest';
import { splitFrames } from '../../../../src/main/core/bedrock/frames.ts';
import { readBody, readFrames } from '../../../../src/main/core/imports/read-answer.ts';
import { readQuestion } from '../../../../src/main/core/imports/read-question.ts';
import type { Attempt } from '../../../../src/shared/model/exchange.ts';
import { chunkFrame, eventFrame } from '../../../helpers/event-frames.ts';

const response: NonNullable<Attempt['response']> = {
	status: 200,
	headers: [],
	headersMs: 0,
	firstByteMs: 0,
	body: { size: 0, sha256: null },
	kind: 'json',
};
const bytes = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

/** Frames that came 10 ms after each other. */
function frames(...parts: readonly Uint8Array[]) {
	let end = 0;
	const arrivals = parts.map((part, position) => {
		end += part.length;
		return [end, position * 10] as const;
	});
	return splitFrames(Buffer.concat(parts), arrivals).frames;
}

const trace = { guardrail: { inputAssessment: {} } };
const content = [
	{ type: 'reasoning', text: 'hm', signature: 's', redacted: null },
	{
		type: 'text',
		text: 'Stone',
		citations: [{ title: 'Rocks', source: null, quote: null, location: null }],
	},
	{ type: 'tool-use', id: 't', name: 'look', input: '{"a":1}' },
];

test('a whole answer of Converse: thoughts, sources, uses of tools, and what is told of guardrails', () => {
	const message = {
		role: 'assistant',
		content: [
			{ reasoningContent: { reasoningText: { text: 'hm', signature: 's' } } },
			{ citationsContent: { content: [{ text: 'Stone' }], citations: [{ title: 'Rocks' }] } },
			{ toolUse: { toolUseId: 't', name: 'look', input: { a: 1 } } },
		],
	};
	expect(readBody(response, bytes({ output: { message }, stopReason: 'tool_use', trace }), null)).toMatchObject({
		content,
		stopReason: 'tool_use',
		closed: true,
		trace,
		family: null,
	});
});

test('a stream of Converse; the first of an answer may be a thought', () => {
	const cacheDetails = [
		{ ttl: '5m', inputTokens: 4 },
		{ ttl: '1h', inputTokens: 5 },
	];
	const delta = (contentBlockIndex: number, of: object) =>
		eventFrame('contentBlockDelta', { contentBlockIndex, delta: of });
	const read = readFrames(
		frames(
			eventFrame('messageStart', { role: 'assistant' }),
			delta(0, { reasoningContent: { text: 'hm' } }),
			delta(0, { reasoningContent: { signature: 's' } }),
			delta(1, { citation: { title: 'Rocks' } }),
			delta(1, { text: 'Stone' }),
			eventFrame('contentBlockStop', { contentBlockIndex: 1 }),
			eventFrame('contentBlockStart', { contentBlockIndex: 2, start: { toolUse: { toolUseId: 't', name: 'look' } } }),
			delta(2, { toolUse: { input: '{"a":' } }),
			delta(2, { toolUse: { input: '1}' } }),
			eventFrame('messageStop', { stopReason: 'tool_use' }),
			eventFrame('metadata', {
				usage: { inputTokens: 1, outputTokens: 2, cacheWriteInputTokens: 9, cacheDetails },
				trace,
			}),
		),
		response,
		null,
	);
	expect(read).toMatchObject({ content, firstPartMs: 10, closed: true, trace, failure: null });
	expect(read.usage).toEqual({
		inputTokens: 1,
		outputTokens: 2,
		cacheReadInputTokens: null,
		cacheWriteInputTokens: 9,
		cacheWriteHourInputTokens: 5,
	});
});

test('the chunks of a family that is found by what they say', () => {
	const chunk = (json: object) => chunkFrame(json);
	const read = readFrames(
		frames(
			chunk({ type: 'message_start', message: { usage: { input_tokens: 1 } } }),
			chunk({ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'hm' } }),
			chunk({ type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 's' } }),
			chunk({ type: 'content_block_start', index: 2, content_block: { type: 'tool_use', id: 't', name: 'look' } }),
			chunk({ type: 'content_block_delta', index: 2, delta: { partial_json: '{"a":1}' } }),
			chunk({
				type: 'message_stop',
				'amazon-bedrock-guardrailAction': 'INTERVENED',
				'amazon-bedrock-trace': trace,
			}),
		),
		response,
		null,
	);
	expect(read).toMatchObject({
		family: 'claude-messages',
		content: [content[0], content[2]],
		trace: { ...trace, 'amazon-bedrock-guardrailAction': 'INTERVENED' },
	});
});

test('where thoughts begin is seen in the request', () => {
	const answer = bytes({ choices: [{ text: 'hm</think>Stone', stop_reason: 'stop' }] });
	const read = (prompt: string) => readBody(response, answer, 'deepseek-r1', { prompt }).content;
	expect(read('<｜User｜>Hi<｜Assistant｜><think>\n')).toMatchObject([
		{ type: 'reasoning', text: 'hm' },
		{ type: 'text', text: 'Stone' },
	]);
	expect(read('<｜User｜>Hi<｜Assistant｜>')).toEqual([{ type: 'text', text: 'hm</think>Stone' }]);
});

test.each([
	[[{ role: 'user', content: [{ guardContent: { text: { text: 'guarded' } } }] }], 'guarded'],
	[
		[
			{ role: 'user', content: [{ text: 'asked' }] },
			{ role: 'assistant', content: [{ toolUse: {} }] },
			{ role: 'user', content: [{ toolResult: {} }] },
		],
		'asked',
	],
	[[{ role: 'user', content: [{ image: {} }] }], ''],
])('a question beside other blocks: %j', (messages, expected) => {
	expect(readQuestion(bytes({ messages }))).toBe(expected);
});

test('a tier that has other prices: in the body of Converse, in the last event of its stream, in headers', () => {
	const usage = { inputTokens: 1, outputTokens: 2 };
	const tiers = { serviceTier: { type: 'flex' }, performanceConfig: { latency: 'standard' } };
	const headers: [string, string][] = [['X-Amzn-Bedrock-Service-Tier', 'priority']];
	const message = { role: 'assistant', content: [{ text: 'Stone' }] };
	const titan = {
		inputTextTokenCount: 1,
		results: [{ tokenCount: 2, outputText: 'Stone', completionReason: 'FINISH' }],
	};
	expect(readBody(response, bytes({ output: { message }, usage, ...tiers }), null).usage?.tier).toBe('flex');
	expect(readFrames(frames(eventFrame('metadata', { usage, ...tiers })), null, null).usage?.tier).toBe('flex');
	expect(readBody({ ...response, headers }, bytes(titan), 'titan-text').usage?.tier).toBe('priority');
	expect(readBody(response, bytes(titan), 'titan-text').usage).not.toHaveProperty('tier');
});

test('a tier in the headers of a stream of chunks', () => {
	const chunks = frames(
		chunkFrame({
			outputText: 'Stone',
			inputTextTokenCount: 1,
			totalOutputTextTokenCount: 2,
			completionReason: 'FINISH',
		}),
	);
	const headers: [string, string][] = [['x-amzn-bedrock-performanceconfig-latency', 'optimized']];
	expect(readFrames(chunks, { ...response, headers }, 'titan-text').usage?.tier).toBe('optimized');
	expect(readFrames(chunks, response, 'titan-text').usage).not.toHaveProperty('tier');
});

test('of two last events of a stream, the one that counts tokens does', () => {
	const usage = { inputTokens: 1, outputTokens: 2 };
	const read = readFrames(frames(eventFrame('metadata', { usage }), eventFrame('metadata', { trace })), null, null);
	expect(read).toMatchObject({ usage, trace });
});

test.each([
	[
		'Converse',
		'{"output":{"message":{"content":[{"toolUse":{"toolUseId":"t","name":"look","input":{"n": 1.0}}}]}}}',
		null,
	],
	[
		'Claude',
		'{"type":"message","content":[{"type":"tool_use","id":"t","name":"look","input":{"n": 1.0}}]}',
		'claude-messages',
	],
] as const)('the input of a tool is as the model wrote it: %s', (_, text, family) => {
	expect(readBody(response, new TextEncoder().encode(text), family).content).toEqual([
		{ type: 'tool-use', id: 't', name: 'look', input: '{"n": 1.0}' },
	]);
});
