import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { textMessage } from '../../../src/main/core/bedrock/call.ts';
import { continuationOf } from '../../../src/main/core/bedrock/continuation/continuation-of.ts';
import { isCutOff } from '../../../src/shared/answers/stop-reason.ts';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../src/shared/model/settings.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const HAIKU = 'Write a haiku about frogs.';
const WHOLE = 4096;
const GO_ON = 'Continue exactly where you stopped, without repeating anything and without a preamble.';

const here = appForTests();

async function newConversation(settings: RequestSettingsPatch): Promise<string> {
	return (await here.app.client.conversations.create({ settings })).id;
}

function answerOf(turn: Turn): string {
	return turn.answer === null ? '' : textOf(turn.answer.content);
}

async function goOn(turnId: string): Promise<Turn> {
	await here.app.client.turns.continue({ turnId });
	return (await (await watchTurn(here.app, turnId)).until('ended')).turn;
}

async function goOnToTheEnd(first: Turn): Promise<Turn> {
	let turn = first;
	while (isCutOff(turn.exchanges.at(-1)?.stopReason ?? null)) turn = await goOn(turn.id);
	return turn;
}

/** The answer in one piece. The practice model's answer names the limit it was given: the one thing that differs. */
async function uncut(settings: RequestSettingsPatch, question: string, limit: number): Promise<string> {
	const turn = await ask(here.app, await newConversation({ ...settings, maxTokens: WHOLE }), question);
	const names = /"(max_tokens|maxTokens|max_tokens_to_sample|maxTokenCount)": 4096/g;
	return answerOf(turn).replaceAll(names, `"$1": ${limit}`);
}

function bodies(): unknown[] {
	return here.received.map(({ requestBody }) => JSON.parse(Buffer.from(requestBody).toString('utf8')));
}

describe('what is sent', () => {
	/** The two bodies of a call and of the one that goes on with it. */
	async function sent(settings: RequestSettingsPatch, question = 'Hello') {
		const turn = await ask(here.app, await newConversation({ ...settings, maxTokens: 8 }), question);
		const answer = answerOf(turn);
		await goOn(turn.id);
		const [first, second] = bodies() as [Record<string, unknown>, Record<string, unknown>];
		return { answer, first, second };
	}

	test('Converse: the answer so far as the last message; white space at its end is cut there only', async () => {
		const { answer, first, second } = await sent({ operation: 'Converse' });
		expect(answer).toBe('## Hello from the practice endpoint\n\n'.slice(0, answer.length));
		const user = { role: 'user', content: [{ text: 'Hello' }] };
		const partial = { role: 'assistant', content: [{ text: answer.trimEnd() }] };
		expect(first).toEqual({ messages: [user], inferenceConfig: { maxTokens: 8 } });
		expect(second).toEqual({ messages: [user, partial], inferenceConfig: { maxTokens: 8 } });
	});

	test('a model that takes no prefill is asked in words, in the language of the question', async () => {
		const modelId = 'us.anthropic.claude-sonnet-4-6';
		const { answer, second } = await sent({ operation: 'InvokeModel', modelId });
		expect(second['messages']).toEqual([
			{ role: 'user', content: [{ type: 'text', text: 'Hello' }] },
			{ role: 'assistant', content: [{ type: 'text', text: answer.trimEnd() }] },
			{ role: 'user', content: [{ type: 'text', text: GO_ON }] },
		]);
		here.received.length = 0;
		const japanese = await sent({ operation: 'Converse', modelId }, 'やあ');
		expect(JSON.stringify(japanese.second['messages'])).toContain('そのまま続きを書いてください。');
	});

	test('a model that the catalogue does not know is asked in words', async () => {
		const { messages } = continuationOf(
			[textMessage('user', 'Hello')],
			[{ type: 'text', text: 'Hi \n' }],
			{ ...defaultRequestSettings, modelId: 'someone.unknown-v1:0' },
			true,
		);
		expect(messages).toEqual([
			textMessage('user', 'Hello'),
			textMessage('assistant', 'Hi'),
			textMessage('user', GO_ON),
		]);
	});

	test('Claude text completion: the prompt ends inside of the assistant’s turn', async () => {
		const { answer, second } = await sent({ operation: 'InvokeModel', modelId: 'anthropic.claude-v2:1' });
		expect(answer.startsWith(' ##')).toBe(true);
		expect(second['prompt']).toBe(`\n\nHuman: Hello\n\nAssistant:${answer.trimEnd()}`);
	});

	test('Titan Text: a line of the user asks to go on', async () => {
		const { answer, second } = await sent({ operation: 'InvokeModel', modelId: 'amazon.titan-text-express-v1' });
		expect(second['inputText']).toBe(`User: Hello\nBot: ${answer.trimEnd()}\nUser: ${GO_ON}\nBot:`);
	});

	test('a later question sends the joined answer as one message', async () => {
		const id = await newConversation({ operation: 'Converse', maxTokens: 8 });
		const turn = await goOn((await ask(here.app, id, 'Hello')).id);
		await ask(here.app, id, 'And then?');
		expect((bodies().at(-1) as { messages: unknown }).messages).toEqual([
			{ role: 'user', content: [{ text: 'Hello' }] },
			{ role: 'assistant', content: [{ text: answerOf(turn) }] },
			{ role: 'user', content: [{ text: 'And then?' }] },
		]);
	});
});

