import { ConverseStreamCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { ADAPTIVE, ask, assistant, blocksIn, CLAUDE, claudeBody, NOVA_2, user } from './support/ask.ts';
import { chunksOf, collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';

const practice = practiceForTests();

const budget = { thinking: { type: 'enabled', budget_tokens: 1024 } };
const hello = { messages: [user({ text: 'Hello' })], inferenceConfig: { maxTokens: 4000 } };
const BASE64 = /^[A-Za-z0-9+/]+=*$/;
const MAGIC =
	'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_46C9A13E193C177646C7398A98432ECCCE4C1253D5E2D82641AC0E52CC2876CB';

async function blocksOf(modelId: string, body: object) {
	const { json } = await ask(practice.server, modelId, 'converse', body);
	return blocksIn(json);
}

describe('thoughts of Claude', () => {
	it('come signed before the answer, and go back', async () => {
		const body = { ...hello, additionalModelRequestFields: budget };
		const blocks = await blocksOf(CLAUDE, body);
		expect(blocks[0]?.reasoningContent?.reasoningText).toEqual({
			text: expect.stringContaining('The user writes: “Hello”.'),
			signature: expect.stringMatching(BASE64),
		});
		expect(blocks).toHaveLength(2);

		const goOn = [...hello.messages, assistant(...blocks), user({ text: 'And then?' })];
		expect((await ask(practice.server, CLAUDE, 'converse', { ...body, messages: goOn })).status).toBe(200);

		const text = blocks[0]?.reasoningContent?.reasoningText?.text ?? '';
		const signature = blocks[0]?.reasoningContent?.reasoningText?.signature;
		const changed = assistant(
			{ reasoningContent: { reasoningText: { text: `${text}!`, signature } } },
			blocks[1] ?? {},
		);
		const refused = await ask(practice.server, CLAUDE, 'converse', { ...body, messages: [goOn[0], changed, goOn[2]] });
		expect(refused).toMatchObject({
			status: 400,
			json: {
				message:
					'The model returned the following errors: messages.1.content.0: Invalid `signature` in `thinking` block',
			},
		});
	});

	it('stream as text, then their signature', async () => {
		const { stream } = await practice.client.send(
			new ConverseStreamCommand({
				modelId: CLAUDE,
				messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
				additionalModelRequestFields: budget,
			}),
		);
		const events = await collect(stream);
		const first = events.filter(({ contentBlockDelta }) => contentBlockDelta?.contentBlockIndex === 0);
		const deltas = first.map(({ contentBlockDelta }) => contentBlockDelta?.delta?.reasoningContent);
		expect(deltas.slice(0, -1).every((delta) => delta?.text !== undefined)).toBe(true);
		expect(deltas.at(-1)?.signature).toMatch(BASE64);
		expect(events.some(({ contentBlockStart }) => contentBlockStart !== undefined)).toBe(false);
		expect(events.filter(({ contentBlockStop }) => contentBlockStop !== undefined)).toHaveLength(2);
		const usage = events.at(-1)?.metadata?.usage;
		expect(usage?.outputTokens).toBe(events.filter(({ contentBlockDelta }) => contentBlockDelta).length - 1);
	});

	it('are encrypted where Anthropic’s string for that is in the question', async () => {
		const body = { ...hello, messages: [user({ text: MAGIC })], additionalModelRequestFields: budget };
		const blocks = await blocksOf(CLAUDE, body);
		expect(blocks[0]?.reasoningContent).toEqual({ redactedContent: expect.stringMatching(BASE64) });
		const goOn = [body.messages[0], assistant(...blocks), user({ text: 'And then?' })];
		expect((await ask(practice.server, CLAUDE, 'converse', { ...body, messages: goOn })).status).toBe(200);
	});

	it('are a signature alone on the newest, unless a summary is asked for', async () => {
		const think = (thinking: object) => blocksOf(ADAPTIVE, { ...hello, additionalModelRequestFields: { thinking } });
		const omitted = await think({ type: 'adaptive' });
		expect(omitted[0]?.reasoningContent?.reasoningText).toEqual({
			text: '',
			signature: expect.stringMatching(BASE64),
		});
		const told = await think({ type: 'adaptive', display: 'summarized' });
		expect(told[0]?.reasoningContent?.reasoningText?.text).toContain('The user writes');
		const goOn = [hello.messages[0], assistant(...omitted), user({ text: 'And then?' })];
		expect((await ask(practice.server, ADAPTIVE, 'converse', { ...hello, messages: goOn })).status).toBe(200);
	});

	it('are counted, shown or not, and cut at max tokens', async () => {
		const body = (maxTokens: number) => ({
			...hello,
			inferenceConfig: { maxTokens },
			additionalModelRequestFields: { thinking: { type: 'adaptive' } },
		});
		const cut = await ask(practice.server, ADAPTIVE, 'converse', body(10));
		expect(cut.json.usage?.['outputTokens']).toBe(10);
		expect(cut.json.stopReason).toBe('max_tokens');
		expect(blocksIn(cut.json)).toEqual([]);
	});

	it('have blocks of their own in Claude’s body, whole and streamed', async () => {
		const { json } = await ask(practice.server, CLAUDE, 'invoke', claudeBody(budget));
		expect(json.content?.map((block) => block.type)).toEqual(['thinking', 'text']);
		expect(json.content?.[0]?.signature).toMatch(BASE64);
		const { body } = await practice.client.send(
			new InvokeModelWithResponseStreamCommand({
				modelId: CLAUDE,
				contentType: 'application/json',
				body: JSON.stringify(claudeBody(budget)),
			}),
		);
		const chunks = (await chunksOf(body)) as { content_block?: object; delta?: { type?: string } }[];
		expect(chunks[1]?.content_block).toEqual({ type: 'thinking', thinking: '', signature: '' });
		const types = chunks.flatMap(({ delta }) => (delta?.type === undefined ? [] : [delta.type]));
		expect([...new Set(types)]).toEqual(['thinking_delta', 'signature_delta', 'text_delta']);
		const redacted = await ask(
			practice.server,
			CLAUDE,
			'invoke',
			claudeBody({ ...budget, messages: [{ role: 'user', content: MAGIC }] }),
		);
		expect(redacted.json.content?.[0]).toEqual({ type: 'redacted_thinking', data: expect.stringMatching(BASE64) });
	});
});

describe('thoughts of others', () => {
	it('are one word on Nova 2, and counted', async () => {
		const reasoningConfig = { type: 'enabled', maxReasoningEffort: 'low' };
		const body = { ...hello, additionalModelRequestFields: { reasoningConfig } };
		const plain = await ask(practice.server, NOVA_2, 'converse', hello);
		const { json } = await ask(practice.server, NOVA_2, 'converse', body);
		expect(blocksIn(json)[0]).toEqual({
			reasoningContent: { reasoningText: { text: '[REDACTED]' } },
		});
		expect(Number(json.usage?.['outputTokens'])).toBeGreaterThan(Number(plain.json.usage?.['outputTokens']) + 20);
		const native = await ask(practice.server, NOVA_2, 'invoke', { messages: hello.messages, reasoningConfig });
		expect(blocksIn(native.json)[0]).toEqual({
			reasoningContent: { reasoningText: { text: '[REDACTED]' } },
		});
	});

	it.each(['us.deepseek.r1-v1:0', 'openai.gpt-oss-20b-1:0'])('come unasked and unsigned from %s', async (modelId) => {
		const blocks = await blocksOf(modelId, hello);
		expect(blocks[0]).toEqual({
			reasoningContent: { reasoningText: { text: expect.stringContaining('The user writes') } },
		});
		expect(blocks[1]?.text).toContain('> Hello');
	});
});

it.each([
	[CLAUDE, { thinking: { type: 'enabled', budget_tokens: 4096 } }, {}],
	[CLAUDE, budget, { outputConfig: { effort: 'high' } }],
	['openai.gpt-oss-20b-1:0', { reasoning_effort: 'high' }, {}],
])('%s thinks longer where it is to try hard', async (modelId, additionalModelRequestFields, more) => {
	const base = { ...hello, inferenceConfig: { maxTokens: 8000 } };
	const blocks = await blocksOf(modelId, { ...base, ...more, additionalModelRequestFields });
	expect(blocks[0]?.reasoningContent?.reasoningText?.text).toContain('I was asked to think hard');
	const less = modelId === CLAUDE ? budget : { reasoning_effort: 'low' };
	const short = await blocksOf(modelId, { ...base, additionalModelRequestFields: less });
	expect(short[0]?.reasoningContent?.reasoningText?.text).not.toContain('I was asked to think hard');
});

it('a talk with thoughts and tools goes on only with the thoughts in it', async () => {
	const toolConfig = { tools: [{ toolSpec: { name: 'calculator', inputSchema: { json: { type: 'object' } } } }] };
	const body = {
		...hello,
		messages: [user({ text: '12 * 7' })],
		toolConfig,
		additionalModelRequestFields: budget,
	};
	const blocks = await blocksOf(CLAUDE, body);
	expect(blocks.map((block) => Object.keys(block)[0])).toEqual(['reasoningContent', 'text', 'toolUse']);
	const result = user({ toolResult: { toolUseId: blocks[2]?.toolUse?.toolUseId, content: [{ text: '84' }] } });
	const send = (said: readonly object[]) =>
		ask(practice.server, CLAUDE, 'converse', { ...body, messages: [body.messages[0], assistant(...said), result] });
	expect((await send(blocks)).status).toBe(200);
	const refused = await send(blocks.slice(2));
	expect(refused.json.message).toMatch(
		/^The model returned the following errors: messages\.1\.content\.0\.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`\./,
	);
});
