import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitFrames } from '../../../src/main/core/bedrock/frames.ts';
import { isInvoke, isStreaming, operations } from '../../../src/shared/model/operation.ts';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

/** What an invoke operation says of its own; with Converse every model speaks alike. Input: the prompt's own tokens. */
const models = [
	{
		family: 'claude-messages',
		modelId: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
		native: { lead: '', cut: '## 練習用エンドポイント', input: 7, ends: ['max_tokens', 'stop_sequence', 'end_turn'] },
	},
	{
		family: 'claude-messages',
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		native: { lead: '', cut: '## 練習用エンドポイント', input: 7, ends: ['max_tokens', 'stop_sequence', 'end_turn'] },
	},
	{
		family: 'claude-text',
		modelId: 'anthropic.claude-v2:1',
		native: {
			lead: ' ',
			cut: ' ## 練習用エンドポイント',
			input: 14,
			ends: ['max_tokens', 'stop_sequence', 'stop_sequence'],
		},
	},
	{
		family: 'titan-text',
		modelId: 'amazon.titan-text-express-v1',
		native: { lead: '\n', cut: '\n## 練習用エンドポイン', input: 12, ends: ['LENGTH', 'STOP_CRITERIA_MET', 'FINISH'] },
	},
	{
		family: 'nova',
		modelId: 'amazon.nova-lite-v1:0',
		native: { lead: '', cut: '## 練習用エンドポイント', input: 7, ends: ['max_tokens', 'stop_sequence', 'end_turn'] },
	},
] as const;
const converse = {
	lead: '',
	cut: '## 練習用エンドポイント',
	input: 7,
	ends: ['max_tokens', 'stop_sequence', 'end_turn'],
} as const;
const cases = models.flatMap((model) => operations.map((operation) => ({ ...model, operation })));

describe.each(cases)('$operation with $modelId', ({ family, modelId, operation, native }) => {
	const expected = isInvoke(operation) ? native : converse;

	test('shows what went over the wire, and reads it', async () => {
		const sink = recordingSink();
		const call = makeCall({ operation, modelId, maxTokens: 12 }, '岩とは何ですか');
		const end = await practice.caller()(call, sink, unstopped);
		const [seen] = await practice.exchanges(1);

		expect(end).toEqual({ state: 'complete', failure: null });
		expect(sink.targets).toEqual([
			{
				region: 'us-east-1',
				endpoint: practice.server.endpoint,
				family: isInvoke(operation) ? family : null,
			},
		]);
		expect(sink.attempts.length).toBe(1);
		const [told] = sink.attempts;
		expect(Buffer.from(told?.body ?? [])).toEqual(Buffer.from(seen?.requestBody ?? []));
		expect(Buffer.from(told?.body ?? []).toString('utf8')).toContain('岩とは何ですか');
		expect(told?.headers.map(([name]) => name)).toEqual(seen?.requestHeaders.map(([name]) => name));
		expect([told?.method, told?.url]).toEqual([seen?.method, `${practice.server.endpoint}${seen?.rawPath}`]);
		const bytes = Buffer.concat(told?.pieces ?? []);
		expect(bytes).toEqual(Buffer.from(seen?.responseBody ?? []));
		expect(told?.ends).toEqual([null]);
		expect(told?.responseHeaders).toContainEqual(['x-amzn-RequestId', seen?.requestId]);

		// Twelve of the practice endpoint's tokens: the Japanese characters are one each, and so is a lead.
		expect(sink.texts.join('')).toBe(expected.cut);
		expect(sink.reasons).toEqual([expected.ends[0]]);
		expect(sink.usages.map(({ inputTokens, outputTokens }) => [inputTokens, outputTokens])).toEqual([
			[expected.input, 12],
		]);

		if (!isStreaming(operation)) return;
		const { frames, trailingBytes } = splitFrames(bytes, []);
		expect(trailingBytes).toBe(0);
		expect(Buffer.concat(frames.map((frame) => bytes.subarray(frame.offset, frame.offset + frame.length)))).toEqual(
			bytes,
		);
		expect(frames.every((frame) => frame.preludeChecksumValid && frame.messageChecksumValid)).toBe(true);
		expect(frames.every((frame) => (frame.chunk !== null) === isInvoke(operation))).toBe(true);
	});

	test('ends at a stop sequence, and at its own end', async () => {
		const stopped = recordingSink();
		const question = '岩とは何ですか';
		await practice.caller()(makeCall({ operation, modelId, stopSequences: ['エンド'] }, question), stopped, unstopped);
		expect(stopped.texts.join('')).toBe(`${expected.lead}## 練習用`);
		expect(stopped.reasons).toEqual([expected.ends[1]]);

		const whole = recordingSink();
		const end = await practice.caller()(makeCall({ operation, modelId, maxTokens: 4096 }, question), whole, unstopped);
		expect(end).toEqual({ state: 'complete', failure: null });
		expect(whole.texts.join('')).toContain(`| オペレーション | \`${operation}\` |`);
		expect(whole.reasons).toEqual([expected.ends[2]]);
		await practice.exchanges(2);
	});

	test('sends what is set, and nothing else', async () => {
		const set = { operation, modelId, maxTokens: 9, temperature: 0.25, stopSequences: ['終わり'] };
		const sink = recordingSink();
		const end = await practice.caller()(makeCall(set, 'Hi'), sink, unstopped);
		expect(end.failure).toBeNull();
		const body = Buffer.from(sink.attempts[0]?.body ?? []).toString();
		expect(body).toMatch(/"temperature":0\.25/);
		expect(body).toContain('終わり');
		expect(body).not.toMatch(/top_?p|system|null|undefined/i);
		await practice.exchanges(1);
	});
});

test('a Claude model is told its system prompt with every operation', async () => {
	for (const operation of operations) {
		const sink = recordingSink();
		const modelId = 'anthropic.claude-v2:1';
		const end = await practice.caller()(
			makeCall({ operation, modelId, maxTokens: 4096, system: '一言で。' }),
			sink,
			unstopped,
		);
		expect(end.failure).toBeNull();
		expect(sink.texts.join('')).toContain('| システムプロンプト | 「一言で。」 |');
	}
	await practice.exchanges(4);
});
