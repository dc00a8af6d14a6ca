import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallEnd } from '../../../src/main/core/bedrock/call.ts';
import { appendPart } from '../../../src/shared/answers/append-part.ts';
import type { AnswerPart, ContentBlock } from '../../../src/shared/model/content.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { chunkFrame, eventFrame } from '../../helpers/event-frames.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import type { RecordingSink } from './support/recording-sink.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubAnswer, StubService } from './support/stub-service.ts';
import { json, startStubService, stream } from './support/stub-service.ts';

let service: StubService;
beforeAll(async () => {
	service = await startStubService();
});
afterAll(() => service.close());

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'us.amazon.nova-2-lite-v1:0';

interface Told {
	readonly end: CallEnd;
	readonly sink: RecordingSink;
	/** Texts and all else, in the order in which they were told. */
	readonly parts: readonly AnswerPart[];
}

async function ask(operation: Operation, modelId: string, answer: StubAnswer): Promise<Told> {
	service.answerWith(answer);
	const sink = recordingSink();
	const parts: AnswerPart[] = [];
	const listening = {
		...sink,
		text: (text: string) => parts.push({ type: 'text', text }),
		part: (part: AnswerPart) => parts.push(part),
	};
	const caller = makeCaller({ endpoint: service.endpoint });
	const end = await caller(makeCall({ operation, modelId }), listening, unstopped);
	return { end, sink, parts };
}

const citation = {
	title: 'Rocks',
	source: 'rocks.pdf',
	quote: 'Granite is igneous.',
	location: { documentPage: { documentIndex: 0, start: 1, end: 2 } },
};
const wireCitation = {
	title: 'Rocks',
	source: 'rocks.pdf',
	sourceContent: [{ text: 'Granite is ' }, { text: 'igneous.' }],
	location: citation.location,
};
const trace = { guardrail: { inputAssessment: { 'gr-1': { topicPolicy: { topics: [] } } } } };
const counts = { inputTokens: 12, outputTokens: 5, totalTokens: 17 };
const cached = { cacheReadInputTokens: 3, cacheWriteInputTokens: 4 };
const complete = { state: 'complete', failure: null };

/** The same answer in each of the shapes that are known to come. */
const thoughts: readonly AnswerPart[] = [
	{ type: 'reasoning', text: 'hm' },
	{ type: 'signature', signature: 'sig-1' },
	{ type: 'redacted-reasoning', data: 'c2VjcmV0' },
];
const content: readonly ContentBlock[] = [
	{ type: 'reasoning', text: 'hm', signature: 'sig-1', redacted: null },
	{ type: 'reasoning', text: '', signature: null, redacted: 'c2VjcmV0' },
	{ type: 'text', text: 'It says: ' },
	{ type: 'text', text: '花崗岩', citations: [citation] },
	{ type: 'tool-use', id: 'tu-1', name: 'weather', input: '{"city":"Tokyo"}' },
	{ type: 'tool-use', id: 'tu-2', name: 'now', input: '{}' },
];

/** With what the service did itself, before the last use of a tool. */
const served: readonly ContentBlock[] = [
	...content.slice(0, -1),
	{
		type: 'service-tool',
		id: 'st-1',
		name: 'search',
		input: '{"q":1}',
		result: { status: 'success', text: 'granite\n{"hits":[1]}' },
	},
	...content.slice(-1),
];
const found = [{ text: 'granite' }, { json: { hits: [1] } }];