describe('by itself', () => {
	const automatic = (limits: { calls?: number; outputTokens?: number } = {}) =>
		here.app.client.settings.update({ continuation: { mode: 'automatic', ...limits } });

	test('it goes on until the answer ends, in one run of one turn', async () => {
		await automatic({ calls: 100, outputTokens: 100_000 });
		const whole = await uncut({ operation: 'ConverseStream' }, HAIKU, 25);
		const turn = await ask(here.app, await newConversation({ operation: 'ConverseStream', maxTokens: 25 }), HAIKU);
		expect(answerOf(turn)).toBe(whole);
		expect(turn.exchanges.at(-1)?.stopReason).toBe('end_turn');
		expect((await here.app.client.conversations.get({ id: turn.conversationId })).turns).toEqual([turn]);
	});

	test('so many further calls and no more; a press of Continue counts anew, itself included', async () => {
		await automatic({ calls: 2 });
		const turn = await ask(here.app, await newConversation({ maxTokens: 10 }), HAIKU);
		expect(turn.exchanges.map(({ stopReason }) => stopReason)).toEqual(['max_tokens', 'max_tokens', 'max_tokens']);
		expect(turn.state).toBe('complete');
		expect((await goOn(turn.id)).exchanges).toHaveLength(5);
	});

	test('never more output tokens than allowed: a call that could exceed them is not made', async () => {
		await automatic({ outputTokens: 39 });
		const turn = await ask(here.app, await newConversation({ maxTokens: 10 }), HAIKU);
		expect(turn.exchanges.map(({ usage }) => usage?.outputTokens)).toEqual([10, 10, 10]);
	});

	test('not after a call that added nothing', async () => {
		await automatic({ calls: 100, outputTokens: 100_000 });
		const turn = await ask(here.app, await newConversation({ maxTokens: 1 }), 'Hello');
		// One token at a time the white space after the title comes again and again: it is not sent.
		expect(answerOf(turn)).toBe('## Hello from the practice endpoint\n\n');
	});

	test('not where the person is to be asked, nor where it is off', async () => {
		for (const mode of ['ask', 'off'] as const) {
			await here.app.client.settings.update({ continuation: { mode } });
			const turn = await ask(here.app, await newConversation({ maxTokens: 10 }), HAIKU);
			expect(turn.exchanges).toHaveLength(1);
		}
	});

	test('Stop ends the chain and keeps what has come', async () => {
		await automatic({ calls: 100, outputTokens: 100_000 });
		const started = await here.app.client.turns.start({
			conversationId: await newConversation({ maxTokens: 10 }),
			text: HAIKU,
		});
		const watcher = await watchTurn(here.app, started.id);
		await watcher.until('exchange', ({ exchange }) => exchange.index === 2);
		await here.app.client.turns.stop({ turnId: started.id });
		const { turn } = await watcher.until('ended');
		expect(turn.state).toBe('stopped');
		expect(turn.exchanges.at(-1)?.state).toBe('stopped');
		const whole = await uncut({}, HAIKU, 10);
		expect(answerOf(turn).length).toBeGreaterThan(5);
		expect(whole.startsWith(answerOf(turn))).toBe(true);
	});
});

