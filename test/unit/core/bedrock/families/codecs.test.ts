import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { codecs } from '../../../../../src/main/core/bedrock/families/registry.ts';
import { countsFromHeaders, countsFromMetrics, toUsage } from '../../../../../src/main/core/bedrock/token-counts.ts';
import { families } from '../../../../../src/shared/model/family.ts';
import type { RequestSettings } from '../../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

function call(settings: Partial<RequestSettings> = {}): Call {
	return {
		settings: { ...defaultRequestSettings, maxTokens: 300, ...settings },
		messages: [
			textMessage('user', 'こんにちは', '二つ目'),
			textMessage('assistant', ' はい'),
			textMessage('user', 'もう一度'),
		],
		body: null,
	};
}

const everything: Partial<RequestSettings> = {
	system: '短く。',
	temperature: 0,
	topP: 0.5,
	stopSequences: ['終'],
};

/** JSON text, because the order of the keys is part of what is shown. */
const body = (family: keyof typeof codecs, settings?: Partial<RequestSettings>) =>
	JSON.stringify(codecs[family].toBody(call(settings)));

const said = { parts: [], usage: {}, stopReason: null, closes: false };

test('every family has its codec', () => {
	expect(families.map((family) => codecs[family].family)).toEqual([...families]);
});

describe('a talk that ends with the assistant asks the model to go on from there', () => {
	const prefilled: Call = {
		settings: { ...defaultRequestSettings, maxTokens: 9 },
		messages: [textMessage('user', 'Hi'), textMessage('assistant', '\nHel')],
		body: null,
	};

	test.each([
		['claude-text', '{"prompt":"\\n\\nHuman: Hi\\n\\nAssistant:\\nHel","max_tokens_to_sample":9}'],
		['titan-text', '{"inputText":"User: Hi\\nBot: \\nHel","textGenerationConfig":{"maxTokenCount":9}}'],
	] as const)('%s', (family, expected) => {
		expect(JSON.stringify(codecs[family].toBody(prefilled))).toBe(expected);
	});
});

describe('Claude Messages', () => {
	const { fromResponse, fromChunk } = codecs['claude-messages'];

	test('writes blocks, and no key for what is not set', () => {
		expect(body('claude-messages')).toBe(
			'{"anthropic_version":"bedrock-2023-05-31","max_tokens":300,"messages":[{"role":"user","content":[{"type":"text","text":"こんにちは"},{"type":"text","text":"二つ目"}]},{"role":"assistant","content":[{"type":"text","text":" はい"}]},{"role":"user","content":[{"type":"text","text":"もう一度"}]}]}',
		);
		expect(JSON.parse(body('claude-messages', everything))).toMatchObject({
			system: '短く。',
			temperature: 0,
			top_p: 0.5,
			stop_sequences: ['終'],
		});
	});

	test('reads a recorded response', () => {
		expect(
			fromResponse({
				id: 'msg_bdrk_01',
				type: 'message',
				role: 'assistant',
				model: 'claude-3-5-sonnet-20240620',
				content: [
					{ type: 'thinking', thinking: 'hm' },
					{ type: 'text', text: 'OK' },
					{ type: 'text', text: '。' },
				],
				stop_reason: 'end_turn',
				stop_sequence: null,
				usage: { input_tokens: 14, cache_creation_input_tokens: 3, cache_read_input_tokens: 0, output_tokens: 10 },
			}),
		).toEqual({
			parts: [
				{ type: 'reasoning', text: 'hm' },
				{ type: 'text', text: 'OK' },
				{ type: 'text', text: '。' },
			],
			usage: { inputTokens: 14, outputTokens: 10, cacheReadInputTokens: 0, cacheWriteInputTokens: 3 },
			stopReason: 'end_turn',
			closes: true,
		});
	});

	test('an empty answer is an answer; another shape is none', () => {
		expect(fromResponse({ content: [], stop_reason: 'end_turn' })).toEqual({
			parts: [],
			usage: {},
			stopReason: 'end_turn',
			closes: true,
		});
		expect(fromResponse({ completion: ' Hi', stop_reason: null })).toBeNull();
		expect(fromResponse('<html>')).toBeNull();
	});

	test('reads the chunks of a stream', () => {
		expect(
			[
				{ type: 'message_start', message: { usage: { input_tokens: 14, output_tokens: 1 } } },
				{ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
				{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: '日本' } },
				{ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'hm' } },
				{ type: 'content_block_stop', index: 0 },
				{ type: 'ping' },
				{
					type: 'message_delta',
					delta: { stop_reason: 'max_tokens', stop_sequence: null },
					usage: { output_tokens: 9 },
				},
				{ type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 14 } },
			].map(fromChunk),
		).toEqual([
			{ ...said, usage: { inputTokens: 14, outputTokens: 1 } },
			said,
			{ ...said, parts: [{ type: 'text', text: '日本' }] },
			{ ...said, parts: [{ type: 'reasoning', text: 'hm' }] },
			said,
			said,
			{ ...said, usage: { outputTokens: 9 }, stopReason: 'max_tokens' },
			{ ...said, closes: true },
		]);
	});
});

