import { describe, expect, test } from 'vitest';
import type { EmbeddingBlock } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const TITAN = 'amazon.titan-embed-text-v2:0';
const COHERE = 'cohere.embed-multilingual-v3';
const TEXTS = '猫が好きです。\n猫が大好きです。\n\nThe market fell.';

const here = appForTests();

async function conversation(settings: RequestSettingsPatch): Promise<string> {
	return (await here.app.client.conversations.create({ settings: { operation: 'InvokeModel', ...settings } })).id;
}

function bodies(): unknown[] {
	return here.received.map(({ requestBody }) => JSON.parse(Buffer.from(requestBody).toString('utf8')));
}

function vectors({ answer }: Turn): readonly EmbeddingBlock[] {
	return (answer?.content ?? []).filter((block) => block.type === 'embedding');
}

test('a pasted text of many lines is not sent line by line; nothing is kept of it', async () => {
	const lines = Array.from({ length: 101 }, (_, index) => `line ${index}`).join('\n');
	const titan = await conversation({ modelId: TITAN });
	await expect(here.app.client.turns.start({ conversationId: titan, text: lines })).rejects.toMatchObject({
		code: 'TOO_MANY_TEXTS',
		data: { calls: 101, most: 100 },
	});
	expect((await here.app.client.conversations.get({ id: titan })).turns).toEqual([]);
	expect(here.received).toEqual([]);
	const cohere = await ask(here.app, await conversation({ modelId: COHERE }), lines);
	expect([cohere.state, vectors(cohere).length, here.received.length]).toEqual(['complete', 101, 2]);
});

describe('several texts', () => {
	test('are a call each with Titan, in one answer, and each is counted', async () => {
		const turn = await ask(here.app, await conversation({ modelId: TITAN, system: 'Be brief.' }), TEXTS);
		expect(turn.state).toBe('complete');
		expect(bodies()).toEqual([
			{ inputText: '猫が好きです。' },
			{ inputText: '猫が大好きです。' },
			{ inputText: 'The market fell.' },
		]);
		expect(vectors(turn).map(({ text, values }) => [text, values.length])).toEqual([
			['猫が好きです。', 1024],
			['猫が大好きです。', 1024],
			['The market fell.', 1024],
		]);
		expect(turn.exchanges.map(({ family, state, usage }) => [family, state, usage?.inputTokens])).toEqual([
			['titan-embed', 'complete', 7],
			['titan-embed', 'complete', 8],
			['titan-embed', 'complete', 4],
		]);
	});

	test('are one call with Cohere, whose answers tell no tokens', async () => {
		const turn = await ask(here.app, await conversation({ modelId: COHERE }), TEXTS);
		expect(bodies()).toEqual([
			{ texts: ['猫が好きです。', '猫が大好きです。', 'The market fell.'], input_type: 'search_document' },
		]);
		expect(vectors(turn).map(({ values }) => values.length)).toEqual([1024, 1024, 1024]);
		expect(turn.exchanges.map(({ usage }) => usage)).toEqual([null]);
	});

	test('are two calls with Cohere where they are more than it takes', async () => {
		const many = Array.from({ length: 100 }, (_, at) => `text ${at}`);
		const additionalFields = '{"output_dimension":256,"embedding_types":["int8"],"input_type":"clustering"}';
		const turn = await ask(
			here.app,
			await conversation({ modelId: 'cohere.embed-v4:0', additionalFields }),
			many.join('\n'),
		);
		expect(bodies()).toMatchObject([
			{ texts: { length: 96 }, input_type: 'clustering', output_dimension: 256 },
			{ texts: ['text 96', 'text 97', 'text 98', 'text 99'] },
		]);
		expect(vectors(turn).map(({ text }) => text)).toEqual(many);
		expect(vectors(turn)[99]?.values).toHaveLength(256);
	});

	test('end with the one that is refused; those before it keep their vectors, and all can be asked anew', async () => {
		const id = await conversation({ modelId: TITAN });
		const turn = await ask(here.app, id, `猫\n${'長'.repeat(8193)}\n犬`);
		expect([turn.state, vectors(turn).map(({ text }) => text)]).toEqual(['incomplete', ['猫']]);
		expect(turn.failure?.message).toContain('Too many input tokens');
		expect(here.received).toHaveLength(2);
		await here.app.client.turns.retry({ turnId: turn.id });
		const again = (await (await watchTurn(here.app, turn.id)).until('ended')).turn;
		expect(vectors(again).map(({ text }) => text)).toEqual(['猫']);
		expect(bodies()[2]).toEqual({ inputText: '猫' });
	});

	test('can be stopped between their calls', async () => {
		const id = await conversation({ modelId: TITAN });
		const started = await here.app.client.turns.start({ conversationId: id, text: Array(100).fill('猫').join('\n') });
		const watch = await watchTurn(here.app, started.id);
		await watch.until('part');
		await here.app.client.turns.stop({ turnId: started.id });
		const { turn } = await watch.until('ended');
		expect(turn.state).toBe('stopped');
		expect(vectors(turn).length).toBeGreaterThan(0);
		expect(vectors(turn).length).toBeLessThan(100);
	});
});

test('a talk sends no vectors, and a model of embeddings no talk', async () => {
	const id = await conversation({ modelId: TITAN });
	await ask(here.app, id, 'first');
	await ask(here.app, id, 'second');
	expect(bodies()).toEqual([{ inputText: 'first' }, { inputText: 'second' }]);
	await here.app.client.conversations.updateSettings({
		id,
		settings: { modelId: 'amazon.nova-lite-v1:0', operation: 'Converse' },
	});
	await ask(here.app, id, 'third');
	expect(bodies()[2]).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'third' }] }] });
});

test.each([
	[
		'Converse',
		"This action doesn't support the model that you provided. Try again with a supported text or chat model.",
	],
	[
		'ConverseStream',
		"This action doesn't support the model that you provided. Try again with a supported text or chat model.",
	],
	['InvokeModelWithResponseStream', 'The model is unsupported for streaming'],
] as const)('%s is refused in AWS’s words', async (operation, message) => {
	const turn = await ask(here.app, await conversation({ modelId: TITAN, operation }), 'a');
	expect([turn.state, turn.failure?.type, turn.failure?.message]).toEqual(['failed', 'ValidationException', message]);
});