describe('Converse', () => {
	test('a whole answer', async () => {
		const { end, sink, parts } = await ask(
			'Converse',
			HAIKU,
			json({
				metrics: { latencyMs: 1 },
				output: {
					message: {
						role: 'assistant',
						content: [
							{ reasoningContent: { reasoningText: { text: 'hm', signature: 'sig-1' } } },
							{ reasoningContent: { redactedContent: 'c2VjcmV0' } },
							{ text: 'It says: ' },
							{ citationsContent: { content: [{ text: '花崗岩' }], citations: [wireCitation] } },
							{ toolUse: { toolUseId: 'tu-1', name: 'weather', input: { city: 'Tokyo' }, type: 'tool_use' } },
							{ toolUse: { toolUseId: 'st-1', name: 'search', input: { q: 1 }, type: 'server_tool_use' } },
							{ toolResult: { toolUseId: 'st-1', type: 'search_result', status: 'success', content: found } },
							{ blockOfTomorrow: { text: 'x' } },
							{ toolUse: { toolUseId: 'tu-2', name: 'now', input: {} } },
						],
					},
				},
				stopReason: 'tool_use',
				trace,
				usage: { ...counts, ...cached, serverToolUsage: {} },
			}),
		);
		expect(end).toEqual(complete);
		expect(parts.reduce(appendPart, [])).toEqual(served);
		expect(sink.usages).toEqual([{ inputTokens: 12, outputTokens: 5, ...cached }]);
		expect(sink.traces).toEqual([trace]);
		expect(sink.reasons).toEqual(['tool_use']);
	});

	const delta = (contentBlockIndex: number, of: object) =>
		eventFrame('contentBlockDelta', { contentBlockIndex, delta: of, p: 'abc' });
	const start = (contentBlockIndex: number, toolUse: object) =>
		eventFrame('contentBlockStart', { contentBlockIndex, start: { toolUse } });
	const stop = (contentBlockIndex: number) => eventFrame('contentBlockStop', { contentBlockIndex });
	const beginning = [
		eventFrame('messageStart', { role: 'assistant', p: 'a' }),
		delta(0, { reasoningContent: { text: 'h' } }),
		delta(0, { reasoningContent: { text: 'm' } }),
		delta(0, { reasoningContent: { signature: 'sig-1' } }),
		stop(0),
		delta(1, { reasoningContent: { redactedContent: 'c2VjcmV0' } }),
		stop(1),
		delta(2, { text: 'It says: ' }),
		stop(2),
		delta(3, { text: '花崗' }),
		delta(3, { text: '岩' }),
		delta(3, { citation: wireCitation }),
		stop(3),
		start(4, { toolUseId: 'tu-1', name: 'weather', type: 'tool_use' }),
		delta(4, { toolUse: { input: '' } }),
		delta(4, { toolUse: { input: '{"city"' } }),
		delta(4, { toolUse: { input: ':"Tokyo"}' } }),
		stop(4),
	];

	test('a stream', async () => {
		const { end, sink, parts } = await ask(
			'ConverseStream',
			HAIKU,
			stream(
				...beginning,
				start(5, { toolUseId: 'st-1', name: 'search', type: 'server_tool_use' }),
				delta(5, { toolUse: { input: '{"q"' } }),
				delta(5, { toolUse: { input: ':1}' } }),
				stop(5),
				eventFrame('contentBlockStart', {
					contentBlockIndex: 6,
					start: { toolResult: { toolUseId: 'st-1', type: 'search_result', status: 'success' } },
				}),
				delta(6, { toolResult: found }),
				stop(6),
				start(7, { toolUseId: 'tu-2', name: 'now' }),
				delta(7, { toolUse: { input: '{}' } }),
				delta(7, { deltaOfTomorrow: { text: 'x' } }),
				stop(7),
				eventFrame('messageStop', { stopReason: 'tool_use' }),
				eventFrame('metadata', { metrics: { latencyMs: 1 }, trace, usage: { ...counts, ...cached } }),
			),
		);
		expect(end).toEqual(complete);
		expect(parts.slice(0, 4)).toEqual([
			{ type: 'reasoning', text: 'h' },
			{ type: 'reasoning', text: 'm' },
			...thoughts.slice(1),
		]);
		expect(parts.filter(({ type }) => type === 'citation')).toEqual([{ type: 'citation', citation, length: 3 }]);
		expect(parts.reduce(appendPart, [])).toEqual(served);
		expect(sink.usages).toEqual([{ inputTokens: 12, outputTokens: 5, ...cached }]);
		expect(sink.traces).toEqual([trace]);
		expect(sink.reasons).toEqual(['tool_use']);
	});

	test('sources of a text that is cut are kept', async () => {
		const { parts } = await ask('ConverseStream', HAIKU, stream(...beginning.slice(0, 12)));
		expect(parts.reduce(appendPart, [])).toEqual(content.slice(0, 4));
	});

	test('a use of a tool that is cut keeps what came of its input', async () => {
		const { end, parts } = await ask('ConverseStream', HAIKU, stream(...beginning.slice(0, -2)));
		expect(end).toMatchObject({ state: 'incomplete', failure: { code: 'incomplete-stream' } });
		expect(parts.reduce(appendPart, []).at(-1)).toEqual({
			type: 'tool-use',
			id: 'tu-1',
			name: 'weather',
			input: '{"city"',
		});
	});

	test('thoughts alone are something of an answer', async () => {
		const { end } = await ask('ConverseStream', HAIKU, stream(...beginning.slice(0, 2)));
		expect(end.state).toBe('incomplete');
	});
});

