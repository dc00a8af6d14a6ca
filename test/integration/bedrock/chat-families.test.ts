import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call, ChatMessage } from '../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../src/main/core/bedrock/call.ts';
import { appendPart } from '../../../src/shared/answers/append-part.ts';
import type { AnswerPart, ContentBlock } from '../../../src/shared/model/content.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

const tool = {
	name: 'get_weather',
	description: 'The weather of a city.',
	inputSchema: '{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}',
	strict: null,
	builtIn: null,
};

/** The blocks of an answer, in the order in which they were told, and what else is known of it. */
async function ask(
	settings: Partial<RequestSettings>,
	messages: readonly ChatMessage[],
): Promise<{ blocks: readonly ContentBlock[]; reason: string | undefined; sent: unknown; state: string }> {
	const sink = recordingSink();
	const parts: AnswerPart[] = [];
	const listening = {
		...sink,
		text: (text: string) => parts.push({ type: 'text', text }),
		part: (part: AnswerPart) => parts.push(part),
	};
	const call: Call = { ...makeCall(settings), messages };
	const { state } = await practice.caller()(call, listening, unstopped);
	await practice.exchanges(1);
	return {
		blocks: parts.reduce(appendPart, [] as readonly ContentBlock[]),
		reason: sink.reasons.at(-1),
		sent: JSON.parse(Buffer.from(sink.attempts.at(-1)?.body ?? []).toString('utf8')),
		state,
	};
}

const question = textMessage('user', 'What is the weather in Paris?');

describe.each(['InvokeModel', 'InvokeModelWithResponseStream'] as const)('%s', (operation: Operation) => {
	test.each([
		['openai.gpt-oss-20b-1:0', 'openai-chat', 'max_completion_tokens'],
		['deepseek.v3-v1:0', 'openai-chat', 'max_tokens'],
		['mistral.mistral-large-3-675b-instruct', 'mistral-chat', 'max_tokens'],
	])('%s asks for a tool, and goes on with its result', async (modelId, _, limit) => {
		const settings: Partial<RequestSettings> = {
			operation,
			modelId,
			maxTokens: 900,
			tools: [tool],
			toolChoice: { type: 'any' },
		};
		const asked = await ask(settings, [question]);
		expect(asked.state).toBe('complete');
		expect(asked.reason).toBe('tool_calls');
		const use = asked.blocks.find((block) => block.type === 'tool-use');
		expect(use).toMatchObject({ name: 'get_weather' });
		expect(JSON.parse(use?.input ?? '')).toEqual({ city: 'Paris' });
		expect(asked.sent).toMatchObject({
			[limit]: 900,
			tools: [
				{
					type: 'function',
					function: { name: 'get_weather', description: 'The weather of a city.', parameters: { required: ['city'] } },
				},
			],
			tool_choice: modelId.startsWith('mistral') ? 'any' : 'required',
		});
		if (use === undefined) return;

		const answered = await ask({ ...settings, toolChoice: null }, [
			question,
			{ role: 'assistant', content: [use] },
			{
				role: 'user',
				content: [
					{
						type: 'tool-result',
						toolUseId: use.id,
						status: 'success',
						format: 'text',
						text: 'Rain, 14 °C',
						by: 'person',
					},
				],
			},
		]);
		expect(answered.reason).toBe('stop');
		expect(answered.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('')).toContain('14 °C');
		expect(answered.sent).toMatchObject({
			messages: [
				{ role: 'user', content: 'What is the weather in Paris?' },
				{ role: 'assistant', content: null, tool_calls: [{ id: use.id, type: 'function' }] },
				{ role: 'tool', tool_call_id: use.id, content: 'Rain, 14 °C' },
			],
		});
	});

	test('gpt-oss thinks first, and what it thinks is no part of its text', async () => {
		const { blocks, sent } = await ask(
			{ operation, modelId: 'openai.gpt-oss-120b-1:0', effort: 'high', maxTokens: 2000 },
			[textMessage('user', 'こんにちは')],
		);
		expect(blocks.map(({ type }) => type)).toEqual(['reasoning', 'text']);
		expect(JSON.stringify(blocks)).not.toContain('<reasoning>');
		expect(sent).toMatchObject({ reasoning_effort: 'high' });
	});

	test('an answer is held to a schema', async () => {
		const schema = '{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}';
		const { blocks, sent } = await ask(
			{
				operation,
				modelId: 'qwen.qwen3-32b-v1:0',
				outputSchema: { schema, name: '', description: '' },
				maxTokens: 500,
			},
			[question],
		);
		const text = blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
		expect(Object.keys(JSON.parse(text))).toEqual(['city']);
		expect(sent).toMatchObject({
			response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: JSON.parse(schema) } },
		});
	});

	test('a picture goes along as a data URL', async () => {
		const bytes = Buffer.from('iVBORw0KGgo=', 'base64');
		const { sent, blocks } = await ask({ operation, modelId: 'google.gemma-3-27b-it', maxTokens: 900 }, [
			{
				role: 'user',
				content: [
					{ type: 'text', text: 'What is this?' },
					{ type: 'attachment', kind: 'image', format: 'png', name: 'a.png', bytes },
				],
			},
		]);
		expect(sent).toMatchObject({
			messages: [
				{
					role: 'user',
					content: [
						{ type: 'text', text: 'What is this?' },
						{ type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
					],
				},
			],
		});
		expect(blocks.at(-1)?.type).toBe('text');
	});
});

test('a result that answers nothing is refused, and so is a use that is not answered', async () => {
	const settings = { operation: 'InvokeModel', modelId: 'deepseek.v3-v1:0' } as const;
	const use = { type: 'tool-use', id: 'a', name: 'get_weather', input: '{}' } as const;
	const result = {
		type: 'tool-result',
		toolUseId: 'b',
		status: 'success',
		format: 'text',
		text: 'x',
		by: 'person',
	} as const;
	const wrong = await ask({ ...settings, tools: [tool] }, [
		question,
		{ role: 'assistant', content: [use] },
		{ role: 'user', content: [result] },
	]);
	expect(wrong.state).toBe('failed');
	const unanswered = await ask({ ...settings, tools: [tool] }, [
		question,
		{ role: 'assistant', content: [use] },
		question,
	]);
	expect(unanswered.state).toBe('failed');
});
