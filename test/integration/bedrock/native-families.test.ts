import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textMessage } from '../../../src/main/core/bedrock/call.ts';
import { findModel } from '../../../src/shared/catalogue.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isStreaming } from '../../../src/shared/model/operation.ts';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

const QUESTION = '岩とは何ですか';
const operations = ['InvokeModel', 'InvokeModelWithResponseStream'] as const satisfies readonly Operation[];

/** `ends`: cut off, and at its own end or a stop sequence; `stops`: whether the body has a key for stop sequences. */
const families = [
	{
		family: 'llama',
		modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
		lead: '',
		ends: ['length', 'stop', 'stop'],
		stops: false,
		system: true,
	},
	{
		family: 'llama',
		modelId: 'us.meta.llama4-maverick-17b-instruct-v1:0',
		lead: '',
		ends: ['length', 'stop', 'stop'],
		stops: false,
		system: true,
	},
	{
		family: 'mistral-text',
		modelId: 'mistral.mixtral-8x7b-instruct-v0:1',
		lead: ' ',
		ends: ['length', 'stop', 'stop'],
		stops: true,
		// It stands in the first question.
		system: false,
	},
	{
		family: 'cohere-command',
		modelId: 'cohere.command-r-plus-v1:0',
		lead: '',
		ends: ['MAX_TOKENS', 'COMPLETE', 'STOP_SEQUENCE'],
		stops: true,
		system: true,
	},
	{
		family: 'deepseek-r1',
		modelId: 'us.deepseek.r1-v1:0',
		lead: '\n\n',
		ends: ['length', 'stop', 'stop'],
		stops: true,
		system: true,
	},
	{
		family: 'openai-chat',
		modelId: 'deepseek.v3-v1:0',
		lead: '',
		ends: ['length', 'stop', 'stop'],
		stops: true,
		system: true,
	},
	{
		family: 'mistral-chat',
		modelId: 'mistral.mistral-large-3-675b-instruct',
		lead: '',
		ends: ['length', 'stop', 'stop'],
		stops: true,
		system: true,
	},
	{
		family: 'jamba',
		modelId: 'ai21.jamba-1-5-large-v1:0',
		lead: '',
		ends: ['length', 'stop', 'stop'],
		stops: true,
		system: true,
	},
	{
		family: 'jurassic',
		modelId: 'ai21.j2-ultra-v1',
		lead: '\n',
		ends: ['length', 'endoftext', 'stop'],
		stops: true,
		system: true,
	},
] as const;

const cases = families.flatMap((family) =>
	operations
		.filter((operation) => !isStreaming(operation) || findModel(family.modelId)?.streaming)
		.map((operation) => ({ ...family, operation })),
);

describe.each(cases)('$operation with $modelId', ({ family, modelId, operation, lead, ends, stops, system }) => {
	async function call(settings: object, messages = [textMessage('user', QUESTION)]) {
		const sink = recordingSink();
		const made = makeCall({ operation, modelId, maxTokens: 4000, ...settings }, QUESTION);
		const end = await practice.caller()({ ...made, messages }, sink, unstopped);
		await practice.exchanges(1);
		expect(end).toEqual({ state: 'complete', failure: null });
		return { sink, text: sink.texts.join(''), body: Buffer.from(sink.attempts[0]?.body ?? []).toString() };
	}

	test('answers a talk with a system prompt, and is counted', async () => {
		const { sink, text, body } = await call({ system: '短く。' }, [
			textMessage('user', 'こんにちは'),
			textMessage('assistant', 'はい、こんにちは'),
			textMessage('user', QUESTION),
		]);
		expect(sink.targets[0]?.family).toBe(family);
		expect(text.startsWith(`${lead}## 練習用エンドポイント`)).toBe(true);
		expect(text).toContain(`> ${QUESTION}`);
		expect(text).toContain(`| 本文の形式 | \`${family}\` |`);
		expect(text).toContain('| メッセージ | 3 件（ユーザー 2 件、アシスタント 1 件） |');
		expect(text).toContain(system ? '| システムプロンプト | 「短く。」 |' : '| システムプロンプト | なし |');
		expect(body).toContain('短く。');
		expect(sink.reasons).toEqual([ends[1]]);
		const [usage] = sink.usages;
		expect(usage?.inputTokens).toBeGreaterThan(10);
		expect(usage?.outputTokens).toBeGreaterThan(100);
		expect(sink.parts.map(({ type }) => type).filter((type) => type !== 'reasoning')).toEqual([]);
		expect(sink.parts.length > 0).toBe(family === 'deepseek-r1');
	});

	test('is cut off at max tokens', async () => {
		const { sink } = await call({ maxTokens: 12 });
		expect(sink.reasons).toEqual([ends[0]]);
		expect(sink.usages.map(({ outputTokens }) => outputTokens)).toEqual([12]);
	});

	test('sends what has a key, stops at a stop sequence where it can, and sends nothing else', async () => {
		const { sink, text, body } = await call({ temperature: 0.25, topK: 7, stopSequences: ['エンド'] });
		expect(body).toMatch(/"temperature":0\.25/);
		expect(body).not.toMatch(/top_?p|null|undefined/i);
		expect(/"(top_k|k)":7/.test(body)).toBe(family === 'mistral-text' || family === 'cohere-command');
		expect(body.includes('エンド')).toBe(stops);
		expect(sink.reasons).toEqual([stops ? ends[2] : ends[1]]);
		if (stops) expect(text).toBe(`${lead}## 練習用`);
	});
});

test('DeepSeek-R1 thinks before it answers, and the tags are no part of either', async () => {
	const thoughts: string[] = [];
	for (const operation of operations) {
		const sink = recordingSink();
		const call = makeCall({ operation, modelId: 'us.deepseek.r1-v1:0', maxTokens: 4000 }, QUESTION);
		await practice.caller()(call, sink, unstopped);
		const text = sink.parts.map((part) => (part.type === 'reasoning' ? part.text : '')).join('');
		expect(text).toContain(`「${QUESTION}」`);
		expect(text + sink.texts.join('')).not.toMatch(/<\/?think>/);
		thoughts.push(text);
	}
	expect(thoughts[0]).toBe(thoughts[1]);
	await practice.exchanges(2);
});
