import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { Code, CodeTarget } from '../../../src/shared/model/code.ts';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';
import { missing, runCode, typeErrors } from './support/run-code.ts';

const SLOW = { timeout: 30_000 };
const WORDS = 'us.anthropic.claude-sonnet-4-6';

let practice: PracticeServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
let received: PracticeExchange[] = [];

beforeAll(async () => {
	practice = await startPractice({ pace: 'none' });
	practice.onExchange((exchange) => received.push(exchange));
	folder = await temporaryFolder();
	app = await openTestApp(folder.path, practice);
});
afterAll(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});
beforeEach(async () => {
	await app.client.settings.update({ continuation: { mode: 'automatic', calls: 3, outputTokens: 100_000 } });
});

/** An answer in pieces that end in white space and within words, in both languages. */
async function cutAnswer(settings: RequestSettingsPatch, question = 'カエルの俳句を作ってください。'): Promise<Turn> {
	const conversation = await app.client.conversations.create({
		settings: { maxTokens: 27, system: 'Sei „kurz“.', ...settings },
	});
	received = [];
	return ask(app, conversation.id, question);
}

function answerOf({ answer }: Turn): string {
	return answer === null ? '' : textOf(answer.content);
}

async function codeOf(exchangeId: string | undefined, target: CodeTarget, options: object = {}): Promise<Code> {
	const code = await app.client.exchanges.code({ exchangeId: exchangeId ?? '', target, ...options });
	if (code.code === null) throw new Error(code.reason);
	return code;
}

function bodies(): string[] {
	return received.map(({ requestBody }) => Buffer.from(requestBody).toString());
}

function parsed(texts: readonly string[]): unknown[] {
	return texts.map((text) => JSON.parse(text));
}

async function run(target: CodeTarget, code: Code): Promise<{ readonly text: string; readonly sent: string[] }> {
	received = [];
	const { stdout, stderr, error } = await runCode(target, code, {
		AWS_ACCESS_KEY_ID: practice.accessKeyId,
		AWS_SECRET_ACCESS_KEY: practice.secretAccessKey,
	});
	expect(error, stderr).toBeNull();
	if (!target.startsWith('lambda')) return { text: stdout, sent: bodies() };
	const { statusCode, body }: { statusCode: number; body: string } = JSON.parse(stdout);
	expect(statusCode).toBe(200);
	const { text, calls }: { text: string; calls: number } = JSON.parse(body);
	expect(calls).toBe(received.length);
	return { text, sent: bodies() };
}

const programs = ['python', 'javascript', 'lambda-python', 'lambda-node'] as const;
const chains: ReadonlyArray<{ operation: Operation; modelId: string; targets: readonly CodeTarget[] }> = [
	{ operation: 'Converse', modelId: 'anthropic.claude-3-haiku-20240307-v1:0', targets: programs },
	{ operation: 'ConverseStream', modelId: WORDS, targets: programs },
	{ operation: 'InvokeModel', modelId: WORDS, targets: ['python', 'lambda-node'] },
	{ operation: 'InvokeModel', modelId: 'anthropic.claude-v2:1', targets: ['javascript', 'lambda-python'] },
	{ operation: 'InvokeModel', modelId: 'amazon.titan-text-express-v1', targets: ['python', 'javascript'] },
	{ operation: 'InvokeModel', modelId: 'amazon.nova-lite-v1:0', targets: ['python', 'javascript'] },
	{
		operation: 'InvokeModelWithResponseStream',
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		targets: programs,
	},
	{ operation: 'InvokeModelWithResponseStream', modelId: 'anthropic.claude-v2:1', targets: ['python', 'javascript'] },
	{
		operation: 'InvokeModelWithResponseStream',
		modelId: 'amazon.titan-text-express-v1',
		targets: ['javascript', 'lambda-python'],
	},
	{ operation: 'InvokeModelWithResponseStream', modelId: 'amazon.nova-lite-v1:0', targets: ['python', 'lambda-node'] },
	{ operation: 'InvokeModel', modelId: 'us.meta.llama3-3-70b-instruct-v1:0', targets: ['python', 'lambda-node'] },
	{
		operation: 'InvokeModelWithResponseStream',
		modelId: 'us.meta.llama4-scout-17b-instruct-v1:0',
		targets: ['javascript', 'lambda-python'],
	},
	{ operation: 'InvokeModel', modelId: 'mistral.mistral-7b-instruct-v0:2', targets: ['javascript', 'python'] },
	{
		operation: 'InvokeModelWithResponseStream',
		modelId: 'mistral.mistral-7b-instruct-v0:2',
		targets: ['javascript', 'python'],
	},
	{ operation: 'InvokeModel', modelId: 'cohere.command-r-v1:0', targets: ['javascript', 'python'] },
	{ operation: 'InvokeModelWithResponseStream', modelId: 'cohere.command-r-v1:0', targets: ['javascript', 'python'] },
	{ operation: 'InvokeModel', modelId: 'deepseek.v3.2', targets: ['python'] },
	{ operation: 'InvokeModelWithResponseStream', modelId: 'deepseek.v3.2', targets: ['javascript'] },
	{ operation: 'InvokeModel', modelId: 'mistral.ministral-3-8b-instruct', targets: ['javascript'] },
	{
		operation: 'InvokeModelWithResponseStream',
		modelId: 'mistral.ministral-3-8b-instruct',
		targets: ['python'],
	},
	{ operation: 'InvokeModel', modelId: 'ai21.jamba-1-5-mini-v1:0', targets: ['javascript'] },
	{
		operation: 'InvokeModelWithResponseStream',
		modelId: 'ai21.jamba-1-5-mini-v1:0',
		targets: ['python'],
	},
	// With a system prompt: a first question without one is no talk of lines, and is written anew to be gone on with.
	{ operation: 'InvokeModel', modelId: 'ai21.j2-mid-v1', targets: ['javascript', 'python'] },
];