describe('Claude text completion', () => {
	const { fromResponse, fromChunk } = codecs['claude-text'];

	test('writes the talk as turns, the system prompt before the first', () => {
		expect(body('claude-text')).toBe(
			'{"prompt":"\\n\\nHuman: こんにちは\\n\\n二つ目\\n\\nAssistant: はい\\n\\nHuman: もう一度\\n\\nAssistant:","max_tokens_to_sample":300}',
		);
		expect(JSON.parse(body('claude-text', everything))).toEqual({
			prompt: '短く。\n\nHuman: こんにちは\n\n二つ目\n\nAssistant: はい\n\nHuman: もう一度\n\nAssistant:',
			max_tokens_to_sample: 300,
			temperature: 0,
			top_p: 0.5,
			stop_sequences: ['終'],
		});
	});

	test('reads a recorded response and its stream', () => {
		expect(fromResponse({ completion: ' Hi', stop_reason: 'stop_sequence', stop: '\n\nHuman:' })).toEqual({
			parts: [{ type: 'text', text: ' Hi' }],
			usage: {},
			stopReason: 'stop_sequence',
			closes: true,
		});
		expect(fromResponse({ content: [] })).toBeNull();
		expect(fromChunk({ completion: ' Hi', stop_reason: null, stop: null })).toEqual({
			...said,
			parts: [{ type: 'text', text: ' Hi' }],
		});
		expect(fromChunk({ completion: '', stop_reason: 'max_tokens', stop: null })).toEqual({
			...said,
			stopReason: 'max_tokens',
			closes: true,
		});
		expect(fromChunk({ type: 'ping' })).toEqual(said);
	});
});

describe('Titan Text', () => {
	const { fromResponse, fromChunk } = codecs['titan-text'];

	test('writes User and Bot lines, a system prompt leading them', () => {
		expect(body('titan-text')).toBe(
			'{"inputText":"User: こんにちは\\n\\n二つ目\\nBot:  はい\\nUser: もう一度\\nBot:","textGenerationConfig":{"maxTokenCount":300}}',
		);
		expect(JSON.parse(body('titan-text', everything))).toEqual({
			inputText: '短く。\nUser: こんにちは\n\n二つ目\nBot:  はい\nUser: もう一度\nBot:',
			textGenerationConfig: { maxTokenCount: 300, temperature: 0, topP: 0.5, stopSequences: ['終'] },
		});
	});

	test('reads a recorded response and its stream', () => {
		expect(
			fromResponse({
				inputTextTokenCount: 5,
				results: [{ tokenCount: 10, outputText: '\nHello', completionReason: 'LENGTH' }],
			}),
		).toEqual({
			parts: [{ type: 'text', text: '\nHello' }],
			usage: { inputTokens: 5, outputTokens: 10 },
			stopReason: 'LENGTH',
			closes: true,
		});
		expect(fromResponse({ inputTextTokenCount: 5, results: [] })).toBeNull();
		expect(
			fromChunk({
				outputText: '\nHel',
				index: 0,
				totalOutputTextTokenCount: null,
				completionReason: null,
				inputTextTokenCount: null,
			}),
		).toEqual({ ...said, parts: [{ type: 'text', text: '\nHel' }] });
		expect(
			fromChunk({
				outputText: 'lo',
				index: 0,
				totalOutputTextTokenCount: 10,
				completionReason: 'FINISH',
				inputTextTokenCount: 5,
			}),
		).toEqual({
			parts: [{ type: 'text', text: 'lo' }],
			usage: { inputTokens: 5, outputTokens: 10 },
			stopReason: 'FINISH',
			closes: true,
		});
	});
});

