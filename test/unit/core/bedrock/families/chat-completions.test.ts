import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { chunkReader } from '../../../../../src/main/core/bedrock/families/family-codec.ts';
import { mistralChat } from '../../../../../src/main/core/bedrock/families/mistral-chat.ts';
import { openaiChat } from '../../../../../src/main/core/bedrock/families/openai-chat.ts';
import { appendPart } from '../../../../../src/shared/answers/append-part.ts';
import type { AnswerPart, ContentBlock } from '../../../../../src/shared/model/content.ts';
import type { RequestSettings } from '../../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

const codecs = [
	['openai-chat', openaiChat, 'finish_reason'],
	['mistral-chat', mistralChat, 'stop_reason'],
] as const;

function blocks(parts: readonly AnswerPart[]): readonly ContentBlock[] {
	return parts.reduce(appendPart, [] as readonly ContentBlock[]);
}

const calls = [
	{ id: 'a', type: 'function', function: { name: 'get_weather', arguments: '{"city":"札幌"}' } },
	{ id: 'b', type: 'function', function: { name: 'current_time', arguments: '' } },
];
const uses = [
	{ type: 'tool-use', id: 'a', name: 'get_weather', input: '{"city":"札幌"}' },
	{ type: 'tool-use', id: 'b', name: 'current_time', input: '' },
];

describe.each(codecs)('%s', (family, codec, reasonKey) => {
	test('two uses of tools at once are read, whole and in pieces', () => {
		const message = { role: 'assistant', content: null, tool_calls: calls };
		const whole = codec.fromResponse({ choices: [{ index: 0, message, [reasonKey]: 'tool_calls' }] });
		expect(blocks(whole?.parts ?? [])).toEqual(uses);
		expect(whole?.stopReason).toBe('tool_calls');

		const pieces = [
			{ role: 'assistant', content: '' },
			{ tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'get_weather', arguments: '' } }] },
			{ tool_calls: [{ index: 0, function: { arguments: '{"city":' } }] },
			{ tool_calls: [{ index: 0, function: { arguments: '"札幌"}' } }] },
			{ tool_calls: [{ index: 1, id: 'b', type: 'function', function: { name: 'current_time', arguments: '' } }] },
		];
		const reader = chunkReader(codec);
		const read = [
			...pieces.map((delta) => reader.chunk({ choices: [{ index: 0, delta, [reasonKey]: null }] })),
			reader.chunk({ choices: [{ index: 0, delta: {}, [reasonKey]: 'tool_calls' }] }),
		];
		expect(blocks([...read.flatMap(({ parts }) => parts), ...reader.end()])).toEqual(uses);
		expect(read.map(({ closes }) => closes)).toEqual([false, false, false, false, false, true]);
	});

	test.each(['reasoning_content', 'reasoning'])(
		'thoughts in a member of their own (%s) come before the text',
		(key) => {
			const message = { role: 'assistant', content: '42', [key]: 'Hm' };
			const thought = { type: 'reasoning', text: 'Hm', signature: null, redacted: null };
			const text = { type: 'text', text: '42' };
			const whole = codec.fromResponse({ choices: [{ message, [reasonKey]: 'stop' }] });
			expect(blocks(whole?.parts ?? [])).toEqual([thought, text]);
			const reader = chunkReader(codec);
			const parts = [
				...reader.chunk({ choices: [{ index: 0, delta: { [key]: 'H' } }] }).parts,
				...reader.chunk({ choices: [{ index: 0, delta: { [key]: 'm', content: null } }] }).parts,
				...reader.chunk({ choices: [{ index: 0, delta: { content: '42' } }] }).parts,
			];
			expect(blocks([...parts, ...reader.end()])).toEqual([thought, text]);
		},
	);

	test('cached tokens are not among those of the prompt, as with Converse', () => {
		const usage = { prompt_tokens: 30, completion_tokens: 4, total_tokens: 34 };
		const answer = (more: object) =>
			codec.fromResponse({ choices: [{ message: { content: 'a' } }], usage: { ...usage, ...more } })?.usage;
		expect(answer({})).toEqual({ inputTokens: 30, outputTokens: 4 });
		expect(answer({ prompt_tokens_details: null })).toEqual({ inputTokens: 30, outputTokens: 4 });
		expect(answer({ prompt_tokens_details: { cached_tokens: 20 } })).toEqual({
			inputTokens: 10,
			outputTokens: 4,
			cacheReadInputTokens: 20,
		});
		const last = codec.fromChunk({ choices: [], usage: { ...usage, prompt_tokens_details: { cached_tokens: 20 } } });
		expect([last.usage.inputTokens, last.closes]).toEqual([10, false]);
	});

	test('of several answers the first is read', () => {
		const others = { choices: [{ index: 1, delta: { content: 'b' } }] };
		expect(codec.fromChunk(others).parts).toEqual([]);
		const both = { choices: [{ message: { content: 'a' } }, { message: { content: 'b' } }] };
		expect(codec.fromResponse(both)?.parts).toEqual([{ type: 'text', text: 'a' }]);
	});

	test('results go back as messages of their own, before what the person says; thoughts do not', () => {
		const messages: readonly ChatMessage[] = [
			textMessage('user', 'Hi'),
			{
				role: 'assistant',
				content: [
					{ type: 'reasoning', text: 'Hm', signature: null, redacted: null },
					{ type: 'text', text: 'Let me see.' },
					{ type: 'tool-use', id: 'a', name: 'get_weather', input: '{"city":"札幌"}' },
					{ type: 'tool-use', id: 'b', name: 'current_time', input: '{}' },
				],
			},
			{
				role: 'user',
				content: [
					{ type: 'tool-result', toolUseId: 'a', status: 'success', format: 'text', text: 'Rain', by: 'person' },
					{ type: 'tool-result', toolUseId: 'b', status: 'error', format: 'text', text: 'No clock', by: 'person' },
					{ type: 'text', text: 'Well?' },
				],
			},
		];
		const settings = { ...defaultRequestSettings, system: '短く。' };
		expect(codec.toBody({ settings, messages, body: null })).toMatchObject({
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
				{
					role: 'assistant',
					content: 'Let me see.',
					tool_calls: [
						{ id: 'a', type: 'function', function: { name: 'get_weather', arguments: '{"city":"札幌"}' } },
						{ id: 'b', type: 'function', function: { name: 'current_time', arguments: '{}' } },
					],
				},
				{ role: 'tool', tool_call_id: 'a', content: 'Rain' },
				{ role: 'tool', tool_call_id: 'b', content: 'No clock' },
				{ role: 'user', content: 'Well?' },
			],
		});
	});

	test.each([
		[{ type: 'auto' }, 'auto', 'auto'],
		[{ type: 'any' }, 'required', 'any'],
		[
			{ type: 'tool', name: 'get_weather' },
			{ type: 'function', function: { name: 'get_weather' } },
			{ type: 'function', function: { name: 'get_weather' } },
		],
	] as const)('the choice %j is said in the body’s words', (toolChoice, openai, mistral) => {
		const tool = {
			name: 'get_weather',
			description: '',
			inputSchema: '{"type":"object"}',
			strict: true,
			builtIn: null,
		};
		const settings: RequestSettings = { ...defaultRequestSettings, tools: [tool], toolChoice };
		const body = codec.toBody({ settings, messages: [textMessage('user', 'Hi')], body: null });
		expect(body).toMatchObject({
			tools: [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object' }, strict: true } }],
			tool_choice: family === 'openai-chat' ? openai : mistral,
		});
		expect(codec.toBody({ settings: { ...settings, tools: [] }, messages: [], body: null })).not.toHaveProperty(
			'tool_choice',
		);
	});
});