for (const { operation, modelId, targets } of chains) {
	const made = { turn: null as Turn | null, sent: [] as string[] };
	for (const target of targets) {
		test(`${operation}, ${modelId}: ${target} goes on as the app did`, SLOW, async (context) => {
			made.turn ??= await cutAnswer({ operation, modelId });
			if (made.sent.length === 0) made.sent = bodies();
			expect(made.sent).toHaveLength(4);
			const lacking = missing(target);
			if (lacking !== null) context.skip(lacking);
			// Any of its calls gives the program of them all.
			const code = await codeOf(made.turn.exchanges[1]?.id, target);
			const { text, sent } = await run(target, code);
			expect(text).toBe(answerOf(made.turn));
			expect(parsed(sent)).toEqual(parsed(made.sent));
			if (operation.startsWith('Invoke')) expect(sent).toEqual(made.sent);
		});
	}
}

test('an answer that came to its end: as many further calls as are set, in both languages', SLOW, async (context) => {
	await app.client.settings.update({ continuation: { calls: 50 } });
	const turn = await cutAnswer({ operation: 'ConverseStream', modelId: WORDS, maxTokens: 40 }, 'Hello');
	expect(turn.exchanges.at(-1)?.stopReason).toBe('end_turn');
	const sent = bodies();
	expect(sent.length).toBeGreaterThan(3);
	const code = await codeOf(turn.exchanges.at(-1)?.id, 'javascript');
	expect(code.code).toContain('const furtherCalls = 50;');
	expect(await run('javascript', code)).toEqual({ text: answerOf(turn), sent });
	const lacking = missing('python');
	if (lacking !== null) context.skip(lacking);
	const python = await codeOf(turn.exchanges[0]?.id, 'python', { streaming: false });
	expect(python.code).toContain('client.converse(');
	// The practice model names the operation in its answer.
	expect((await run('python', python)).text).toBe(answerOf(turn).replace('ConverseStream', 'Converse'));
});

test('TypeScript that goes on has no type error, and runs', SLOW, async () => {
	await using place = await temporaryFolder();
	for (const { operation, modelId } of chains) {
		const turn = await cutAnswer({ operation, modelId });
		const code = await codeOf(turn.exchanges[0]?.id, 'typescript');
		expect(code.code).toContain('requestAfter');
		await writeFile(join(place.path, `${operation}-${modelId.replaceAll(':', '-')}.mts`), code.code);
	}
	expect(await typeErrors(place.path)).toBe('');
	const turn = await cutAnswer({ operation: 'ConverseStream', modelId: WORDS });
	expect((await run('typescript', await codeOf(turn.exchanges[0]?.id, 'typescript'))).text).toBe(answerOf(turn));
});