describe('Nova', () => {
	const { fromResponse, fromChunk } = codecs.nova;

	test('writes messages-v1', () => {
		expect(body('nova')).toBe(
			'{"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"こんにちは"},{"text":"二つ目"}]},{"role":"assistant","content":[{"text":" はい"}]},{"role":"user","content":[{"text":"もう一度"}]}],"inferenceConfig":{"maxTokens":300}}',
		);
		expect(JSON.parse(body('nova', everything))).toMatchObject({
			system: [{ text: '短く。' }],
			inferenceConfig: { maxTokens: 300, temperature: 0, topP: 0.5, stopSequences: ['終'] },
		});
	});

	test('reads a recorded response and its stream', () => {
		expect(
			fromResponse({
				output: { message: { content: [{ text: 'OK' }], role: 'assistant' } },
				stopReason: 'max_tokens',
				usage: {
					inputTokens: 5,
					outputTokens: 10,
					totalTokens: 15,
					cacheReadInputTokenCount: 0,
					cacheWriteInputTokenCount: 2,
				},
			}),
		).toEqual({
			parts: [{ type: 'text', text: 'OK' }],
			usage: { inputTokens: 5, outputTokens: 10, cacheReadInputTokens: 0, cacheWriteInputTokens: 2 },
			stopReason: 'max_tokens',
			closes: true,
		});
		expect(fromResponse({ output: {} })).toBeNull();
		expect(
			[
				{ messageStart: { role: 'assistant' } },
				{ contentBlockDelta: { delta: { text: 'O' }, contentBlockIndex: 0 } },
				{ contentBlockStop: { contentBlockIndex: 0 } },
				{ messageStop: { stopReason: 'end_turn' } },
				{ metadata: { usage: { inputTokens: 5, outputTokens: 1 }, metrics: {}, trace: {} } },
			].map(fromChunk),
		).toEqual([
			said,
			{ ...said, parts: [{ type: 'text', text: 'O' }] },
			said,
			{ ...said, stopReason: 'end_turn', closes: true },
			{ ...said, usage: { inputTokens: 5, outputTokens: 1 } },
		]);
	});
});

describe('token counts', () => {
	test('come from the metrics of the last chunk', () => {
		const metrics = {
			inputTokenCount: 14,
			outputTokenCount: 10,
			invocationLatency: 586,
			firstByteLatency: 283,
			cacheReadInputTokenCount: 0,
		};
		expect(countsFromMetrics({ completion: '', 'amazon-bedrock-invocationMetrics': metrics })).toEqual({
			inputTokens: 14,
			outputTokens: 10,
			cacheReadInputTokens: 0,
		});
		expect(countsFromMetrics({ completion: '' })).toEqual({});
	});

	test('come from the headers of InvokeModel', () => {
		expect(
			countsFromHeaders([
				['X-Amzn-Bedrock-Input-Token-Count', '5'],
				['x-amzn-bedrock-output-token-count', '9'],
				['X-Amzn-Bedrock-Cache-Write-Input-Token-Count', '0'],
				['X-Amzn-Bedrock-Cache-Read-Input-Token-Count', 'many'],
			]),
		).toEqual({ inputTokens: 5, outputTokens: 9, cacheWriteInputTokens: 0 });
	});

	test('are joined, the first source winning, and are none while one is unknown', () => {
		expect(toUsage({ inputTokens: 1 }, { inputTokens: 2, outputTokens: 3 })).toEqual({
			inputTokens: 1,
			outputTokens: 3,
			cacheReadInputTokens: null,
			cacheWriteInputTokens: null,
		});
		expect(toUsage({ inputTokens: 1 }, {})).toBeNull();
	});
});
