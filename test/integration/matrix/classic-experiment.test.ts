import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCutOff } from '../../../src/shared/answers/stop-reason.ts';
import type { ContentBlock } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Family } from '../../../src/shared/model/family.ts';
import { families, isEmbedding } from '../../../src/shared/model/family.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isInvoke, isStreaming, operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import type { Bench } from './run-cell.ts';
import { openBench } from './run-cell.ts';

/** How a cut answer is gone on with: the request ends within it, or the model is asked in words. */
type Way = 'within' | 'by words';

interface Model {
	readonly family: Family;
	readonly modelId: string;
	readonly converse: Way;
	readonly native: Way;
	/**
	 * Thinks unasked, in each call anew. One that is cut in its thoughts has nothing to go on from, so that its limit leaves
	 * room for words; but `within` goes on in them, too.
	 */
	readonly thinks?: true;
	readonly noStream?: true;
	/** Converse refuses a system prompt. */
	readonly noSystem?: true;
}

const models: readonly Model[] = [
	{
		family: 'claude-messages',
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		converse: 'within',
		native: 'within',
	},
	// A Claude that takes no prefill.
	{ family: 'claude-messages', modelId: 'us.anthropic.claude-sonnet-4-6', converse: 'by words', native: 'by words' },
	{ family: 'claude-text', modelId: 'anthropic.claude-v2:1', converse: 'within', native: 'within' },
	{
		family: 'titan-text',
		modelId: 'amazon.titan-text-express-v1',
		converse: 'by words',
		native: 'by words',
		noSystem: true,
	},
	{ family: 'nova', modelId: 'amazon.nova-lite-v1:0', converse: 'by words', native: 'by words' },
	{ family: 'llama', modelId: 'meta.llama3-70b-instruct-v1:0', converse: 'by words', native: 'within' },
	{ family: 'llama', modelId: 'us.meta.llama4-maverick-17b-instruct-v1:0', converse: 'by words', native: 'within' },
	{
		family: 'mistral-text',
		modelId: 'mistral.mistral-7b-instruct-v0:2',
		converse: 'by words',
		native: 'within',
		noSystem: true,
	},
	{ family: 'cohere-command', modelId: 'cohere.command-r-plus-v1:0', converse: 'by words', native: 'by words' },
	{ family: 'deepseek-r1', modelId: 'us.deepseek.r1-v1:0', converse: 'by words', native: 'within', thinks: true },
	{ family: 'openai-chat', modelId: 'qwen.qwen3-32b-v1:0', converse: 'by words', native: 'by words' },
	{ family: 'openai-chat', modelId: 'openai.gpt-oss-20b-1:0', converse: 'by words', native: 'by words', thinks: true },
	{
		family: 'mistral-chat',
		modelId: 'mistral.mistral-large-3-675b-instruct',
		converse: 'by words',
		native: 'by words',
	},
	{ family: 'jamba', modelId: 'ai21.jamba-1-5-mini-v1:0', converse: 'by words', native: 'by words' },
	{
		family: 'jurassic',
		modelId: 'ai21.j2-mid-v1',
		converse: 'by words',
		native: 'within',
		noStream: true,
		noSystem: true,
	},
];

/** The longer one is asked in one way with each body. */
const questions: Readonly<Record<Operation, string>> = {
	Converse: 'Write a haiku about frogs.',
	ConverseStream: 'カエルの俳句を作ってください。',
	InvokeModel: 'カエルの俳句を作ってください。',
	InvokeModelWithResponseStream: 'Write a haiku about frogs.',
};

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

async function answered(settings: RequestSettingsPatch, question: string): Promise<Turn> {
	const { id } = await bench.app.client.conversations.create({ settings });
	return ask(bench.app, id, question);
}

async function goOnToTheEnd(first: Turn): Promise<Turn> {
	let turn = first;
	// What is joined wrongly may never come to its end: the texts are to tell, not the time.
	while (isCutOff(turn.exchanges.at(-1)?.stopReason ?? null) && turn.exchanges.length < 200) {
		await bench.app.client.turns.continue({ turnId: turn.id });
		turn = (await (await watchTurn(bench.app, turn.id)).until('ended')).turn;
	}
	return turn;
}

/** Blocks of one kind as one text. The practice model names the limit that it was given: the one thing that differs. */
function textOf({ answer }: Turn, type: 'text' | 'reasoning'): string {
	const of = (block: ContentBlock) => (block.type === type ? block.text : '');
	const limit = /"(max_tokens|maxTokens|max_tokens_to_sample|maxTokenCount|max_completion_tokens|max_gen_len)": \d+/g;
	return (answer?.content ?? []).map(of).join('').replace(limit, '"$1": n');
}

function sentFor({ exchanges }: Turn): readonly string[] {
	return exchanges.map(({ requestId }) => {
		const seen = bench.seen.get(requestId ?? '');
		return Buffer.from(seen?.requestBody ?? []).toString('utf8');
	});
}

