import { describe, expect, test } from 'vitest';
import {
	excerptOf,
	isPadded,
	leadingSpaces,
	longestType,
} from '../../../../../src/renderer/inspector/stream/frame-excerpt.ts';
import type { Frame } from '../../../../../src/shared/model/exchange.ts';

const plain: Frame = {
	index: 1,
	offset: 0,
	length: 100,
	atMs: 10,
	gapMs: null,
	messageType: 'event',
	eventType: 'chunk',
	headers: [],
	payload: '{"bytes":"e30=","p":"abc"}',
	chunk: null,
	preludeChecksumValid: true,
	messageChecksumValid: true,
};

const converse = (eventType: string, payload: object) =>
	excerptOf({ ...plain, eventType, payload: JSON.stringify({ ...payload, p: 'abcdef' }) });
const invoke = (chunk: object) => excerptOf({ ...plain, chunk: JSON.stringify(chunk) });

describe('ConverseStream', () => {
	test.each([
		['messageStart', { role: 'assistant' }, 'role: assistant', 'other'],
		['contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'ほとりで\n' } }, 'ほとりで\\n', 'text'],
		['contentBlockDelta', { contentBlockIndex: 0, delta: { text: '' } }, '', 'text'],
		['contentBlockDelta', { delta: { reasoningContent: { text: 'Hm' } } }, 'Hm', 'text'],
		['contentBlockDelta', { delta: { toolUse: { input: '{"a":"b\\\\c"}' } } }, '{"a":"b\\\\c"}', 'text'],
		['contentBlockDelta', { delta: { toolResult: [{ json: { stdOut: '84' } }] } }, '{"stdOut":"84"}', 'text'],
		['contentBlockDelta', { delta: { toolResult: [{ text: 'granite' }] } }, 'granite', 'text'],
		['contentBlockStart', { start: { toolResult: { type: 'python_result' } } }, 'python_result', 'other'],
		[
			'contentBlockStart',
			{ contentBlockIndex: 1, start: { toolUse: { name: 'get_weather' } } },
			'get_weather',
			'other',
		],
		['contentBlockStop', { contentBlockIndex: 2 }, '#2', 'other'],
		['messageStop', { stopReason: 'end_turn' }, 'stopReason: end_turn', 'other'],
		['metadata', { usage: { inputTokens: 12, outputTokens: 5 } }, 'inputTokens: 12, outputTokens: 5', 'other'],
	])('%s %j', (type, payload, text, kind) => {
		expect(converse(type, payload)).toEqual({ type, text, kind });
	});
});

describe('chunks of InvokeModelWithResponseStream', () => {
	const metrics = { 'amazon-bedrock-invocationMetrics': { inputTokenCount: 78, outputTokenCount: 64 } };
	test.each([
		[
			{ type: 'message_start', message: { role: 'assistant', usage: { input_tokens: 78, output_tokens: 1 } } },
			'message_start',
			'input_tokens: 78, output_tokens: 1',
			'other',
		],
		[
			{ type: 'content_block_start', index: 0, content_block: { type: 'text' } },
			'content_block_start',
			'text',
			'other',
		],
		[
			{ type: 'content_block_delta', delta: { type: 'text_delta', text: '池の' } },
			'content_block_delta',
			'池の',
			'text',
		],
		[{ type: 'content_block_delta', delta: { partial_json: '{"a' } }, 'content_block_delta', '{"a', 'text'],
		[
			{ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 64 } },
			'message_delta',
			'stop_reason: end_turn, output_tokens: 64',
			'other',
		],
		[{ type: 'message_stop', ...metrics }, 'message_stop', 'inputTokenCount: 78, outputTokenCount: 64', 'other'],
		[{ contentBlockDelta: { delta: { text: 'Hi' }, contentBlockIndex: 0 } }, 'contentBlockDelta', 'Hi', 'text'],
		[{ metadata: { usage: { inputTokens: 3 } }, ...metrics }, 'metadata', 'inputTokens: 3', 'other'],
		[{ completion: ' Hi', stop_reason: null }, 'chunk', ' Hi', 'text'],
		[{ outputText: '\nHi', index: 0, ...metrics }, 'chunk', '\\nHi', 'text'],
		[{ generation: 'Hi' }, 'chunk', 'Hi', 'text'],
		[{ choices: [{ delta: { content: 'Hi' } }] }, 'chunk', 'Hi', 'text'],
		[
			{ generation: '', generation_token_count: 9, stop_reason: 'length', ...metrics },
			'chunk',
			'stop_reason: length, inputTokenCount: 78, outputTokenCount: 64',
			'other',
		],
		[{ outputs: [{ text: ' Hi', stop_reason: null }] }, 'chunk', ' Hi', 'text'],
		[{ outputs: [{ text: '', stop_reason: 'stop' }] }, 'chunk', 'stop_reason: stop', 'other'],
		[{ choices: [{ text: 'Hi', stop_reason: 'stop' }] }, 'chunk', 'Hi', 'text'],
		[
			{ choices: [{ delta: { content: '' }, finish_reason: 'stop' }], usage: { prompt_tokens: 5 } },
			'chunk',
			'finish_reason: stop, prompt_tokens: 5',
			'other',
		],
		[{ is_finished: false, event_type: 'text-generation', text: 'Hi' }, 'text-generation', 'Hi', 'text'],
		[
			{ event_type: 'stream-end', response: { text: 'Hi' }, finish_reason: 'COMPLETE' },
			'stream-end',
			'finish_reason: COMPLETE',
			'other',
		],
	])('%j', (chunk, type, text, kind) => {
		expect(invoke(chunk)).toEqual({ type, text, kind });
	});

	test('one that the app does not know is shown as it is', () => {
		expect(invoke({ embedding: [1] })).toEqual({ type: 'chunk', text: '{"embedding":[1]}', kind: 'other' });
		expect(invoke({ one: {}, other: {} })).toEqual({ type: 'chunk', text: '{"one":{},"other":{}}', kind: 'other' });
	});
});

