import { describe, expect, test } from 'vitest';
import type { EditedBody } from '../../../src/shared/model/body-preview.ts';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import { defaultRequestSettings } from '../../../src/shared/model/settings.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const CLAUDE = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

const here = appForTests();

async function newConversation(): Promise<string> {
	return (await here.app.client.conversations.create({ settings: { modelId: CLAUDE } })).id;
}

async function ended(turnId: string): Promise<Turn> {
	return (await (await watchTurn(here.app, turnId)).until('ended')).turn;
}

async function send(conversationId: string, body: EditedBody, text = ''): Promise<Turn> {
	return ended((await here.app.client.turns.start({ conversationId, text, body })).id);
}

const sentBodies = (): string[] => here.received.map(({ requestBody }) => Buffer.from(requestBody).toString());

/** What a call had in headers of Bedrock's own. */
const bedrockHeaders = (at: number) =>
	(here.received[at]?.requestHeaders ?? [])
		.map(([name, value]): [string, string] => [name.toLowerCase(), value])
		.filter(([name]) => name.startsWith('x-amzn-bedrock-'));

/** White space and a number as no serializer writes them. */
const native = (maxTokens: string): EditedBody => ({
	text: `{ "anthropic_version":"bedrock-2023-05-31",\n"max_tokens":${maxTokens}, "messages":[{"role":"user","content":"岩とは"}] }`,
	operation: 'InvokeModel',
	modelId: CLAUDE,
	beside: null,
});

const unlike = { exchangeId: null, settings: null } as const;

