import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { cutWithin, toolsWaiting } from '../../../src/shared/answers/can-continue.ts';
import { stopKind } from '../../../src/shared/answers/stop-reason.ts';
import type { ContentBlock } from '../../../src/shared/model/content.ts';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import type { ToolDefinition } from '../../../src/shared/model/tools.ts';
import { builtInDefinitions } from '../../../src/shared/model/tools.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const CLAUDE = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const QUESTION = 'What is the weather in Kyoto?';

const weather: ToolDefinition = {
	name: 'get_weather',
	description: 'The weather in a city',
	inputSchema: '{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}',
	strict: null,
	builtIn: null,
};

const here = appForTests();

async function newConversation(settings: RequestSettingsPatch): Promise<string> {
	return (await here.app.client.conversations.create({ settings })).id;
}

function typesOf(turn: Turn): string[] {
	return (turn.answer?.content ?? []).map(({ type }) => type);
}

/** Without the thoughts: some models think unasked. */
function spokenTypes(turn: Turn): string[] {
	return typesOf(turn).filter((type) => type !== 'reasoning');
}

function bodies(): string[] {
	return here.received.map(({ requestBody }) => Buffer.from(requestBody).toString('utf8'));
}

async function answerWith(turn: Turn, text: string): Promise<Turn> {
	const results = toolsWaiting(turn).map(
		({ id: toolUseId }) => ({ toolUseId, status: 'success', format: 'text', text }) as const,
	);
	await here.app.client.turns.answerTools({ turnId: turn.id, results });
	return (await (await watchTurn(here.app, turn.id)).until('ended')).turn;
}

const models = [
	{ family: 'Claude Messages', modelId: CLAUDE },
	{ family: 'Nova', modelId: 'amazon.nova-lite-v1:0' },
	{ family: 'OpenAI’s shape', modelId: 'openai.gpt-oss-120b-1:0' },
	{ family: 'Mistral’s chat', modelId: 'mistral.mistral-large-3-675b-instruct' },
] as const;

describe.each(models)('a tool by hand with $family', ({ modelId }) => {
	test.each(operations)('%s: one answer of two calls, and the next question sends it all', async (operation) => {
		const id = await newConversation({ operation, modelId, tools: [weather] });
		const asked = await ask(here.app, id, QUESTION);
		expect([asked.state, stopKind(asked.exchanges[0]?.stopReason ?? ''), spokenTypes(asked)]).toEqual([
			'complete',
			'tool',
			['text', 'tool-use'],
		]);
		const turn = await answerWith(asked, 'Clear, 21 degrees');
		expect([turn.state, turn.exchanges.at(-1)?.failure ?? null]).toEqual(['complete', null]);
		expect(spokenTypes(turn)).toEqual(['text', 'tool-use', 'tool-result', 'text']);
		expect(JSON.stringify(turn.answer?.content.at(-1))).toContain('Clear, 21 degrees');
		expect(turn.exchanges.map(({ continues, answersTools }) => [continues, answersTools])).toEqual([
			[false, false],
			[true, true],
		]);
		const next = await ask(here.app, id, 'Thank you.');
		expect([next.state, next.failure]).toEqual(['complete', null]);
		expect(bodies()[2]).toContain('Clear, 21 degrees');
	});
});

test.each([
	['Converse', CLAUDE],
	['ConverseStream', 'us.meta.llama3-3-70b-instruct-v1:0'],
	['InvokeModel', CLAUDE],
	['InvokeModelWithResponseStream', 'amazon.nova-lite-v1:0'],
	['InvokeModel', 'openai.gpt-oss-120b-1:0'],
	['InvokeModel', 'mistral.mistral-7b-instruct-v0:2'],
] as const)('a talk with uses of tools goes on without tools as text: %s with %s', async (operation, modelId) => {
	const id = await newConversation({ operation: 'Converse', modelId: CLAUDE, tools: [weather] });
	await answerWith(await ask(here.app, id, QUESTION), 'Clear, 21 degrees');
	await here.app.client.conversations.updateSettings({ id, settings: { operation, modelId, tools: [] } });
	const refused = await ask(here.app, id, 'Thank you.');
	if (operation.startsWith('Converse')) {
		expect(refused.failure?.message).toBe(
			'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
		);
	}
	await here.app.client.conversations.updateSettings({ id, settings: { toolsAsText: true } });
	const next = await ask(here.app, id, 'Thank you.');
	expect([next.state, next.failure]).toEqual(['complete', null]);
	const sent = bodies().at(-1) ?? '';
	expect(sent).toContain('[Tool use: get_weather] {');
	expect(sent).toContain('[Tool result: get_weather] Clear, 21 degrees');
	expect(sent).not.toMatch(/"(toolUse|toolResult|tool_calls)":|"type":"tool_(use|result)"/);
	const exchangeId = next.exchanges[0]?.id ?? '';
	const { attempts } = await here.app.client.exchanges.get({ exchangeId });
	const { talk } = await here.app.client.exchanges.sentSettings({ exchangeId, attemptId: attempts[0]?.id ?? '' });
	expect(talk?.toolTexts).toBe(2);
});