test.each([
	['exception', 'modelStreamErrorException', '{"message":"Try again."}', 'Try again.'],
	['exception', 'throttlingException', 'not JSON', 'not JSON'],
	['error', 'InternalFailure', '', ''],
])('%s %s is a problem', (messageType, eventType, payload, text) => {
	expect(excerptOf({ ...plain, messageType, eventType, payload })).toEqual({ type: eventType, text, kind: 'problem' });
});

test('a frame with a wrong checksum is a problem, whatever it brings', () => {
	const payload = '{"delta":{"text":"Hi"}}';
	for (const wrong of [{ preludeChecksumValid: false }, { messageChecksumValid: false }]) {
		expect(excerptOf({ ...plain, ...wrong, eventType: 'contentBlockDelta', payload })).toEqual({
			type: 'contentBlockDelta',
			text: 'Hi',
			kind: 'problem',
		});
	}
});

test('payloads that are not objects, not JSON, or long are shown as one short line', () => {
	expect(excerptOf({ ...plain, payload: '[1,2]' }).text).toBe('[1,2]');
	expect(excerptOf({ ...plain, payload: 'a\tb' }).text).toBe('a\\tb');
	const long = `{"delta":{"text":"${'x'.repeat(200_000)}"}}`;
	expect(excerptOf({ ...plain, payload: long }).text).toBe(`${long.slice(0, 200)}…`);
	const stones = { delta: { text: `a${'🪨'.repeat(200)}` } };
	expect(converse('contentBlockDelta', stones).text).toBe(`a${'🪨'.repeat(99)}…`);
});

test('the longest name is that of the event inside a chunk, not of the chunk', () => {
	const named = (type: string) => ({ ...plain, chunk: JSON.stringify({ type }) });
	expect(longestType([named('message_stop'), named('content_block_delta'), named('ping')])).toBe(19);
	expect(longestType([])).toBe(0);
});

test('padding is told of a payload that has it, and is short enough to be read', () => {
	expect(isPadded(plain)).toBe(true);
	expect(isPadded({ ...plain, payload: '{"bytes":"e30="}' })).toBe(false);
	expect(isPadded({ ...plain, payload: '{"p":1}' })).toBe(false);
	expect(isPadded({ ...plain, payload: `{"p":"abc","text":"${'x'.repeat(100_000)}"}` })).toBe(false);
});

test('a frame is read once', () => {
	const frame = { ...plain };
	expect(excerptOf(frame)).toBe(excerptOf(frame));
});

test('only spaces at the beginning are counted', () => {
	expect(leadingSpaces('  練 習 ')).toBe(2);
	expect(leadingSpaces('\\n 練')).toBe(0);
	expect(leadingSpaces('')).toBe(0);
});
