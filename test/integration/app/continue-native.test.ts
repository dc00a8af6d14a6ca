import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { isCutOff } from '../../../src/shared/stop-reason.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';

const HAIKU = 'Write a haiku about frogs.';
const WHOLE = 2000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;
let received: PracticeExchange[];

beforeEach(async () => {
	folder = await temporaryFolder();
	practice = await startPractice({ pace: 'none' });
	received = [];
	practice.onExchange((exchange) => received.push(exchange));
	app = await openTestApp(folder.path, practice);
});
afterEach(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

async function answered(settings: RequestSettingsPatch, question: string): Promise<Turn> {
	const { id } = await app.client.conversations.create({ settings: { system: 'Be kind to frogs.', ...settings } });
	return ask(app, id, question);
}

async function goOnToTheEnd(first: Turn): Promise<Turn> {
	let turn = first;
	while (isCutOff(turn.exchanges.at(-1)?.stopReason ?? null)) {
		await app.client.turns.continue({ turnId: turn.id });
		turn = (await (await watchTurn(app, turn.id)).until('ended')).turn;
	}
	return turn;
}

/** All that was said, thoughts too. The answer names the limit that it was given: the one thing that differs. */
function said({ answer }: Turn): string {
	const blocks = (answer?.content ?? []).map((block) =>
		'text' in block ? `${block.type}: ${block.text}` : block.type,
	);
	return blocks.join('\n').replace(/"(max_tokens|max_gen_len)": \d+/g, '"$1": n');
}

function bodies(): Record<string, unknown>[] {
	return received.map(({ requestBody }) => JSON.parse(Buffer.from(requestBody).toString('utf8')));
}

const models = [
	['llama', 'meta.llama3-70b-instruct-v1:0', 'within'],
	['llama', 'us.meta.llama4-maverick-17b-instruct-v1:0', 'within'],
	['mistral-text', 'mistral.mistral-7b-instruct-v0:2', 'within'],
	['deepseek-r1', 'us.deepseek.r1-v1:0', 'within'],
	['cohere-command', 'cohere.command-r-plus-v1:0', 'by words'],
	['jamba', 'ai21.jamba-1-5-mini-v1:0', 'by words'],
] as const;

describe.each(models)('the classic experiment with %s, %s', { timeout: 30_000 }, (family, modelId, way) => {
	test.each([
		['InvokeModel', 'カエルの俳句を作ってください。'],
		['InvokeModelWithResponseStream', HAIKU],
	] as const)('%s: ten tokens at a time are the whole answer, to the byte', async (operation, question) => {
		const whole = await answered({ operation, modelId, maxTokens: WHOLE }, question);
		const first = await answered({ operation, modelId, maxTokens: 10 }, question);
		expect(first.exchanges[0]).toMatchObject({ family, usage: { outputTokens: 10 } });
		const turn = await goOnToTheEnd(first);
		expect(said(turn)).toBe(said(whole));
		expect([turn.state, turn.answer?.content.length]).toEqual(['complete', family === 'deepseek-r1' ? 2 : 1]);
		expect(turn.exchanges.length).toBeGreaterThan(10);

		const sent = bodies().slice(1);
		expect(sent).toHaveLength(turn.exchanges.length);
		const asksToGoOn = (body: object) => /without repeating|途切れたところ/.test(JSON.stringify(body));
		expect(sent.filter(asksToGoOn)).toHaveLength(way === 'within' ? 0 : sent.length - 1);
		if (way === 'within') {
			// Each prompt is the one before it and what was said since.
			const prompts = sent.map(({ prompt }) => String(prompt));
			expect(prompts.slice(1).filter((prompt, index) => !prompt.startsWith(prompts[index] ?? '-'))).toEqual([]);
		}
	});
});

test('by itself, through DeepSeek-R1’s thoughts and out of them', { timeout: 30_000 }, async () => {
	await app.client.settings.update({ continuation: { mode: 'automatic', calls: 100, outputTokens: 100_000 } });
	const settings = { operation: 'InvokeModelWithResponseStream', modelId: 'us.deepseek.r1-v1:0' } as const;
	const whole = await answered({ ...settings, maxTokens: WHOLE }, HAIKU);
	const turn = await answered({ ...settings, maxTokens: 25 }, HAIKU);
	expect(turn.exchanges.length).toBeGreaterThan(5);
	expect(said(turn)).toBe(said(whole));
	expect(turn.exchanges.at(-1)?.stopReason).toBe('stop');
	// A later question has the answer and none of its thoughts.
	received = [];
	await ask(app, turn.conversationId, 'And toads?');
	const [body] = bodies();
	const text = textOf(turn.answer?.content ?? []);
	expect(String(body?.['prompt'])).toBe(
		`<｜begin▁of▁sentence｜>Be kind to frogs.<｜User｜>${HAIKU}<｜Assistant｜>${text}<｜end▁of▁sentence｜><｜User｜>And toads?<｜Assistant｜><think>\n`,
	);
});

test('an answer that broke off in DeepSeek-R1’s thoughts goes on there', { timeout: 30_000 }, async () => {
	const settings = {
		operation: 'InvokeModelWithResponseStream',
		modelId: 'us.deepseek.r1-v1:0',
		maxTokens: WHOLE,
	} as const;
	const whole = await answered(settings, HAIKU);
	practice.faults.arm({ kind: 'connection-reset', afterFrames: 6 });
	const broken = await answered(settings, HAIKU);
	expect([broken.state, broken.answer?.content.map(({ type }) => type)]).toEqual(['incomplete', ['reasoning']]);
	await app.client.turns.continue({ turnId: broken.id });
	const turn = (await (await watchTurn(app, broken.id)).until('ended')).turn;
	expect([turn.state, said(turn)]).toEqual(['complete', said(whole)]);
});