test.each([
	['Converse', CLAUDE],
	['ConverseStream', 'amazon.nova-lite-v1:0'],
	['InvokeModel', CLAUDE],
] as const)('an answer goes on after its own tool, as text, without tools: %s with %s', async (operation, modelId) => {
	const id = await newConversation({ operation, modelId, tools: [weather] });
	const asked = await ask(here.app, id, QUESTION);
	await here.app.client.conversations.updateSettings({ id, settings: { tools: [] } });
	expect((await answerWith(asked, 'Clear, 21 degrees')).failure?.type).toBe('ValidationException');
	await here.app.client.conversations.updateSettings({ id, settings: { toolsAsText: true } });
	await here.app.client.turns.continue({ turnId: asked.id });
	const { turn } = await (await watchTurn(here.app, asked.id)).until('ended');
	expect([turn.state, turn.failure, typesOf(turn)]).toEqual([
		'complete',
		null,
		['text', 'tool-use', 'tool-result', 'text'],
	]);
	const sent = bodies().at(-1) ?? '';
	expect(sent).toContain('[Tool result: get_weather] Clear, 21 degrees');
	expect(sent).not.toMatch(/"(toolUse|toolResult)":|"type":"tool_(use|result)"/);
});

test('an answer with tools keeps their blocks in what it goes on with, also where earlier ones go as text', async () => {
	const id = await newConversation({ operation: 'Converse', modelId: CLAUDE, tools: [weather], toolsAsText: true });
	await answerWith(await ask(here.app, id, QUESTION), 'Clear, 21 degrees');
	expect(bodies()[1]).toContain('"toolResult":');
	await answerWith(await ask(here.app, id, QUESTION), 'Rain');
	expect(bodies()[3]).toContain('[Tool result: get_weather] Clear, 21 degrees');
	expect(bodies()[3]).toMatch(/"toolResult":.*Rain/);
});

test.each(operations)('thoughts go back with their signature, and so do encrypted ones: %s', async (operation) => {
	const settings = { operation, modelId: CLAUDE, maxTokens: 4096, tools: [weather] };
	const reasoning = { mode: 'budget', budgetTokens: 1024 } as const;
	const id = await newConversation({ ...settings, reasoning });
	const asked = await ask(here.app, id, QUESTION);
	expect([asked.failure, typesOf(asked)]).toEqual([null, ['reasoning', 'text', 'tool-use']]);
	const [thought] = asked.answer?.content ?? [];
	if (thought?.type !== 'reasoning') throw new Error('It has thought');
	expect(thought.signature).toMatch(/.{20}/);
	const turn = await answerWith(asked, 'Clear');
	expect([turn.state, turn.failure]).toEqual(['complete', null]);
	expect(bodies()[1]).toContain(JSON.stringify(thought.signature));
	const next = await ask(here.app, id, 'Thank you.');
	expect([next.state, next.failure]).toEqual(['complete', null]);

	// Anthropic's own way to have thoughts encrypted, for tests.
	const hidden = await ask(
		here.app,
		id,
		'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_46C9A13E193C177646C7398A98432ECCCE4C1253D5E2D82641AC0E52CC2876CB',
	);
	const redacted = hidden.answer?.content[0];
	if (redacted?.type !== 'reasoning' || redacted.redacted === null) throw new Error('Its thoughts are encrypted');
	const last = await ask(here.app, id, 'Thank you.');
	expect([last.state, last.failure]).toEqual(['complete', null]);
	expect(bodies().at(-1)).toContain(redacted.redacted);
});

test('the app’s calculator answers by itself over the wire, and the answer knows its result', async () => {
	const { calculator } = builtInDefinitions;
	const id = await newConversation({ modelId: CLAUDE, tools: [calculator], toolRounds: 3 });
	const turn = await ask(here.app, id, 'What is 12.5 * 8?');
	expect(turn.failure).toBeNull();
	expect(typesOf(turn)).toEqual(['text', 'tool-use', 'tool-result', 'text']);
	const result = turn.answer?.content.find((block) => block.type === 'tool-result');
	expect(result).toMatchObject({ status: 'success', text: '100', by: 'built-in' });
	expect(JSON.stringify(turn.answer?.content.at(-1))).toContain('100');
});

test('a call with results that is refused keeps them, and is made again by going on', async () => {
	const id = await newConversation({ operation: 'Converse', modelId: CLAUDE, tools: [weather] });
	const asked = await ask(here.app, id, QUESTION);
	here.practice.faults.arm({ kind: 'access-denied', message: 'No.' });
	const failed = await answerWith(asked, 'Clear, 21 degrees');
	expect([failed.state, failed.failure?.type, typesOf(failed)]).toEqual([
		'incomplete',
		'AccessDeniedException',
		['text', 'tool-use', 'tool-result'],
	]);
	here.practice.faults.clear();
	await here.app.client.turns.continue({ turnId: asked.id });
	const { turn } = await (await watchTurn(here.app, asked.id)).until('ended');
	expect([turn.state, typesOf(turn)]).toEqual(['complete', ['text', 'tool-use', 'tool-result', 'text']]);
	expect(bodies()[2]).toBe(bodies()[1]);
});

