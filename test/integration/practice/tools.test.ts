import type { ConverseStreamOutput, Message, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime';
import {
	ConverseCommand,
	ConverseStreamCommand,
	InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { ask, assistant, blocksIn, CLAUDE, claudeBody, NOVA, user } from './support/ask.ts';
import { chunksOf, collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';

const practice = practiceForTests();

const calculator = {
	name: 'calculator',
	inputSchema: { json: { type: 'object', properties: { expression: { type: 'string' } }, required: ['expression'] } },
};
const weather = {
	name: 'get_weather',
	inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
};
const toolConfig: ToolConfiguration = { tools: [{ toolSpec: calculator }, { toolSpec: weather }] };
const question: Message = { role: 'user', content: [{ text: '東京の天気と 12 × 7 を教えて' }] };

const claudeTools = [
	{ name: 'calculator', input_schema: calculator.inputSchema.json },
	{ name: 'get_weather', input_schema: weather.inputSchema.json },
];

describe('a loop of tools', () => {
	it('goes from two uses to an answer that quotes both results', async () => {
		const first = await practice.client.send(
			new ConverseCommand({ modelId: CLAUDE, messages: [question], toolConfig }),
		);
		const content = first.output?.message?.content ?? [];
		expect(first.stopReason).toBe('tool_use');
		expect(content[0]?.text).toContain('`calculator`');
		const uses = content.flatMap(({ toolUse }) => (toolUse === undefined ? [] : [toolUse]));
		expect(uses.map(({ name, input }) => ({ name, input }))).toEqual([
			{ name: 'calculator', input: { expression: '12 * 7' } },
			{ name: 'get_weather', input: { city: '東京' } },
		]);
		expect(uses.map(({ toolUseId }) => toolUseId)).toEqual([
			expect.stringMatching(/^tooluse_[A-Za-z0-9]{22}$/),
			expect.stringMatching(/^tooluse_[A-Za-z0-9]{22}$/),
		]);

		const results: Message = {
			role: 'user',
			content: [
				{ toolResult: { toolUseId: uses[0]?.toolUseId, content: [{ json: { value: 84 } }] } },
				{ toolResult: { toolUseId: uses[1]?.toolUseId, content: [{ text: '観測所が休み' }], status: 'error' } },
			],
		};
		const messages: Message[] = [question, { role: 'assistant', content }, results];
		const second = await practice.client.send(new ConverseCommand({ modelId: CLAUDE, messages, toolConfig }));
		const text = second.output?.message?.content?.[0]?.text;
		expect(second.stopReason).toBe('end_turn');
		expect(text).toContain('`calculator` の結果:\n\n> {"value":84}');
		expect(text).toContain('`get_weather` は失敗しました。理由:\n\n> 観測所が休み');
		expect(text).toContain('> 東京の天気と 12 × 7 を教えて');
	});

	it('asks the same for the same question, and with other ids for another', async () => {
		const idsOf = async (text: string) => {
			const { json } = await ask(practice.server, CLAUDE, 'converse', { messages: [user({ text })], toolConfig });
			return blocksIn(json)
				.slice(1)
				.map((block) => block.toolUse?.toolUseId);
		};
		expect(await idsOf('12 * 7')).toEqual(await idsOf('12 * 7'));
		expect(await idsOf('12 * 7')).not.toEqual(await idsOf('12 * 8'));
	});

	it('uses what it is forced to, without a word before', async () => {
		const choice = async (toolChoice: object) => {
			const config = { ...toolConfig, toolChoice };
			const { json } = await ask(practice.server, CLAUDE, 'converse', {
				messages: [user({ text: 'Hello' })],
				toolConfig: config,
			});
			return blocksIn(json).map((block) => block.toolUse?.name ?? 'text');
		};
		expect(await choice({ tool: { name: 'get_weather' } })).toEqual(['get_weather']);
		expect(await choice({ any: {} })).toEqual(['calculator']);
		expect(await choice({ auto: {} })).toEqual(['text']);
	});
});

function inputsOf(events: readonly ConverseStreamOutput[]): readonly (string | undefined)[] {
	return events.flatMap(({ contentBlockDelta }) => {
		const delta = contentBlockDelta?.delta;
		return delta?.toolUse === undefined ? [] : [delta.toolUse.input];
	});
}

describe('a stream', () => {
	const asked = { messages: [{ role: 'user' as const, content: [{ text: '12 * 7' }] }], toolConfig };

	it('starts a use of Claude with nothing and goes on in pieces of JSON', async () => {
		const { stream } = await practice.client.send(new ConverseStreamCommand({ modelId: CLAUDE, ...asked }));
		const events = await collect(stream);
		const starts = events.flatMap(({ contentBlockStart }) => (contentBlockStart ? [contentBlockStart] : []));
		expect(starts).toEqual([
			{
				contentBlockIndex: 1,
				start: { toolUse: { name: 'calculator', toolUseId: expect.stringMatching(/^tooluse_/), type: 'tool_use' } },
			},
		]);
		const inputs = inputsOf(events);
		expect(inputs[0]).toBe('');
		expect(inputs.length).toBeGreaterThan(5);
		expect(inputs.join('')).toBe('{"expression":"12 * 7"}');
		expect(events.at(-2)?.messageStop?.stopReason).toBe('tool_use');
	});

	it('gives a use of Nova whole', async () => {
		const { stream } = await practice.client.send(new ConverseStreamCommand({ modelId: NOVA, ...asked }));
		const events = await collect(stream);
		expect(inputsOf(events)).toEqual(['{"expression":"12 * 7"}']);
		expect(events.some(({ contentBlockStart }) => contentBlockStart?.start?.toolUse?.type !== undefined)).toBe(false);
	});

	it('cuts the JSON at max tokens', async () => {
		const config = { ...toolConfig, toolChoice: { any: {} } };
		const request = { ...asked, toolConfig: config, inferenceConfig: { maxTokens: 6 } };
		const { stream } = await practice.client.send(new ConverseStreamCommand({ modelId: CLAUDE, ...request }));
		const events = await collect(stream);
		expect(inputsOf(events).join('')).toBe('{"expression":');
		expect(events.at(-2)?.messageStop?.stopReason).toBe('max_tokens');
		const whole = await practice.client.send(new ConverseCommand({ modelId: CLAUDE, ...request }));
		expect(whole.output?.message?.content?.[0]?.toolUse?.input).toEqual({});
		expect(whole.stopReason).toBe('max_tokens');
	});
});

describe('Claude’s own body', () => {
	it('has uses, and results that were errors', async () => {
		const messages = [{ role: 'user', content: 'What is 12 * 7?' }];
		const first = await ask(practice.server, CLAUDE, 'invoke', claudeBody({ messages, tools: claudeTools }));
		const content = first.json.content;
		const id = content?.[1]?.id;
		expect(first.json.stop_reason).toBe('tool_use');
		expect(content?.[1]).toEqual({
			type: 'tool_use',
			id: expect.stringMatching(/^toolu_bdrk_01[A-Za-z0-9]{22}$/),
			name: 'calculator',
			input: { expression: '12 * 7' },
		});
		const result = { type: 'tool_result', tool_use_id: id, content: 'out of paper', is_error: true };
		const second = await ask(
			practice.server,
			CLAUDE,
			'invoke',
			claudeBody({
				messages: [...messages, { role: 'assistant', content }, { role: 'user', content: [result] }],
				tools: claudeTools,
			}),
		);
		expect(second.json.content?.[0]?.text).toContain('`calculator` failed, and said why:\n\n> out of paper');
	});

	it('has one use at most where the request says so', async () => {
		const messages = [{ role: 'user', content: 'The weather in Kyoto, and 12 * 7?' }];
		const usesWith = async (more: object) => {
			const choice = { type: 'auto', ...more };
			const { json } = await ask(
				practice.server,
				CLAUDE,
				'invoke',
				claudeBody({ messages, tools: claudeTools, tool_choice: choice }),
			);
			return json.content?.filter(({ type }) => type === 'tool_use').length;
		};
		expect(await usesWith({})).toBe(2);
		expect(await usesWith({ disable_parallel_tool_use: true })).toBe(1);
	});

	it('streams the input as partial JSON', async () => {
		const messages = [{ role: 'user', content: '12 * 7' }];
		const body = claudeBody({ messages, tools: claudeTools, tool_choice: { type: 'tool', name: 'calculator' } });
		const { body: stream } = await practice.client.send(
			new InvokeModelWithResponseStreamCommand({
				modelId: CLAUDE,
				contentType: 'application/json',
				body: JSON.stringify(body),
			}),
		);
		const chunks = (await chunksOf(stream)) as {
			type: string;
			content_block?: object;
			delta?: { type?: string; partial_json?: string; stop_reason?: string };
		}[];
		expect(chunks[1]?.content_block).toMatchObject({ type: 'tool_use', name: 'calculator', input: {} });
		const json = chunks
			.filter(({ delta }) => delta?.type === 'input_json_delta')
			.map(({ delta }) => delta?.partial_json);
		expect(json[0]).toBe('');
		expect(json.join('')).toBe('{"expression":"12 * 7"}');
		expect(chunks.at(-2)?.delta?.stop_reason).toBe('tool_use');
	});
});

it('Nova’s own body has Converse’s tools', async () => {
	const body = { messages: [user({ text: '12 * 7' })], toolConfig };
	const { json } = await ask(practice.server, NOVA, 'invoke', body);
	expect(json.stopReason).toBe('tool_use');
	const toolUse = blocksIn(json)[1]?.toolUse;
	expect(toolUse).toMatchObject({ name: 'calculator', input: { expression: '12 * 7' } });
	const results = user({ toolResult: { toolUseId: toolUse?.toolUseId, content: [{ text: '84' }] } });
	const again = await ask(practice.server, NOVA, 'invoke', {
		...body,
		messages: [...body.messages, assistant({ toolUse: toolUse ?? {} }), results],
	});
	expect(blocksIn(again.json)[0]?.text).toContain('`calculator` gave:\n\n> 84');
});