const claudeCitation = {
	type: 'page_location',
	cited_text: 'Granite is igneous.',
	document_index: 0,
	document_title: 'Rocks',
	start_page_number: 1,
	end_page_number: 2,
};
const claudeContent = [
	...content.slice(0, 3),
	{
		type: 'text',
		text: '花崗岩',
		citations: [
			{
				title: 'Rocks',
				source: null,
				quote: 'Granite is igneous.',
				location: { type: 'page_location', document_index: 0, start_page_number: 1, end_page_number: 2 },
			},
		],
	},
	...content.slice(4),
];
const guardrail = {
	'amazon-bedrock-guardrailAction': 'INTERVENED',
	'amazon-bedrock-trace': { guardrail: { input: { 'gr-1': {} } } },
};
const guardrailTrace = { guardrail: { input: { 'gr-1': {} } }, 'amazon-bedrock-guardrailAction': 'INTERVENED' };

describe('Claude Messages', () => {
	test('a whole answer', async () => {
		const { end, sink, parts } = await ask(
			'InvokeModel',
			HAIKU,
			json({
				id: 'msg_bdrk_01',
				type: 'message',
				role: 'assistant',
				model: 'claude-haiku-4-5-20251001',
				content: [
					{ type: 'thinking', thinking: 'hm', signature: 'sig-1' },
					{ type: 'redacted_thinking', data: 'c2VjcmV0' },
					{ type: 'text', text: 'It says: ' },
					{ type: 'text', text: '花崗岩', citations: [claudeCitation] },
					{ type: 'tool_use', id: 'tu-1', name: 'weather', input: { city: 'Tokyo' } },
					{ type: 'server_tool_use', id: 'st-1', name: 'web_search', input: { query: 'x' } },
					{ type: 'tool_use', id: 'tu-2', name: 'now', input: {} },
				],
				stop_reason: 'tool_use',
				stop_sequence: null,
				usage: { input_tokens: 12, output_tokens: 5, cache_read_input_tokens: 3, cache_creation_input_tokens: 4 },
				...guardrail,
			}),
		);
		expect(end).toEqual(complete);
		expect(parts.reduce(appendPart, [])).toEqual(claudeContent);
		expect(sink.usages).toEqual([{ inputTokens: 12, outputTokens: 5, ...cached }]);
		expect(sink.traces).toEqual([guardrailTrace]);
		expect(sink.reasons).toEqual(['tool_use']);
	});

	test('a stream', async () => {
		const start = (index: number, block: object) =>
			chunkFrame({ type: 'content_block_start', index, content_block: block });
		const delta = (index: number, of: object) => chunkFrame({ type: 'content_block_delta', index, delta: of });
		const { end, sink, parts } = await ask(
			'InvokeModelWithResponseStream',
			HAIKU,
			stream(
				chunkFrame({
					type: 'message_start',
					message: {
						usage: {
							input_tokens: 12,
							output_tokens: 1,
							cache_read_input_tokens: 3,
							cache_creation_input_tokens: 4,
						},
					},
				}),
				start(0, { type: 'thinking', thinking: '', signature: '' }),
				delta(0, { type: 'thinking_delta', thinking: 'hm' }),
				delta(0, { type: 'signature_delta', signature: 'sig-1' }),
				chunkFrame({ type: 'content_block_stop', index: 0 }),
				start(1, { type: 'redacted_thinking', data: 'c2VjcmV0' }),
				start(2, { type: 'text', text: '' }),
				delta(2, { type: 'text_delta', text: 'It says: ' }),
				start(3, { type: 'text', text: '', citations: [] }),
				delta(3, { type: 'citations_delta', citation: claudeCitation }),
				delta(3, { type: 'text_delta', text: '花崗' }),
				delta(3, { type: 'text_delta', text: '岩' }),
				start(4, { type: 'tool_use', id: 'tu-1', name: 'weather', input: {} }),
				delta(4, { type: 'input_json_delta', partial_json: '' }),
				delta(4, { type: 'input_json_delta', partial_json: '{"city":' }),
				delta(4, { type: 'input_json_delta', partial_json: '"Tokyo"}' }),
				start(5, { type: 'server_tool_use', id: 'st-1', name: 'web_search', input: {} }),
				delta(5, { type: 'input_json_delta', partial_json: '{"q":1}' }),
				start(6, { type: 'tool_use', id: 'tu-2', name: 'now', input: {} }),
				delta(6, { type: 'input_json_delta', partial_json: '{}' }),
				chunkFrame({ type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } }),
				chunkFrame({ type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 12 }, ...guardrail }),
			),
		);
		expect(end).toEqual(complete);
		expect(parts.reduce(appendPart, [])).toEqual(claudeContent);
		expect(sink.usages).toEqual([{ inputTokens: 12, outputTokens: 5, ...cached }]);
		expect(sink.traces).toEqual([guardrailTrace]);
		expect(sink.reasons).toEqual(['tool_use']);
	});

	test('what a guardrail answers in the model’s place is read without a reason of the model’s', async () => {
		const { end, sink, parts } = await ask(
			'InvokeModel',
			HAIKU,
			json({
				type: 'message',
				role: 'assistant',
				content: [{ type: 'text', text: 'Blocked.' }],
				'amazon-bedrock-guardrailAction': 'INTERVENED',
			}),
		);
		expect([end, parts, sink.traces, sink.reasons]).toEqual([
			complete,
			[{ type: 'text', text: 'Blocked.' }],
			[{ 'amazon-bedrock-guardrailAction': 'INTERVENED' }],
			[],
		]);
	});

	test('a guardrail that let everything pass is no news', async () => {
		const body = { type: 'message', content: [], stop_reason: 'end_turn', 'amazon-bedrock-guardrailAction': 'NONE' };
		expect((await ask('InvokeModel', HAIKU, json(body))).sink.traces).toEqual([]);
	});
});