test('a text that was cut after thoughts is gone on with, thoughts and all, to the same text as uncut', async () => {
	const settings = {
		operation: 'Converse',
		modelId: 'us.anthropic.claude-sonnet-4-6',
		reasoning: { mode: 'adaptive', display: null },
	} as const;
	const question = 'Write a haiku about frogs.';
	const tooShort = await ask(here.app, await newConversation({ ...settings, maxTokens: 40 }), question);
	expect([cutWithin(tooShort), typesOf(tooShort)]).toEqual(['thoughts', ['reasoning']]);
	await expect(here.app.client.turns.continue({ turnId: tooShort.id })).rejects.toMatchObject({
		code: 'NOT_RETRYABLE',
	});

	let turn = await ask(here.app, await newConversation({ ...settings, maxTokens: 150 }), question);
	while (cutWithin(turn) === 'text') {
		await here.app.client.turns.continue({ turnId: turn.id });
		turn = (await (await watchTurn(here.app, turn.id)).until('ended')).turn;
	}
	expect([turn.state, turn.failure]).toEqual(['complete', null]);
	expect(typesOf(turn).slice(0, 4)).toEqual(['reasoning', 'text', 'reasoning', 'text']);
	const whole = await ask(here.app, await newConversation({ ...settings, maxTokens: 4096 }), question);
	const [uncut, joined] = [whole, turn].map(({ answer }) => textOf(answer?.content ?? []));
	// The practice model names the limit that it was given.
	expect(joined).toBe(uncut?.replaceAll('"maxTokens": 4096', '"maxTokens": 150'));
});

test('beside a tool of the person’s, the app’s own one tells its result when it is asked for', async () => {
	const { calculator } = builtInDefinitions;
	const id = await newConversation({ modelId: CLAUDE, tools: [weather, calculator], toolRounds: 3 });
	const turn = await ask(here.app, id, 'What is 12.5 * 8, and the weather in Kyoto?');
	const [city, sum] = toolsWaiting(turn);
	if (city === undefined || sum === undefined) throw new Error('It asks for both');
	const of = (toolUseId: string) => here.app.client.turns.ownResult({ turnId: turn.id, toolUseId });
	expect(await of(sum.id)).toEqual({ status: 'success', format: 'text', text: '100' });
	const error = await of(city.id).catch((thrown: unknown) => thrown);
	if (!(error instanceof ORPCError)) throw new Error(`No typed error: ${error}`);
	expect(error.code).toBe('NOT_FOUND');
	expect(bodies()).toHaveLength(1);
});

test('results that don’t fit are refused with a reason', async () => {
	const id = await newConversation({ operation: 'Converse', modelId: CLAUDE, tools: [weather] });
	const asked = await ask(here.app, id, QUESTION);
	const result = { toolUseId: 'x', status: 'success', format: 'text', text: 'Clear' } as const;
	const error = await here.app.client.turns
		.answerTools({ turnId: asked.id, results: [result] })
		.catch((thrown: unknown) => thrown);
	if (!(error instanceof ORPCError)) throw new Error(`No typed error: ${error}`);
	expect([error.code, error.data]).toEqual(['RESULTS_NOT_TAKEN', { reason: 'others' }]);
});

test('an answer of blocks is the same after the app was closed and opened, and comes back from its own file', async () => {
	const id = await newConversation({ modelId: CLAUDE, tools: [weather] });
	const turn = await answerWith(await ask(here.app, id, QUESTION), 'Clear, 21 degrees');
	const content: readonly ContentBlock[] = turn.answer?.content ?? [];
	await here.restart();
	expect((await here.app.client.conversations.get({ id })).turns[0]?.answer?.content).toEqual(content);
	const scope = { conversationId: id, turnId: null, exchangeId: null };
	const wish = { scope, mask: false, language: 'en' as const, words: [] };
	for (const format of ['outcrop', 'har'] as const) {
		const file = await here.app.client.files.export({ ...wish, format });
		const opened = await here.app.client.files.import({
			fileName: file.fileName,
			base64: Buffer.from(file.text, 'utf8').toString('base64'),
		});
		if (!('conversationId' in opened)) throw new Error(`Not opened: ${JSON.stringify(opened)}`);
		const read = await here.app.client.conversations.get({ id: opened.conversationId });
		expect(read.turns[0]?.answer?.content).toEqual(content);
	}
	const markdown = await here.app.client.files.export({ ...wish, format: 'markdown' });
	expect(markdown.text).toContain('**Result of** `get_weather`\n\n```\nClear, 21 degrees\n```');
});
