import { expect, test } from 'vitest';
import { splitFrames } from '../../../src/main/core/bedrock/frames.ts';
import { watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const here = appForTests();

const settings = { modelId: 'us.amazon.nova-2-lite-v1:0', systemTools: ['nova_code_interpreter'] };
const result = { exitCode: 0, isError: false, stdErr: '', stdOut: '84\n' };

async function asked(conversationId: string, text: string) {
	const { id } = await here.app.client.turns.start({ conversationId, text });
	return (await (await watchTurn(here.app, id)).until('ended')).turn;
}

test.each(['Converse', 'ConverseStream'] as const)(
	'%s: what the service ran is shown with its result, waits for nobody, and is not sent back',
	async (operation) => {
		const { id } = await here.app.client.conversations.create({ settings: { ...settings, operation } });
		const turn = await asked(id, 'What is 12 * 7?');
		expect(turn).toMatchObject({ state: 'complete', failure: null });
		expect(turn.exchanges[0]?.stopReason).toBe('end_turn');
		expect(turn.answer?.content).toEqual([
			{
				type: 'service-tool',
				id: expect.stringMatching(/^tooluse_/),
				name: 'nova_code_interpreter',
				input: JSON.stringify({ snippet: 'print(12 * 7)' }),
				result: { status: 'success', text: JSON.stringify(result) },
			},
			{ type: 'text', text: expect.stringContaining('> 84') },
		]);
		await asked(id, 'Thanks.');
		const [, said] = JSON.parse(Buffer.from(here.received[1]?.requestBody ?? []).toString()).messages;
		expect(said).toEqual({ role: 'assistant', content: [{ text: expect.stringContaining('> 84') }] });
		const scope = { conversationId: id, turnId: null, exchangeId: null };
		const { text } = await here.app.client.files.export({
			scope,
			format: 'markdown',
			mask: false,
			language: 'en',
			words: [],
		});
		expect(text).toContain('**Run by the service** `nova_code_interpreter`');
		expect(text).toContain(JSON.stringify(result));
	},
);

test('each block of the stream has a place of its own, one after the other', async () => {
	const { id } = await here.app.client.conversations.create({ settings: { ...settings, operation: 'ConverseStream' } });
	const turn = await asked(id, 'What is 12 * 7?');
	const { attempts } = await here.app.client.exchanges.get({ exchangeId: turn.exchanges[0]?.id ?? '' });
	const bytes = await here.app.client.exchanges.body({ attemptId: attempts[0]?.id ?? '', side: 'response' });
	const { frames } = splitFrames(Buffer.from(bytes.base64, 'base64'), []);
	const stops = frames.filter(({ eventType }) => eventType === 'contentBlockStop');
	expect(stops.map(({ payload }) => JSON.parse(payload).contentBlockIndex)).toEqual([0, 1, 2]);
	const pieces = frames.filter(({ payload }) => payload.includes('"delta":{"text":'));
	expect(new Set(pieces.map(({ payload }) => JSON.parse(payload).contentBlockIndex))).toEqual(new Set([2]));
});

test('without arithmetic nothing is run, and what is not offered is not either', async () => {
	const { id } = await here.app.client.conversations.create({ settings: { ...settings, operation: 'Converse' } });
	expect((await asked(id, 'Hello')).answer?.content).toHaveLength(1);
	await here.app.client.conversations.updateSettings({ id, settings: { systemTools: ['nova_grounding'] } });
	expect((await asked(id, 'What is 12 * 7?')).answer?.content).toHaveLength(1);
});
