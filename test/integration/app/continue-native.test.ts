import { expect, test } from 'vitest';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const HAIKU = 'Write a haiku about frogs.';
const WHOLE = 2000;

const here = appForTests();

async function answered(settings: RequestSettingsPatch, question: string): Promise<Turn> {
	const { id } = await here.app.client.conversations.create({ settings: { system: 'Be kind to frogs.', ...settings } });
	return ask(here.app, id, question);
}

/** All that was said, thoughts too. The answer names the limit that it was given: the one thing that differs. */
function said({ answer }: Turn): string {
	const blocks = (answer?.content ?? []).map((block) =>
		'text' in block ? `${block.type}: ${block.text}` : block.type,
	);
	return blocks.join('\n').replace(/"(max_tokens|max_gen_len)": \d+/g, '"$1": n');
}

function bodies(): Record<string, unknown>[] {
	return here.received.map(({ requestBody }) => JSON.parse(Buffer.from(requestBody).toString('utf8')));
}

test('by itself, through DeepSeek-R1’s thoughts and out of them', { timeout: 30_000 }, async () => {
	await here.app.client.settings.update({ continuation: { mode: 'automatic', calls: 100, outputTokens: 100_000 } });
	const settings = { operation: 'InvokeModelWithResponseStream', modelId: 'us.deepseek.r1-v1:0' } as const;
	const whole = await answered({ ...settings, maxTokens: WHOLE }, HAIKU);
	const turn = await answered({ ...settings, maxTokens: 25 }, HAIKU);
	expect(turn.exchanges.length).toBeGreaterThan(5);
	expect(said(turn)).toBe(said(whole));
	expect(turn.exchanges.at(-1)?.stopReason).toBe('stop');
	// A later question has the answer and none of its thoughts.
	here.received.length = 0;
	await ask(here.app, turn.conversationId, 'And toads?');
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
	here.practice.faults.arm({ kind: 'connection-reset', afterFrames: 6 });
	const broken = await answered(settings, HAIKU);
	expect([broken.state, broken.answer?.content.map(({ type }) => type)]).toEqual(['incomplete', ['reasoning']]);
	await here.app.client.turns.continue({ turnId: broken.id });
	const turn = (await (await watchTurn(here.app, broken.id)).until('ended')).turn;
	expect([turn.state, said(turn)]).toEqual(['complete', said(whole)]);
});