describe('a body before it is sent', () => {
	test.each(operations)('%s: what is shown is what is sent, with the talk before it', async (operation) => {
		const settings = { modelId: CLAUDE, operation, system: '簡潔に。', temperature: 0.3 };
		const conversation = await here.app.client.conversations.create({ settings });
		await ask(here.app, conversation.id, 'First');
		const preview = await here.app.client.turns.preview({ ...unlike, conversationId: conversation.id, text: 'Second' });
		await ask(here.app, conversation.id, 'Second');
		expect(preview.text).toBe(sentBodies()[1]);
		expect(preview.text).toContain('Second');
		expect(preview).toMatchObject({ operation, modelId: CLAUDE, region: 'us-east-1', utf8: true, failure: null });
	});

	test('of a new conversation, by another operation, and with a file', async () => {
		const settings = { ...defaultRequestSettings, modelId: CLAUDE };
		const attachments = [{ name: 'notes.txt', kind: 'document', format: 'txt', base64: 'cm9jaw==' }] as const;
		const asked = { conversationId: null, exchangeId: null, settings, text: 'Hi', operation: 'Converse' } as const;
		const preview = await here.app.client.turns.preview({ ...asked, attachments: [...attachments] });
		expect(preview.operation).toBe('Converse');
		expect(JSON.parse(preview.text).messages[0].content).toMatchObject([
			{ document: { format: 'txt', source: { bytes: 'cm9jaw==' } } },
			{ text: 'Hi' },
		]);
		expect(here.received).toEqual([]);
	});

	test('of an earlier call: as it was sent, for its own operation and model', async () => {
		const id = await newConversation();
		const turn = await send(id, native('20'));
		await here.app.client.conversations.updateSettings({ id, settings: { modelId: 'amazon.nova-lite-v1:0' } });
		const exchangeId = turn.exchanges[0]?.id ?? '';
		const preview = await here.app.client.turns.preview({ conversationId: id, settings: null, text: '', exchangeId });
		expect(preview).toMatchObject({ ...native('20'), beside: { serviceTier: null }, family: 'claude-messages' });
	});

	test('of an earlier call, with a mark before its first brace', async () => {
		const id = await newConversation();
		const marked = { ...native('20'), text: `\uFEFF${native('20').text}` };
		const turn = await send(id, marked, 'Hi');
		const exchangeId = turn.exchanges[0]?.id ?? '';
		const preview = await here.app.client.turns.preview({ conversationId: id, settings: null, text: '', exchangeId });
		expect(preview).toMatchObject({ text: marked.text, utf8: true });
		await send(id, { ...marked, text: preview.text });
		expect(sentBodies()).toEqual([marked.text, marked.text]);
	});

	test('of an earlier call: with the headers that it went with, whatever is set now', async () => {
		const guardrail = { identifier: 'practice-guardrail', version: '1', trace: 'enabled' } as const;
		const settings = {
			modelId: CLAUDE,
			operation: 'InvokeModel',
			guardrail: { ...guardrail, streamProcessingMode: null, questionOnly: false },
			serviceTier: 'flex',
			requestMetadata: { 計画: '岩 of account 111122223333' },
		} as const;
		const { id } = await here.app.client.conversations.create({ settings });
		const first = await ask(here.app, id, '岩とは');
		const now = { operation: 'Converse', guardrail: null, serviceTier: 'priority', performance: 'optimized' } as const;
		await here.app.client.conversations.updateSettings({ id, settings: { ...now, requestMetadata: {} } });
		const exchangeId = first.exchanges[0]?.id ?? '';
		const preview = await here.app.client.turns.preview({ conversationId: id, settings: null, text: '', exchangeId });
		expect(preview.headers).toEqual(bedrockHeaders(0));
		expect(preview.lost).toEqual([]);
		const { text, operation, modelId, beside } = preview;
		const again = await send(id, { text, operation, modelId, beside });
		expect(bedrockHeaders(1)).toEqual(bedrockHeaders(0));
		expect(bedrockHeaders(1).map(([, value]) => value)).toEqual(expect.arrayContaining(['practice-guardrail', 'flex']));
		// The inspector says the same of what was set.
		const values = { 'guardrail.trace': { value: 'enabled' }, serviceTier: { value: 'flex' } };
		expect(again.exchanges[0]?.asSet).toMatchObject(values);
		expect(again.exchanges[0]?.asSet).not.toHaveProperty('performance');
	});

	test('of what stands in the composer: with the headers of the settings, which are those of the call', async () => {
		const settings = { modelId: CLAUDE, operation: 'InvokeModel', serviceTier: 'flex' } as const;
		const { id } = await here.app.client.conversations.create({ settings });
		const preview = await here.app.client.turns.preview({ ...unlike, conversationId: id, text: 'Hi' });
		await send(id, native('20'));
		expect(preview).toMatchObject({ headers: bedrockHeaders(0), beside: null, lost: [] });
		expect(preview.headers.map(([, value]) => value)).toEqual(['flex']);
	});

	test('of a call out of a file: a header that no setting can write is named, the others go along', async () => {
		const { client } = here.app;
		const settings = {
			modelId: CLAUDE,
			operation: 'InvokeModel',
			serviceTier: 'flex',
			performance: 'optimized',
		} as const;
		const { id } = await client.conversations.create({ settings });
		await ask(here.app, id, 'Hi');
		const scope = { conversationId: id, turnId: null, exchangeId: null };
		const { text } = await client.files.export({ scope, format: 'har', mask: false, language: 'en', words: [] });
		// As another program would have recorded it.
		const plain = JSON.stringify(JSON.parse(text, (key, value) => (key.startsWith('_') ? undefined : value)));
		const har = plain.replaceAll('"flex"', '"tomorrows"');
		const opened = await client.files.import({ fileName: 'a.har', base64: Buffer.from(har).toString('base64') });
		if ('problem' in opened) throw new Error(opened.problem);
		const { turns } = await client.conversations.get({ id: opened.conversationId });
		const preview = await client.turns.preview({
			conversationId: null,
			settings: { ...defaultRequestSettings, serviceTier: 'priority' },
			text: '',
			exchangeId: turns[0]?.exchanges[0]?.id ?? '',
		});
		expect(preview).toMatchObject({
			beside: { performance: 'optimized', serviceTier: null },
			headers: [['x-amzn-bedrock-performanceconfig-latency', 'optimized']],
			lost: ['x-amzn-bedrock-service-tier'],
		});
	});

	test('of a conversation that is gone', async () => {
		const asked = here.app.client.turns.preview({ ...unlike, conversationId: 'gone', text: 'x' });
		await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'conversation' } });
	});
});