test('one call alone where that is wanted, and in the languages that can’t go on', SLOW, async () => {
	const turn = await cutAnswer({ operation: 'Converse' });
	const sent = bodies();
	const second = turn.exchanges[1]?.id;
	const alone = await codeOf(second, 'javascript', { goOn: false });
	expect(alone.code).not.toMatch(/furtherCalls|made the answer/);
	expect((await run('javascript', alone)).sent).toEqual([sent[1]]);
	for (const target of ['curl', 'aws-cli'] as const) {
		const { code } = await codeOf(second, target);
		expect(code).toContain('# Call 2 of the 4 that made the answer.\n');
		expect(code).toContain('# To go on and join the texts takes a program: see Python or JavaScript.\n');
	}
});

test('one call alone where not all were made in the same way', SLOW, async () => {
	await app.client.settings.update({ continuation: { mode: 'ask' } });
	const turn = await cutAnswer({ operation: 'Converse' });
	await app.client.conversations.updateSettings({ id: turn.conversationId, settings: { maxTokens: 12 } });
	await app.client.turns.continue({ turnId: turn.id });
	const whole = (await (await watchTurn(app, turn.id)).until('ended')).turn;
	const [, second] = bodies();
	const code = await codeOf(whole.exchanges[1]?.id, 'javascript');
	expect(code.code).toContain('// Call 2 of the 2 that made the answer.\n// They were not all made in the same way');
	expect((await run('javascript', code)).sent).toEqual([second]);
});

test('an answer out of an opened file goes on, too; of what was forgotten there is no program', SLOW, async () => {
	const turn = await cutAnswer({ operation: 'ConverseStream', modelId: WORDS });
	const sent = bodies();
	for (const format of ['outcrop', 'har'] as const) {
		const scope = { conversationId: turn.conversationId, turnId: null, exchangeId: null };
		const file = await app.client.files.export({ scope, format, mask: false, language: 'en', words: [] });
		const base64 = Buffer.from(file.text).toString('base64');
		const opened = await app.client.files.import({ fileName: 'a', base64 });
		if ('problem' in opened) throw new Error(opened.problem);
		const [same] = (await app.client.conversations.get({ id: opened.conversationId })).turns;
		const code = await codeOf(same?.exchanges[2]?.id, 'javascript');
		expect(await run('javascript', code)).toEqual({ text: answerOf(turn), sent });
	}
	await app.client.storage.forget({ conversationId: turn.conversationId });
	await expect(codeOf(turn.exchanges[0]?.id, 'python')).rejects.toMatchObject({ code: 'FORGOTTEN' });
});

test('Command R: a talk that has a history before it', SLOW, async () => {
	const settings = { operation: 'InvokeModel', modelId: 'cohere.command-r-v1:0' } as const;
	const first = await cutAnswer(settings, 'Hello');
	received = [];
	const turn = await ask(app, first.conversationId, 'And now?');
	const sent = bodies();
	expect(sent).toHaveLength(4);
	expect(sent[0]).toContain('"chat_history":[{"role":"USER","message":"Hello"}');
	for (const target of ['javascript', 'python'] as const) {
		if (missing(target) !== null) continue;
		expect(await run(target, await codeOf(turn.exchanges[0]?.id, target))).toEqual({ text: answerOf(turn), sent });
	}
});

test('DeepSeek-R1: a program prints what the model wrote, with its thoughts and their tag', SLOW, async () => {
	const turn = await cutAnswer({ operation: 'InvokeModel', modelId: 'us.deepseek.r1-v1:0', maxTokens: 60 });
	const sent = bodies();
	expect(sent).toHaveLength(4);
	const [thoughts, ...others] = turn.answer?.content ?? [];
	expect([thoughts?.type, others.map(({ type }) => type)]).toEqual(['reasoning', ['text']]);
	const written = `${thoughts?.type === 'reasoning' ? thoughts.text : ''}</think>${answerOf(turn)}`;
	for (const target of ['javascript', 'python'] as const) {
		if (missing(target) !== null) continue;
		expect(await run(target, await codeOf(turn.exchanges[0]?.id, target))).toEqual({ text: written, sent });
	}
});