describe('Nova', () => {
	const novaContent = [content[0], { type: 'text', text: 'It says.' }, ...content.slice(4)];

	test('a whole answer', async () => {
		const { end, parts } = await ask(
			'InvokeModel',
			NOVA,
			json({
				output: {
					message: {
						role: 'assistant',
						content: [
							{ reasoningContent: { reasoningText: { text: 'hm', signature: 'sig-1' } } },
							{ text: 'It says.' },
							{ toolUse: { toolUseId: 'tu-1', name: 'weather', input: { city: 'Tokyo' } } },
							{ toolUse: { toolUseId: 'tu-2', name: 'now', input: {} } },
						],
					},
				},
				stopReason: 'tool_use',
				usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
			}),
		);
		expect([end, parts.reduce(appendPart, [])]).toEqual([complete, novaContent]);
	});

	test('a stream, its blocks cut anew with each piece', async () => {
		const { end, parts } = await ask(
			'InvokeModelWithResponseStream',
			NOVA,
			stream(
				chunkFrame({ messageStart: { role: 'assistant' } }),
				chunkFrame({ contentBlockDelta: { delta: { reasoningContent: { text: 'hm' } }, contentBlockIndex: 0 } }),
				chunkFrame({
					contentBlockDelta: { delta: { reasoningContent: { signature: 'sig-1' } }, contentBlockIndex: 0 },
				}),
				chunkFrame({ contentBlockStop: { contentBlockIndex: 0 } }),
				chunkFrame({ contentBlockDelta: { delta: { text: 'It ' }, contentBlockIndex: 1 } }),
				chunkFrame({ contentBlockStop: { contentBlockIndex: 1 } }),
				chunkFrame({ contentBlockDelta: { delta: { text: 'says.' }, contentBlockIndex: 2 } }),
				chunkFrame({ contentBlockStop: { contentBlockIndex: 2 } }),
				chunkFrame({
					contentBlockStart: { start: { toolUse: { toolUseId: 'tu-1', name: 'weather' } }, contentBlockIndex: 3 },
				}),
				chunkFrame({ contentBlockDelta: { delta: { toolUse: { input: '{"city":"Tokyo"}' } }, contentBlockIndex: 3 } }),
				chunkFrame({
					contentBlockStart: { start: { toolUse: { toolUseId: 'tu-2', name: 'now' } }, contentBlockIndex: 4 },
				}),
				chunkFrame({ contentBlockDelta: { delta: { toolUse: { input: '{}' } }, contentBlockIndex: 4 } }),
				chunkFrame({ messageStop: { stopReason: 'tool_use' } }),
				chunkFrame({ metadata: { usage: { inputTokens: 1, outputTokens: 2 } } }),
			),
		);
		expect([end, parts.reduce(appendPart, [])]).toEqual([complete, novaContent]);
	});
});