describe('a body that a person wrote', () => {
	test('is sent to the byte, and tells what was asked', async () => {
		const id = await newConversation();
		const turn = await send(id, native('4e3'), 'What stood in the composer');
		expect(sentBodies()).toEqual([native('4e3').text]);
		expect(textOf(turn.question.content)).toBe('岩とは');
		expect(turn.exchanges).toMatchObject([
			{ edited: true, operation: 'InvokeModel', modelId: CLAUDE, family: 'claude-messages' },
		]);
		expect((await here.app.client.conversations.get({ id })).settings.operation).toBe('ConverseStream');
		// Where the body does not tell, the composer does.
		const other = await send(id, { ...native('1'), text: 'no JSON' }, 'What stood there');
		expect([other.state, textOf(other.question.content)]).toEqual(['failed', 'What stood there']);
	});

	test('is sent again as it was, also after a restart', async () => {
		const id = await newConversation();
		const body = { ...native('4e3'), text: '{"messages": [' };
		const { id: turnId } = await send(id, body, 'Hi');
		await here.app.client.turns.retry({ turnId });
		expect((await ended(turnId)).exchanges.map(({ edited }) => edited)).toEqual([true, true]);
		await here.restart();
		await here.app.client.turns.retry({ turnId });
		const { exchanges } = await ended(turnId);
		expect(sentBodies()).toEqual([body.text, body.text, body.text]);
		expect(exchanges.map(({ operation, edited }) => [operation, edited])).toEqual(
			exchanges.map(() => ['InvokeModel', true]),
		);
	});

	test('is sent again with the headers that it went with, also after a restart', async () => {
		const id = await newConversation();
		await here.app.client.conversations.updateSettings({ id, settings: { serviceTier: 'flex' } });
		const { id: turnId } = await send(id, { ...native('1'), text: '{' }, 'Hi');
		await here.app.client.conversations.updateSettings({
			id,
			settings: { serviceTier: null, performance: 'optimized' },
		});
		await here.app.client.turns.retry({ turnId });
		await ended(turnId);
		await here.restart();
		await here.app.client.turns.retry({ turnId });
		await ended(turnId);
		const tier = [['x-amzn-bedrock-service-tier', 'flex']];
		expect([0, 1, 2].map(bedrockHeaders)).toEqual([tier, tier, tier]);
	});

	test('is no longer known once its bytes are erased: then nothing else is sent in its place', async () => {
		const id = await newConversation();
		const { id: turnId } = await send(id, { ...native('1'), text: '{' }, 'Hi');
		await here.restart();
		await here.app.client.storage.forget({ conversationId: id });
		await expect(here.app.client.turns.retry({ turnId })).rejects.toMatchObject({ code: 'BODY_LOST' });
		expect(here.received).toHaveLength(1);
	});

	test('is gone on with by the settings, and only when asked', async () => {
		await here.app.client.settings.update({ continuation: { mode: 'automatic', calls: 5, outputTokens: 10_000 } });
		const id = await newConversation();
		const cut = await send(id, native('10'));
		expect([cut.exchanges.length, cut.exchanges[0]?.stopReason]).toEqual([1, 'max_tokens']);
		await here.app.client.turns.continue({ turnId: cut.id });
		const whole = await ended(cut.id);
		expect(whole.exchanges.map(({ operation, edited, continues }) => [operation, edited, continues])).toEqual([
			['InvokeModel', true, false],
			['ConverseStream', false, true],
		]);
		const { messages } = JSON.parse(sentBodies()[1] ?? '');
		expect(messages[0]).toEqual({ role: 'user', content: [{ text: '岩とは' }] });
		expect(messages[1].role).toBe('assistant');
	});
});

describe('counting tokens', () => {
	test('counts what would be sent, under the base model’s id', async () => {
		const id = await newConversation();
		const counted = await here.app.client.turns.countTokens({ ...unlike, conversationId: id, text: '岩とは何ですか' });
		const turn = await ask(here.app, id, '岩とは何ですか');
		const base = 'anthropic.claude-haiku-4-5-20251001-v1:0';
		expect(counted).toEqual({ ok: true, inputTokens: turn.exchanges[0]?.usage?.inputTokens, modelId: base });
		const asked = JSON.parse(sentBodies()[0] ?? '');
		expect(asked).toEqual({
			input: { converse: { messages: [{ role: 'user', content: [{ text: '岩とは何ですか' }] }] } },
		});
		expect(here.received[0]?.rawPath).toBe(`/model/${encodeURIComponent(base)}/count-tokens`);
	});

	test('counts an edited native body as it stands, in base64', async () => {
		const id = await newConversation();
		const asked = { ...unlike, conversationId: id, text: '', body: native('20') };
		expect(await here.app.client.turns.countTokens(asked)).toMatchObject({ ok: true });
		const { body } = JSON.parse(sentBodies()[0] ?? '').input.invokeModel;
		expect(Buffer.from(body, 'base64').toString()).toBe(native('20').text);
		// It is no part of the talk.
		expect((await here.app.client.conversations.get({ id })).turns).toEqual([]);
	});

	test('counts an edited body of Converse by the members that count, its numbers as they are written', async () => {
		const id = await newConversation();
		const text =
			'{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"maxTokens":9},"additionalModelRequestFields":{"seed":12345678901234567890,"p":1.0}}';
		const body = { ...native('20'), operation: 'Converse' as const, text };
		await here.app.client.turns.countTokens({ ...unlike, conversationId: id, text: '', body });
		expect(sentBodies()[0]).toBe(
			'{"input":{"converse":{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"additionalModelRequestFields":{"seed":12345678901234567890,"p":1.0}}}}',
		);
	});

	test('a model that can’t is refused in the service’s words', async () => {
		const settings = { modelId: 'amazon.nova-lite-v1:0' };
		const { id } = await here.app.client.conversations.create({ settings });
		expect(await here.app.client.turns.countTokens({ ...unlike, conversationId: id, text: 'Hi' })).toMatchObject({
			ok: false,
			modelId: 'amazon.nova-lite-v1:0',
			failure: { status: 400, message: "The provided model doesn't support counting tokens." },
		});
	});
});
