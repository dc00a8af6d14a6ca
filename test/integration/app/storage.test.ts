import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;

beforeEach(async () => {
	folder = await temporaryFolder();
	practice = await startPractice();
	app = await openTestApp(folder.path, practice);
});
afterEach(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

/** Attempts of the only exchange of a turn. */
async function attemptOf(turn: { readonly exchanges: readonly { readonly id: string }[] }) {
	const [exchange] = turn.exchanges;
	const { attempts } = await app.client.exchanges.get({ exchangeId: exchange?.id ?? '' });
	const [attempt] = attempts;
	if (exchange === undefined || attempt === undefined) throw new Error('There was no attempt');
	return { exchangeId: exchange.id, attempt };
}

/** The next event of a kind. */
async function nextEvent(type: string): Promise<() => Promise<void>> {
	const events = (await app.client.app.events())[Symbol.asyncIterator]();
	return async () => {
		for (;;) {
			const { done, value } = await events.next();
			if (done) throw new Error(`There was no event "${type}"`);
			if (value.type === type) return;
		}
	};
}

test('what a person forgets can’t be read any more, and says so; the conversation stays as it is', async () => {
	const { id } = await app.client.conversations.create({});
	const turn = await ask(app, id, 'What is an outcrop?');
	const { exchangeId, attempt } = await attemptOf(turn);
	const before = await app.client.conversations.get({ id });
	const captured = await app.client.storage.captured({ conversationId: id });
	expect(captured).toEqual({
		exchanges: 1,
		keptBytes: expect.any(Number),
		originalBytes: attempt.request.body.size + (attempt.response?.body.size ?? 0),
	});
	expect(await app.client.storage.use()).toMatchObject({
		...captured,
		conversations: [{ id, title: 'What is an outcrop?', ...captured }],
	});

	expect(await app.client.storage.forget({ conversationId: id })).toEqual({
		exchanges: 0,
		keptBytes: 0,
		originalBytes: 0,
	});
	const gone = { code: 'FORGOTTEN' };
	const { id: attemptId } = attempt;
	await expect(app.client.exchanges.body({ attemptId, side: 'request' })).rejects.toMatchObject(gone);
	await expect(app.client.exchanges.body({ attemptId, side: 'response' })).rejects.toMatchObject(gone);
	await expect(app.client.exchanges.frames({ attemptId, after: 0, limit: 10 })).rejects.toMatchObject(gone);
	await expect(app.client.exchanges.frameBytes({ attemptId, index: 1 })).rejects.toMatchObject(gone);
	await expect(app.client.exchanges.code({ exchangeId, target: 'curl' })).rejects.toMatchObject(gone);
	expect(await app.client.conversations.get({ id })).toStrictEqual(before);
	expect((await attemptOf(turn)).attempt.request.body).toEqual({
		...attempt.request.body,
		forgotten: { at: expect.any(Number), by: 'person' },
	});
	expect((await app.client.storage.freeSpace()).freeBytes).toBe(0);
});

test('a turn that is being answered while its conversation is forgotten is captured whole', async () => {
	const { id } = await app.client.conversations.create({});
	await ask(app, id, 'What is an outcrop?');
	const running = await app.client.turns.start({ conversationId: id, text: 'Write 500 words about strata.' });
	const watched = await watchTurn(app, running.id);
	await watched.until('text');
	await app.client.storage.forget({ conversationId: id });
	const { turn } = await watched.until('ended');
	const { attempt } = await attemptOf(turn);
	for (const side of ['request', 'response'] as const) {
		const { size } = await app.client.exchanges.body({ attemptId: attempt.id, side });
		expect(size).toBe(attempt[side]?.body.size);
	}
});

test('a setting that allows less takes effect at once, and is told', async () => {
	const { id } = await app.client.conversations.create({});
	const turn = await ask(app, id, 'What is an outcrop?');
	await app.close();
	const day = 86_400_000;
	const clock = { now: () => Date.now() + 31 * day, monotonic: () => performance.now() };
	app = await openTestApp(folder.path, practice, { clock });
	const forgotten = await nextEvent('storage');
	const settings = await app.client.settings.update({ storage: { keepDays: 30 } });
	expect(settings.storage).toEqual({ keepDays: 30, maxMegabytes: null });
	await forgotten();
	expect((await attemptOf(turn)).attempt.response?.body.forgotten?.by).toBe('age');
	expect((await app.client.storage.use()).exchanges).toBe(0);
});
