import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import { textOf } from '../../../src/shared/model/conversation.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';

const HAIKU = 'Write a haiku about frogs.';
const WHOLE = 4096;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;
let received: PracticeExchange[];

beforeEach(async () => {
	folder = await temporaryFolder();
	practice = await startPractice();
	received = [];
	practice.onExchange((exchange) => received.push(exchange));
	app = await openTestApp(folder.path, practice);
});
afterEach(async () => {
	practice.faults.clear();
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

async function newConversation(settings: RequestSettingsPatch): Promise<string> {
	return (await app.client.conversations.create({ settings })).id;
}

function answerOf(turn: Turn): string {
	return turn.answer === null ? '' : textOf(turn.answer.content);
}

async function goOn(turnId: string): Promise<Turn> {
	await app.client.turns.continue({ turnId });
	return (await (await watchTurn(app, turnId)).until('ended')).turn;
}

async function goOnToTheEnd(first: Turn): Promise<Turn> {
	let turn = first;
	while (['max_tokens', 'LENGTH'].includes(turn.exchanges.at(-1)?.stopReason ?? '')) turn = await goOn(turn.id);
	return turn;
}

/** The answer in one piece. The practice model's answer names the limit it was given: the one thing that differs. */
async function uncut(settings: RequestSettingsPatch, question: string, limit: number): Promise<string> {
	const turn = await ask(app, await newConversation({ ...settings, maxTokens: WHOLE }), question);
	const names = /"(max_tokens|maxTokens|max_tokens_to_sample|maxTokenCount)": 4096/g;
	return answerOf(turn).replaceAll(names, `"$1": ${limit}`);
}

const models = [
	{ family: 'Claude Messages', modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
	{ family: 'Claude Messages, no prefill', modelId: 'us.anthropic.claude-sonnet-4-6' },
	{ family: 'Claude text completion', modelId: 'anthropic.claude-v2:1' },
	{ family: 'Titan Text', modelId: 'amazon.titan-text-express-v1' },
	{ family: 'Nova', modelId: 'amazon.nova-lite-v1:0' },
] as const;

describe.each(models)('the classic experiment with $family', ({ modelId }) => {
	test.each(operations)('%s: ten tokens at a time are the whole answer, to the byte', async (operation) => {
		for (const question of [HAIKU, 'カエルの俳句を作ってください。']) {
			const settings = { operation, modelId };
			const whole = await uncut(settings, question, 10);
			const first = await ask(app, await newConversation({ ...settings, maxTokens: 10 }), question);
			expect(whole.startsWith(answerOf(first))).toBe(true);
			const turn = await goOnToTheEnd(first);
			expect(answerOf(turn)).toBe(whole);
			expect(turn.state).toBe('complete');
			expect(turn.exchanges.length).toBeGreaterThan(10);
			expect(turn.exchanges.map(({ continues }) => continues)).toEqual(turn.exchanges.map((_, index) => index > 0));
		}
	});
});