test('gpt-oss’ thoughts are told from its text, be the tags cut in two', () => {
	const reader = chunkReader(openaiChat);
	const parts = ['<reas', 'oning>H', 'm</reason', 'ing>', '4', '2'].flatMap(
		(content) => reader.chunk({ choices: [{ index: 0, delta: { content } }] }).parts,
	);
	expect(blocks([...parts, ...reader.end()])).toEqual([
		{ type: 'reasoning', text: 'Hm', signature: null, redacted: null },
		{ type: 'text', text: '42' },
	]);
	const later = openaiChat.fromResponse({ choices: [{ message: { content: 'Write <reasoning>a</reasoning>' } }] });
	expect(later?.parts).toEqual([{ type: 'text', text: 'Write <reasoning>a</reasoning>' }]);
});

test('effort and a schema stand in OpenAI’s body alone', () => {
	const settings: RequestSettings = {
		...defaultRequestSettings,
		modelId: 'openai.gpt-oss-120b-1:0',
		effort: 'low',
		outputSchema: { schema: '{"type":"object"}', name: 'city', description: 'A city' },
	};
	const call = { settings, messages: [textMessage('user', 'Hi')], body: null };
	expect(openaiChat.toBody(call)).toMatchObject({
		max_completion_tokens: settings.maxTokens,
		reasoning_effort: 'low',
		response_format: {
			type: 'json_schema',
			json_schema: { name: 'city', description: 'A city', schema: { type: 'object' } },
		},
	});
	expect(Object.keys(mistralChat.toBody(call))).toEqual(['messages', 'max_tokens']);
});