describe('when a later call fails', () => {
	test('the text so far stays, the failure is told, and Continue makes just that call again', async () => {
		const whole = await uncut({ operation: 'ConverseStream' }, HAIKU, 40);
		const first = await ask(here.app, await newConversation({ operation: 'ConverseStream', maxTokens: 40 }), HAIKU);
		here.practice.faults.arm({ kind: 'access-denied', message: 'No.' });
		const refused = await goOn(first.id);
		expect(answerOf(refused)).toBe(answerOf(first));
		expect([refused.state, refused.failure?.type]).toEqual(['incomplete', 'AccessDeniedException']);
		expect(refused.exchanges.map(({ state }) => state)).toEqual(['complete', 'failed']);

		here.practice.faults.arm({ kind: 'connection-reset', afterFrames: 6 });
		const broken = await goOn(first.id);
		expect([broken.state, broken.failure?.code]).toEqual(['incomplete', 'connection-lost']);
		expect(answerOf(broken).length).toBeGreaterThan(answerOf(first).length);
		expect(whole.startsWith(answerOf(broken))).toBe(true);

		let turn = await goOn(first.id);
		expect(turn.failure).toBeNull();
		turn = await goOnToTheEnd(turn);
		expect(answerOf(turn)).toBe(whole);
	});

	test('an answer that broke off at once is gone on with, and Try again begins it anew', async () => {
		here.practice.faults.arm({ kind: 'connection-reset', afterFrames: 6 });
		const broken = await ask(here.app, await newConversation({ maxTokens: 10 }), HAIKU);
		const turn = await goOn(broken.id);
		expect(turn.answer?.id).toBe(broken.answer?.id);
		here.practice.faults.arm({ kind: 'connection-reset', afterFrames: 6 });
		await goOn(turn.id);
		await here.app.client.turns.retry({ turnId: turn.id });
		const anew = (await (await watchTurn(here.app, turn.id)).until('ended')).turn;
		expect(anew.answer?.id).not.toBe(turn.answer?.id);
		expect(answerOf(anew)).toBe(
			'## Hello from the practice endpoint\n\nThis answer was made'.slice(0, answerOf(anew).length),
		);
		expect(anew.exchanges.map(({ continues }) => continues)).toEqual([false, true, true, false]);
	});

	test('an app that ends in a later call keeps all, and goes on from there', async () => {
		const whole = await uncut({}, HAIKU, 40);
		const first = await ask(here.app, await newConversation({ maxTokens: 40 }), HAIKU);
		const stall = here.practice.faults.arm({ kind: 'stalled-stream', afterFrames: 6 });
		await here.app.client.turns.continue({ turnId: first.id });
		await stall.reached;
		await (await watchTurn(here.app, first.id)).until('snapshot');
		await here.restart();
		const [kept] = (await here.app.client.conversations.get({ id: first.conversationId })).turns as [Turn];
		expect(kept.state).toBe('interrupted');
		expect(answerOf(kept).startsWith(answerOf(first))).toBe(true);
		expect(answerOf(await goOnToTheEnd(await goOn(kept.id)))).toBe(whole);
	});
});

test('a whole answer can’t be gone on with, nor one that another question follows', async () => {
	const refusal = async (turnId: string) => {
		const error = await here.app.client.turns.continue({ turnId }).then(
			() => null,
			(reason: unknown) => reason,
		);
		return error instanceof ORPCError ? String(error.code) : null;
	};
	const id = await newConversation({ maxTokens: 10 });
	const cut = await ask(here.app, id, 'One');
	const next = await ask(here.app, id, 'Two');
	expect(await refusal(cut.id)).toBe('NOT_RETRYABLE');
	expect(await refusal((await goOnToTheEnd(next)).id)).toBe('NOT_RETRYABLE');
	expect(await refusal('nothing')).toBe('NOT_FOUND');
});
