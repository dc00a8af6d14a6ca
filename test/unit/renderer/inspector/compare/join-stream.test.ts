import { expect, test } from 'vitest';
import type { StreamPart } from '../../../../../src/renderer/inspector/compare/diff/join-stream.ts';
import { joinStream } from '../../../../../src/renderer/inspector/compare/diff/join-stream.ts';

function joined(...parts: readonly (readonly [event: string, value: unknown])[]): unknown {
	const told: readonly StreamPart[] = parts.map(([event, value]) => ({ event, json: JSON.stringify(value) }));
	return JSON.parse(joinStream(told));
}

const chunks = (...values: readonly unknown[]) => joined(...values.map((value) => ['chunk', value] as const));

test("ConverseStream's events make Converse's response, without the padding", () => {
	expect(
		joined(
			['messageStart', { role: 'assistant', p: 'abc' }],
			['contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'こん' }, p: 'a' }],
			['contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'にちは' } }],
			['contentBlockStop', { contentBlockIndex: 0 }],
			['contentBlockStart', { contentBlockIndex: 1, start: { toolUse: { name: 'clock', toolUseId: 't1' } } }],
			['contentBlockDelta', { contentBlockIndex: 1, delta: { toolUse: { input: '{"zone":' } } }],
			['contentBlockDelta', { contentBlockIndex: 1, delta: { toolUse: { input: '"UTC"}' } } }],
			['messageStop', { stopReason: 'tool_use' }],
			['metadata', { usage: { inputTokens: 3 }, metrics: { latencyMs: 9 }, p: 'abcdef' }],
		),
	).toEqual({
		output: {
			message: {
				role: 'assistant',
				content: [{ text: 'こんにちは' }, { toolUse: { name: 'clock', toolUseId: 't1', input: { zone: 'UTC' } } }],
			},
		},
		stopReason: 'tool_use',
		usage: { inputTokens: 3 },
		metrics: { latencyMs: 9 },
	});
});

test("Claude's chunks make its message; later counts replace earlier ones", () => {
	expect(
		chunks(
			{
				type: 'message_start',
				message: { id: 'm', role: 'assistant', content: [], usage: { input_tokens: 5, output_tokens: 1 } },
			},
			{ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
			{ type: 'ping' },
			{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
			{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
			{ type: 'content_block_stop', index: 0 },
			{ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 7 } },
			{ type: 'message_stop' },
		),
	).toEqual({
		id: 'm',
		role: 'assistant',
		content: [{ type: 'text', text: 'Hello' }],
		stop_reason: 'end_turn',
		usage: { input_tokens: 5, output_tokens: 7 },
	});
});

test('chunks of the other families', () => {
	expect(
		chunks(
			{ completion: ' a', stop_reason: null },
			{ completion: 'b', stop_reason: 'stop_sequence', stop: '\n\nHuman:' },
		),
	).toEqual({ completion: ' ab', stop_reason: 'stop_sequence', stop: '\n\nHuman:' });
	expect(
		chunks(
			{ outputText: 'a', inputTextTokenCount: 4, completionReason: null },
			{ outputText: 'b', inputTextTokenCount: null, totalOutputTextTokenCount: 2, completionReason: 'FINISH' },
		),
	).toEqual({
		inputTextTokenCount: 4,
		results: [{ tokenCount: 2, outputText: 'ab', completionReason: 'FINISH' }],
	});
	expect(
		chunks(
			{ messageStart: { role: 'assistant' } },
			{ contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'x' } } },
			{ messageStop: { stopReason: 'end_turn' } },
		),
	).toEqual({ output: { message: { role: 'assistant', content: [{ text: 'x' }] } }, stopReason: 'end_turn' });
});

test("Nova's pieces, each with a block's number of its own, make one text; a tool between two texts parts them", () => {
	const piece = (contentBlockIndex: number, delta: object) => ({ contentBlockDelta: { contentBlockIndex, delta } });
	expect(
		chunks(
			piece(0, { text: 'x' }),
			piece(1, { text: 'y' }),
			piece(2, { toolUse: { input: '' } }),
			piece(3, { text: 'z' }),
		),
	).toMatchObject({ output: { message: { content: [{ text: 'xy' }, { toolUse: { input: {} } }, { text: 'z' }] } } });
});

test('thoughts and input of tools stand as they do without a stream; what was cut off stays as it came', () => {
	const delta = (contentBlockIndex: number, value: object) =>
		['contentBlockDelta', { contentBlockIndex, delta: value }] as const;
	expect(
		joined(
			delta(0, { reasoningContent: { text: 'H' } }),
			delta(0, { reasoningContent: { text: 'm' } }),
			delta(0, { reasoningContent: { signature: 's' } }),
			delta(1, { reasoningContent: { redactedContent: 'AA==' } }),
			delta(2, { toolUse: { input: '{"zo' } }),
		),
	).toEqual({
		output: {
			message: {
				content: [
					{ reasoningContent: { reasoningText: { text: 'Hm', signature: 's' } } },
					{ reasoningContent: { redactedContent: 'AA==' } },
					{ toolUse: { input: '{"zo' } },
				],
			},
		},
	});
	const block = (index: number, start: object, ...pieces: readonly string[]) => [
		{ type: 'content_block_start', index, content_block: start },
		...pieces.map((json) => ({
			type: 'content_block_delta',
			index,
			delta: { type: 'input_json_delta', partial_json: json },
		})),
	];
	const tool = { type: 'tool_use', id: 't', name: 'clock', input: {} };
	expect(
		chunks({ type: 'message_start', message: {} }, ...block(0, tool, '', '{"a"', ':1}'), ...block(1, tool, '')),
	).toEqual({ content: [{ ...tool, input: { a: 1 } }, tool] });
});

test('what a tool of the service gave stands as it does without a stream', () => {
	const head = { toolUseId: 's1', type: 'python_result', status: 'success' };
	expect(
		joined(
			['messageStart', { role: 'assistant' }],
			['contentBlockStart', { contentBlockIndex: 0, start: { toolResult: head } }],
			['contentBlockDelta', { contentBlockIndex: 0, delta: { toolResult: [{ text: 'a' }] } }],
			['contentBlockDelta', { contentBlockIndex: 0, delta: { toolResult: [{ json: { b: 1 } }] } }],
		),
	).toEqual({
		output: {
			message: {
				role: 'assistant',
				content: [{ toolResult: { ...head, content: [{ text: 'a' }, { json: { b: 1 } }] } }],
			},
		},
	});
});

test('an error in a stream keeps its name beside what had come', () => {
	expect(chunks({ completion: 'cut', stop_reason: null })).toEqual({ completion: 'cut', stop_reason: null });
	expect(
		joined(['chunk', { completion: 'cut', stop_reason: null }], ['throttlingException', { message: 'Slow down.' }]),
	).toEqual({ completion: 'cut', stop_reason: null, throttlingException: { message: 'Slow down.' } });
	expect(joinStream([{ event: 'odd', json: 'no JSON' }])).toBe('{"odd":{}}');
	expect(joinStream([])).toBe('{}');
});

test('chunks of other makers make the whole body of each', () => {
	const metrics = { 'amazon-bedrock-invocationMetrics': { inputTokenCount: 5 } };
	expect(
		chunks(
			{ generation: 'Hel', prompt_token_count: 5, generation_token_count: 1, stop_reason: null },
			{ generation: 'lo', prompt_token_count: null, generation_token_count: 2, stop_reason: null },
			{ generation: '', prompt_token_count: null, generation_token_count: 2, stop_reason: 'stop', ...metrics },
		),
	).toEqual({ generation: 'Hello', prompt_token_count: 5, generation_token_count: 2, stop_reason: 'stop', ...metrics });
	expect(
		chunks(
			{ outputs: [{ text: ' Hel', stop_reason: null }] },
			{ outputs: [{ text: 'lo', stop_reason: null }] },
			{ outputs: [{ text: '', stop_reason: 'length' }] },
		),
	).toEqual({ outputs: [{ text: ' Hello', stop_reason: 'length' }] });
	expect(
		chunks(
			{ choices: [{ text: 'Hm</thi', stop_reason: null }] },
			{ choices: [{ text: 'nk>Hi', stop_reason: 'stop' }] },
		),
	).toEqual({ choices: [{ text: 'Hm</think>Hi', stop_reason: 'stop' }] });
	expect(
		chunks(
			{ id: 'a', choices: [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }] },
			{ id: 'a', choices: [{ index: 0, delta: { content: 'Hel' }, finish_reason: null }] },
			{ id: 'a', choices: [{ index: 0, delta: { content: 'lo' }, finish_reason: 'stop' }], usage: { total_tokens: 7 } },
		),
	).toEqual({
		id: 'a',
		choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
		usage: { total_tokens: 7 },
	});
	expect(
		chunks(
			{ is_finished: false, event_type: 'text-generation', text: 'Hel' },
			{ is_finished: false, event_type: 'text-generation', text: 'lo' },
			{
				is_finished: true,
				event_type: 'stream-end',
				response: { response_id: 'a', text: 'Hello', finish_reason: 'COMPLETE' },
				finish_reason: 'COMPLETE',
			},
		),
	).toEqual({ response_id: 'a', text: 'Hello', finish_reason: 'COMPLETE' });
});
