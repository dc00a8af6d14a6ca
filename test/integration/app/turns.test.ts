import { DatabaseSync } from 'node:sqlite';
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { textOf } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import { ask, watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const here = appForTests();

async function newConversation(): Promise<string> {
	return (await here.app.client.conversations.create({})).id;
}

function answerOf(turn: Turn): string {
	return turn.answer === null ? '' : textOf(turn.answer.content);
}

async function refusalOf(promise: Promise<unknown>) {
	const error = await promise.then(
		() => null,
		(reason: unknown) => reason,
	);
	if (!(error instanceof ORPCError) || !error.defined) throw new Error('No typed error came');
	return { code: error.code as string, data: error.data as unknown };
}

test('what the inspector shows is what the server received and sent, to the byte, also after a restart', async () => {
	const conversationId = await newConversation();
	const turn = await ask(here.app, conversationId, 'カエルの俳句 🐸 を作ってください');
	expect(turn.state).toBe('complete');
	const [exchange] = here.received;
	const [summary] = turn.exchanges;
	if (exchange === undefined || summary === undefined) throw new Error('Nothing was called');

	for (const restart of [false, true]) {
		if (restart) {
			await here.restart();
		}
		const { attempts, ...kept } = await here.app.client.exchanges.get({ exchangeId: summary.id });
		expect(kept).toEqual(summary);
		expect(attempts).toHaveLength(1);
		const attemptId = attempts[0]?.id ?? '';
		const { startedMs = -1, sending, response: begun } = attempts[0] ?? {};
		expect(sending).toMatchObject({ reused: false, tunnelling: false, tunnelledMs: null, securedMs: null });
		const { credentials } = summary;
		const steps = [0, credentials?.askedMs, credentials?.endedMs, startedMs, sending?.connectedMs, sending?.sentMs];
		const times = [...steps, begun?.headersMs, begun?.firstByteMs].map(Number);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		const request = await here.app.client.exchanges.body({ attemptId, side: 'request' });
		expect(Buffer.from(request.base64, 'base64').equals(exchange.requestBody)).toBe(true);
		expect(Buffer.from(request.base64, 'base64').toString()).toContain('カエルの俳句 🐸 を作ってください');
		const response = await here.app.client.exchanges.body({ attemptId, side: 'response' });
		expect(Buffer.from(response.base64, 'base64').equals(exchange.responseBody)).toBe(true);
		const page = await here.app.client.exchanges.frames({ attemptId, after: 0, limit: 5000 });
		expect(page.frames.reduce((sum, frame) => sum + frame.length, 0)).toBe(exchange.responseBody.byteLength);
		expect(page.trailingBytes).toBe(0);
		expect(page.frames.at(-1)?.eventType).toBe('metadata');
		const pulse = await here.app.client.exchanges.pulse({ exchangeId: summary.id, attemptId, after: 0 });
		expect(pulse.map(([atMs]) => atMs)).toEqual(page.frames.map(({ atMs }) => atMs));
		expect(pulse.reduce((sum, [, bytes]) => sum + bytes, 0)).toBe(Buffer.byteLength(answerOf(turn) ?? ''));
		const again = await here.app.client.conversations.get({ id: conversationId });
		expect(again.turns).toEqual([turn]);
		expect(again.title).toBe('カエルの俳句 🐸 を作ってください');
	}
});

test('Stop keeps what has arrived', async () => {
	const stall = here.practice.faults.arm({ kind: 'stalled-stream', afterFrames: 4 });
	const started = await here.app.client.turns.start({ conversationId: await newConversation(), text: 'Hello' });
	const watcher = await watchTurn(here.app, started.id);
	await stall.reached;
	await watcher.until('text');
	await here.app.client.turns.stop({ turnId: started.id });
	const { turn } = await watcher.until('ended');
	expect(turn.state).toBe('stopped');
	expect(turn.failure).toBeNull();
	expect(answerOf(turn)).not.toBe('');
	expect(turn.exchanges[0]?.state).toBe('stopped');
	const [kept] = (await here.app.client.conversations.get({ id: turn.conversationId })).turns;
	expect(kept).toEqual(turn);
});

test('a window that left in the middle comes back to the same text', async () => {
	const stall = here.practice.faults.arm({ kind: 'stalled-stream', afterFrames: 4 });
	const started = await here.app.client.turns.start({ conversationId: await newConversation(), text: 'Hello' });
	const first = await watchTurn(here.app, started.id);
	const { seq } = await first.until('text');
	first.leave();
	const missed = await watchTurn(here.app, started.id, seq);
	const missedAll = missed.until('ended');
	await stall.reached;
	// A reload: the conversation is read anew, with what has arrived, and watched from a snapshot.
	const reload = await watchTurn(here.app, started.id);
	const { turn: snapshot } = await reload.until('snapshot');
	expect(answerOf(snapshot)).not.toBe('');
	const { turns } = await here.app.client.conversations.get({ id: started.conversationId });
	expect(answerOf(turns[0] as Turn).startsWith(answerOf(snapshot))).toBe(true);
	stall.release();

	const { turn } = await reload.until('ended');
	const rest = reload.seen.map((event) => (event.type === 'text' ? event.text : '')).join('');
	expect(answerOf(snapshot) + rest).toBe(answerOf(turn));
	await missedAll;
	const before = first.seen.map((event) => (event.type === 'text' ? event.text : '')).join('');
	const after = missed.seen.map((event) => (event.type === 'text' ? event.text : '')).join('');
	expect(before + after).toBe(answerOf(turn));
});

test('a second message while an answer runs is refused and nothing of it is kept', async () => {
	const stall = here.practice.faults.arm({ kind: 'slow-first-byte' });
	const conversationId = await newConversation();
	const started = await here.app.client.turns.start({ conversationId, text: 'One' });
	await stall.reached;
	expect(await refusalOf(here.app.client.turns.start({ conversationId, text: 'Two' }))).toEqual({
		code: 'TURN_RUNNING',
		data: { turnId: started.id },
	});
	expect((await here.app.client.conversations.get({ id: conversationId })).turns.map(({ id }) => id)).toEqual([
		started.id,
	]);
	expect((await here.app.client.conversations.list()).map(({ id, running }) => [id, running])).toEqual([
		[conversationId, true],
	]);
	stall.release();
	await (await watchTurn(here.app, started.id)).until('ended');
	expect((await here.app.client.conversations.list()).map(({ running }) => running)).toEqual([false]);
});

test('a failure is no message: Retry is a new exchange of the same turn, and the next call sends nothing of it', async () => {
	here.practice.faults.arm({ kind: 'throttled', retryAfterSeconds: 0 }, 3);
	const conversationId = await newConversation();
	const failed = await ask(here.app, conversationId, 'Hello');
	expect(failed.state).toBe('failed');
	expect(failed.answer).toBeNull();
	expect(failed.failure).toEqual({
		code: 'throttled',
		type: 'ThrottlingException',
		message: 'Too many requests, please wait before trying again.',
		status: 429,
		requestId: here.received[2]?.requestId,
		systemCode: null,
	});
	expect(failed.exchanges.map(({ attemptCount }) => attemptCount)).toEqual([3]);

	await here.app.client.turns.retry({ turnId: failed.id });
	const { turn } = await (await watchTurn(here.app, failed.id)).until('ended');
	expect(turn.state).toBe('complete');
	expect(turn.exchanges.map(({ index, state }) => [index, state])).toEqual([
		[1, 'failed'],
		[2, 'complete'],
	]);

	await ask(here.app, conversationId, 'And then?');
	const body = JSON.parse(new TextDecoder().decode(here.received.at(-1)?.requestBody));
	expect(body.messages).toEqual([
		{ role: 'user', content: [{ text: 'Hello' }] },
		{ role: 'assistant', content: [{ text: answerOf(turn) }] },
		{ role: 'user', content: [{ text: 'And then?' }] },
	]);
});

test('an answer that broke off is kept, and Retry puts a whole one in its place', async () => {
	here.practice.faults.arm({ kind: 'connection-reset', afterFrames: 4 });
	const conversationId = await newConversation();
	const broken = await ask(here.app, conversationId, 'Hello');
	expect(broken.state).toBe('incomplete');
	expect(answerOf(broken)).not.toBe('');
	expect(broken.failure?.code).toBe('connection-lost');
	await here.app.client.turns.retry({ turnId: broken.id });
	const { turn } = await (await watchTurn(here.app, broken.id)).until('ended');
	expect(turn.state).toBe('complete');
	expect(turn.answer?.id).not.toBe(broken.answer?.id);
	expect(answerOf(turn).startsWith(answerOf(broken))).toBe(true);
	expect((await here.app.client.conversations.get({ id: conversationId })).turns).toEqual([turn]);
});

test('only the last turn can be asked again', async () => {
	const conversationId = await newConversation();
	const first = await ask(here.app, conversationId, 'One');
	await ask(here.app, conversationId, 'Two');
	expect((await refusalOf(here.app.client.turns.retry({ turnId: first.id }))).code).toBe('NOT_RETRYABLE');
	expect(await refusalOf(here.app.client.turns.retry({ turnId: 'nothing' }))).toEqual({
		code: 'NOT_FOUND',
		data: { what: 'turn' },
	});
});

test('an app that closes in the middle of an answer keeps it as interrupted', async () => {
	const stall = here.practice.faults.arm({ kind: 'stalled-stream', afterFrames: 4 });
	const started = await here.app.client.turns.start({ conversationId: await newConversation(), text: 'Hello' });
	await stall.reached;
	await (await watchTurn(here.app, started.id)).until('snapshot');
	await here.restart();
	const [turn] = (await here.app.client.conversations.get({ id: started.conversationId })).turns;
	expect(turn?.state).toBe('interrupted');
	expect(turn?.exchanges[0]?.state).toBe('interrupted');
});

test('a conversation that is removed while it answers stops, and comes back with what had arrived', async () => {
	const stall = here.practice.faults.arm({ kind: 'stalled-stream', afterFrames: 4 });
	const started = await here.app.client.turns.start({ conversationId: await newConversation(), text: 'Hello' });
	await stall.reached;
	await here.app.client.conversations.remove({ id: started.conversationId });
	expect(await here.app.client.conversations.list()).toEqual([]);
	await here.app.client.conversations.restore({ id: started.conversationId });
	const [turn] = (await here.app.client.conversations.get({ id: started.conversationId })).turns;
	expect(turn?.state).toBe('stopped');
});

test('an answer that a full disk refuses stays, is said to be unsaved, and is saved when there is room', async () => {
	const stall = here.practice.faults.arm({ kind: 'stalled-stream', afterFrames: 4 });
	const conversationId = await newConversation();
	const started = await here.app.client.turns.start({ conversationId, text: 'Hello' });
	const watcher = await watchTurn(here.app, started.id);
	await stall.reached;
	// Another process that holds the database for writing: to the app the same as a disk that takes nothing.
	const blocker = new DatabaseSync(`${here.folder}/outcrop.db`);
	blocker.exec('BEGIN IMMEDIATE');
	stall.release();
	const { turn } = await watcher.until('ended');
	expect(turn.unsaved).toBe(true);
	expect(turn.state).toBe('complete');
	const held = await here.app.client.conversations.get({ id: conversationId });
	expect(held.turns).toEqual([turn]);
	expect((await refusalOf(here.app.client.turns.start({ conversationId, text: 'More' }))).code).toBe('NOT_SAVED');

	blocker.exec('ROLLBACK');
	blocker.close();
	const next = await ask(here.app, conversationId, 'More');
	expect(next.unsaved).toBe(false);
	await here.restart();
	const { turns } = await here.app.client.conversations.get({ id: conversationId });
	expect(turns).toEqual([{ ...turn, unsaved: false }, next]);
});

test('a turn that can’t be read any more is refused in the contract’s words', async () => {
	const turn = await ask(here.app, await newConversation(), 'Hello');
	const other = new DatabaseSync(`${here.folder}/outcrop.db`);
	other.exec(`UPDATE messages SET content = '['`);
	other.close();
	expect((await refusalOf(here.app.client.turns.watch({ turnId: turn.id, after: 0 }))).code).toBe('CORRUPT');
});
