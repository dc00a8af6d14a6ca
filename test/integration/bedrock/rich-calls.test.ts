import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/main/core/bedrock/call.ts';
import { appendPart } from '../../../src/shared/answers/append-part.ts';
import type { AnswerPart } from '../../../src/shared/model/content.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { fullSettings } from '../../unit/core/bedrock/operations/full-settings.ts';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

const cases = [
	{ family: 'Claude', modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
	{ family: 'Nova', modelId: 'us.amazon.nova-2-lite-v1:0' },
].flatMap((model) => operations.map((operation) => ({ ...model, operation })));

describe.each(cases)('$operation with $family, on the practice endpoint', ({ modelId, operation }) => {
	async function ask(settings: Partial<RequestSettings>, question: string | readonly ChatMessage[]) {
		const sink = recordingSink();
		const parts: AnswerPart[] = [];
		const call = makeCall({ operation, modelId, maxTokens: 4000, ...settings }, String(question));
		const listening = {
			...sink,
			text: (text: string) => parts.push({ type: 'text', text }),
			part: (part: AnswerPart) => parts.push(part),
		};
		const messages = typeof question === 'string' ? call.messages : question;
		const end = await practice.caller()({ ...call, messages }, listening, unstopped);
		expect(end).toEqual({ state: 'complete', failure: null });
		return { sink, content: parts.reduce(appendPart, []) };
	}

	test('a tool is asked for, its result sent back, and thoughts go back as they came', async () => {
		const tools = fullSettings().tools.map((tool) => ({ ...tool, strict: null }));
		const thinking: Partial<RequestSettings> = modelId.includes('claude')
			? { reasoning: { mode: 'budget', budgetTokens: 1024 } }
			: { effort: 'low' };
		const question = 'What is the weather in Tokyo?';
		const first = await ask({ tools, ...thinking }, question);
		expect(first.sink.reasons).toEqual(['tool_use']);
		const use = first.content.find((block) => block.type === 'tool-use');
		expect(use).toMatchObject({ name: 'weather' });
		expect(JSON.parse(use?.input ?? '')).toHaveProperty('city');
		const back = first.content.flatMap((block) =>
			block.type === 'text' || block.type === 'reasoning' || block.type === 'tool-use' ? [block] : [],
		);
		const second = await ask({ tools, ...thinking }, [
			{ role: 'user', content: [{ type: 'text', text: question }] },
			{ role: 'assistant', content: back },
			{
				role: 'user',
				content: [
					{
						type: 'tool-result',
						toolUseId: use?.id ?? '',
						status: 'success',
						format: 'json',
						text: '{"degrees":21}',
						by: 'person',
					},
				],
			},
		]);
		expect(second.sink.reasons).toEqual(['end_turn']);
		const sent = Buffer.from(second.sink.attempts[0]?.body ?? []).toString();
		for (const block of back)
			if (block.type === 'reasoning' && block.signature) expect(sent).toContain(block.signature);
	});

	test('a guardrail steps in, and says what it found', async () => {
		const guardrail = {
			identifier: 'practice-guardrail',
			version: '1',
			trace: 'enabled',
			streamProcessingMode: 'async',
			questionOnly: true,
			system: false,
		} as const;
		const { sink } = await ask({ guardrail }, 'Tell me what is forbidden');
		expect(sink.traces).toEqual([expect.objectContaining({ guardrail: expect.any(Object) })]);
		expect(JSON.stringify(sink.traces)).toContain('BLOCKED');
	});

	test('what is kept is written once and read then', async () => {
		const cache = { system: true, tools: false, messages: false, ttl: null };
		const system = `${operation} ${'Rocks are old. '.repeat(700)}`;
		const usages = [];
		for (const question of ['One?', 'Two?']) usages.push((await ask({ cache, system }, question)).sink.usages[0]);
		const [written, read] = usages;
		expect(written?.cacheWriteInputTokens).toBeGreaterThan(1000);
		expect(read?.cacheReadInputTokens).toBe(written?.cacheWriteInputTokens);
		expect(written).not.toHaveProperty('cacheWriteHourInputTokens');
	});
});

test.each(operations)('%s tells apart what Claude’s cache keeps for an hour', async (operation) => {
	const settings = {
		operation,
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		cache: { system: true, tools: false, messages: false, ttl: '1h' } as const,
		system: `${operation}, for an hour. `.repeat(1500),
	};
	const sink = recordingSink();
	await practice.caller()(makeCall(settings, 'One?'), sink, unstopped);
	const [usage] = sink.usages;
	expect(usage?.cacheWriteHourInputTokens).toBeGreaterThan(1000);
	expect(usage?.cacheWriteHourInputTokens).toBe(usage?.cacheWriteInputTokens);
});

test.each(['Converse', 'ConverseStream'] as const)(
	'%s calls a prompt with all that AWS takes beside it',
	async (operation) => {
		const settings = fullSettings({
			operation,
			modelId: 'arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01',
			promptVariables: { topic: 'outcrops', audience: 'children' },
			requestMetadata: { project: 'rocks' },
			performance: 'standard',
			guardrail: null,
			cache: null,
			effort: null,
			outputSchema: null,
		});
		const sink = recordingSink();
		const end = await practice.caller()(makeCall(settings, 'In one sentence.'), sink, unstopped);
		expect(end).toEqual({ state: 'complete', failure: null });
		expect(sink.texts.join('')).toContain('> Explain outcrops to children.\n> In one sentence.');
	},
);

test.each(operations)('%s tells of the tier that has other prices, and of no standard one', async (operation) => {
	const modelId = 'us.amazon.nova-2-lite-v1:0';
	const told = async (settings: Partial<RequestSettings>) => {
		const sink = recordingSink();
		await practice.caller()(makeCall({ operation, modelId, ...settings }, 'One?'), sink, unstopped);
		return sink.usages.map(({ tier }) => tier);
	};
	expect(await told({})).toEqual([undefined]);
	expect(await told({ serviceTier: 'default', performance: 'standard' })).toEqual([undefined]);
	expect(await told({ serviceTier: 'flex' })).toEqual(['flex']);
	expect(await told({ serviceTier: 'priority', performance: 'optimized' })).toEqual(['priority, optimized']);
});