/** What a request lets the model go on from: its prompt, or the assistant’s message at its end. */
function begunIn(body: string): string {
	const { prompt, messages = [] } = JSON.parse(body) as {
		prompt?: string;
		messages?: readonly { role: string; content: readonly { text: string }[] }[];
	};
	const last = messages.at(-1);
	return prompt ?? (last?.role === 'assistant' ? (last.content[0]?.text ?? '') : '');
}

describe.each(models)('$family, $modelId', { timeout: 30_000 }, (model) => {
	/** All operations at the same time; each test waits for its own. */
	const cells = new Map<Operation, Promise<{ readonly whole: Turn; readonly first: Turn; readonly turn: Turn }>>();
	const has = model.noStream ? operations.filter((operation) => !isStreaming(operation)) : operations;
	const wayOf = (operation: Operation) => (isInvoke(operation) ? model.native : model.converse);
	const limitOf = (operation: Operation) => (model.thinks && wayOf(operation) !== 'within' ? 160 : 10);

	async function run(operation: Operation) {
		const question = questions[operation];
		const system = model.noSystem && !isInvoke(operation) ? '' : 'Be kind to frogs.';
		const settings = { operation, modelId: model.modelId, system };
		const whole = await answered({ ...settings, maxTokens: 2000 }, question);
		const first = await answered({ ...settings, maxTokens: limitOf(operation) }, question);
		return { whole, first, turn: await goOnToTheEnd(first) };
	}
	beforeAll(() => {
		for (const operation of has) {
			const cell = run(operation);
			cell.catch(() => {});
			cells.set(operation, cell);
		}
	});

	test.each(has)('%s: a few tokens at a time are the whole answer, to the byte', async (operation) => {
		const cell = await cells.get(operation);
		if (cell === undefined) throw new Error('The cell has not run.');
		const { whole, first, turn } = cell;
		const limit = limitOf(operation);
		const way = wayOf(operation);
		expect(isCutOff(whole.exchanges[0]?.stopReason ?? null)).toBe(false);
		expect(first.exchanges[0]?.usage?.outputTokens).toBe(limit);
		expect(textOf(turn, 'text')).toBe(textOf(whole, 'text'));
		expect(textOf(turn, 'text').startsWith(textOf(first, 'text'))).toBe(true);
		expect([turn.state, turn.failure]).toEqual(['complete', null]);
		expect(turn.exchanges.length).toBeGreaterThan(limit === 10 ? 10 : 2);
		expect(turn.exchanges.map(({ continues }) => continues)).toEqual(turn.exchanges.map((_, index) => index > 0));
		if (model.thinks && way === 'within') {
			expect(turn.answer?.content.map(({ type }) => type)).toEqual(['reasoning', 'text']);
			expect(textOf(turn, 'reasoning')).toBe(textOf(whole, 'reasoning'));
		}

		const sent = sentFor(turn);
		const asksToGoOn = sent.map((body) => /without repeating|途切れたところ/.test(body));
		expect(asksToGoOn).toEqual(sent.map((_, index) => index > 0 && way === 'by words'));
		if (way === 'within') {
			const begun = sent.map(begunIn);
			expect(begun.slice(1).filter((text, index) => text === '' || !text.startsWith(begun[index] ?? '-'))).toEqual([]);
		}
	});
});

test('Jurassic’s first question without a system prompt is the prompt, and a talk when its answer is gone on with', async () => {
	const settings = { operation: 'InvokeModel', modelId: 'ai21.j2-mid-v1' } as const;
	const whole = await answered({ ...settings, maxTokens: 2000 }, 'Write a haiku about frogs.');
	const turn = await goOnToTheEnd(await answered({ ...settings, maxTokens: 10 }, 'Write a haiku about frogs.'));
	expect(textOf(turn, 'text')).toBe(textOf(whole, 'text'));
	const [first, second = ''] = sentFor(turn).map(begunIn);
	expect(first).toBe('Write a haiku about frogs.');
	expect(second).toMatch(/^User: Write a haiku about frogs\.\nAssistant:\n\S/);
});

test('every family is there', () => {
	expect(new Set(models.map(({ family }) => family))).toEqual(new Set(families.filter((one) => !isEmbedding(one))));
});

test('what thinks unasked and was cut in its thoughts has nothing to go on from, but in DeepSeek-R1’s own body', async () => {
	for (const modelId of ['openai.gpt-oss-20b-1:0', 'us.deepseek.r1-v1:0']) {
		const turn = await answered({ operation: 'Converse', modelId, maxTokens: 10 }, 'Write a haiku about frogs.');
		expect(turn.answer?.content.map(({ type }) => type)).toEqual(['reasoning']);
		await expect(bench.app.client.turns.continue({ turnId: turn.id })).rejects.toMatchObject({ code: 'NOT_RETRYABLE' });
	}
});
