import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { harTimings } from '../../../src/main/core/export/har-timings.ts';
import type { Conversation } from '../../../src/shared/model/conversation.ts';
import type { ExportFormat, ExportScope } from '../../../src/shared/model/files.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { harErrors } from '../../helpers/har-errors.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';

let practice: ObservedPractice;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;

beforeAll(async () => {
	practice = await startObservedPractice();
	folder = await temporaryFolder();
	app = await openTestApp(folder.path, practice.server);
	// No retry waits.
	vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => practice.server.faults.clear());
afterAll(async () => {
	vi.restoreAllMocks();
	await app.close();
	await practice.server.close();
	await folder[Symbol.asyncDispose]();
});

type Fault = Parameters<ObservedPractice['server']['faults']['arm']>[0];

/** Every way in which a call goes, with the number of attempts that it makes. */
const CALLS: readonly (readonly [string, Partial<RequestSettings>, Fault | null, number])[] = [
	['streamed', { operation: 'ConverseStream' }, null, 1],
	['plain', { operation: 'InvokeModel' }, null, 1],
	['native stream', { operation: 'InvokeModelWithResponseStream' }, null, 1],
	['refused', { operation: 'Converse' }, { kind: 'access-denied' }, 1],
	['tried again', { operation: 'Converse' }, { kind: 'throttled' }, 2],
	['cut', { operation: 'ConverseStream' }, { kind: 'truncated-frame', afterFrames: 3 }, 1],
	['damaged', { operation: 'ConverseStream' }, { kind: 'wrong-checksum', afterFrames: 3 }, 1],
	['never answered', { operation: 'Converse' }, { kind: 'connection-reset' }, 2],
	[
		'never reached',
		{ operation: 'Converse', region: 'us-east-1', endpointUrl: 'http://127.0.0.1:9', connection: 'environment' },
		null,
		0,
	],
];

async function talk([name, settings, fault]: (typeof CALLS)[number]): Promise<Conversation> {
	const { id } = await app.client.conversations.create({ settings });
	if (fault !== null) practice.server.faults.arm(fault);
	await ask(app, id, `岩石とは？ ${name} 🪨 \\"<b>`);
	return app.client.conversations.get({ id });
}

function whole(conversationId: string): ExportScope {
	return { conversationId, turnId: null, exchangeId: null };
}

async function save(scope: ExportScope, format: ExportFormat, mask = false) {
	return app.client.files.export({ scope, format, mask, language: 'en', words: [] });
}

async function open(fileName: string, content: string | Uint8Array) {
	const base64 = Buffer.from(content).toString('base64');
	const outcome = await app.client.files.import({ fileName, base64 });
	if ('problem' in outcome) throw new Error(`${outcome.problem}: ${outcome.detail}`);
	return { outcome, conversation: await app.client.conversations.get({ id: outcome.conversationId }) };
}

/** All that can be read of a conversation but its ids: exchanges, attempts, bytes, frames. */
async function allOf({ turns, title }: Conversation) {
	const { client } = app;
	const read = turns.map(async ({ exchanges, question, answer, ...turn }) => ({
		...withoutIds(turn),
		question: question.content,
		answer: answer?.content ?? null,
		exchanges: await Promise.all(
			exchanges.map(async ({ id }) => {
				const { attempts, ...exchange } = await client.exchanges.get({ exchangeId: id });
				const bodies = attempts.map(async ({ id: attemptId, ...attempt }) => ({
					...withoutIds(attempt),
					request: [attempt.request, await client.exchanges.body({ attemptId, side: 'request' })],
					response: attempt.response && [
						attempt.response,
						await client.exchanges.body({ attemptId, side: 'response' }),
						await client.exchanges.frames({ attemptId, after: 0, limit: 5000 }),
					],
				}));
				return { ...withoutIds(exchange), attempts: await Promise.all(bodies) };
			}),
		),
	}));
	return { title, turns: await Promise.all(read) };
}

function withoutIds(value: object): object {
	return Object.fromEntries(
		Object.entries(value).filter(([key]) => !/^id$|Id$/.test(key) || key === 'modelId' || key === 'requestId'),
	);
}

test.each(CALLS)('%s: Outcrop’s own file and HAR come back without a loss', async (...call) => {
	const original = await talk(call);
	expect(original.turns[0]?.exchanges[0]?.attemptCount).toBe(call[3]);
	const all = await allOf(original);
	for (const format of ['outcrop', 'har'] as const) {
		const file = await save(whole(original.id), format);
		if (format === 'har') expect(harErrors(JSON.parse(file.text))).toEqual([]);
		const { conversation, outcome } = await open(file.fileName, file.text);
		expect(outcome).toMatchObject({ exchanges: 1, leftOut: 0 });
		expect(conversation.imported).toEqual({ fileName: file.fileName, format, masked: false });
		expect(await allOf(conversation)).toEqual(all);
	}
});

test('HAR has an entry an attempt, with its frames, its times and its error', async () => {
	const entriesOf = async (call: (typeof CALLS)[number] | undefined) => {
		if (call === undefined) throw new Error('No such call');
		const { id, turns } = await talk(call);
		const { log } = JSON.parse((await save(whole(id), 'har')).text);
		expect(log).toMatchObject({ version: '1.2', creator: { name: 'Outcrop' }, pages: [{ id: 'turn_1' }] });
		const exchange = await app.client.exchanges.get({ exchangeId: turns[0]?.exchanges[0]?.id ?? '' });
		return { entries: log.entries, attempts: exchange.attempts };
	};
	const streamed = await entriesOf(CALLS[0]);
	const [one] = streamed.attempts;
	if (one === undefined) throw new Error('An exchange has an attempt');
	const { frames } = await app.client.exchanges.frames({ attemptId: one.id, after: 0, limit: 5000 });
	expect(frames.length).toBeGreaterThan(5);
	expect(streamed.entries).toEqual([
		expect.objectContaining({
			pageref: 'turn_1',
			...harTimings(one),
			response: expect.objectContaining({ status: 200, content: expect.objectContaining({ encoding: 'base64' }) }),
			_frames: JSON.parse(JSON.stringify(frames)),
		}),
	]);
	expect(harTimings(one).time).toBeGreaterThan(0);
	const reset = await entriesOf(CALLS.find(([name]) => name === 'never answered'));
	expect(reset.entries).toHaveLength(2);
	expect(reset.entries[0].response).toMatchObject({ status: 0, _error: expect.stringContaining('ECONNRESET') });
});
