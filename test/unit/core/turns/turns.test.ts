import { expect, test } from 'vitest';
import { StoreError } from '../../../../src/main/core/storage/store-error.ts';
import { textOf } from '../../../../src/shared/model/content.ts';
import { question } from '../storage/samples.ts';
import { begin, hub, isStarted, toEnd } from './hub.ts';

test('of two starts at once one goes through, and the other is told which turn runs', async () => {
	const { turns, id, calls } = await hub();
	const both = await Promise.all([turns.start(id, 'One'), turns.start(id, 'Two')]);
	const [first, second] = both;
	if (!isStarted(first)) throw new Error('The first was refused');
	expect(second).toEqual({ refused: { code: 'turn-running', turnId: first.turn.id } });
	expect(calls.length).toBe(1);
});

test('a question that can’t be saved leaves no title behind', async () => {
	const { turns, conversations, id } = await hub(() => ({
		save: () => Promise.reject(new StoreError('not-saved', 'database or disk is full')),
	}));
	await expect(turns.start(id, 'Hello')).rejects.toMatchObject({ code: 'not-saved' });
	expect((await conversations.get(id))?.title).toBe('');
});

test('a conversation gets its title from its first message, and keeps one that it was given', async () => {
	const { turns, conversations, id, calls } = await hub();
	const turn = await begin(turns, id, 'Hello\nthere');
	calls[0]?.end();
	await toEnd(turns, turn.id);
	expect((await conversations.get(id))?.title).toBe('Hello');
	const named = await conversations.create({});
	await conversations.rename(named.id, 'Mine');
	await begin(turns, named.id, 'Hello');
	expect((await conversations.get(named.id))?.title).toBe('Mine');
});

test('a conversation that is removed while a turn begins in it answers nothing more', async () => {
	const { turns, conversations, memory, id } = await hub();
	const [started, removed] = await Promise.all([turns.start(id, 'Hello'), conversations.remove(id)]);
	expect(removed).toBe(true);
	if (!isStarted(started)) throw new Error('It was asked first');
	expect((await memory.turn(started.turn.id))?.state).toBe('stopped');
	expect(turns.live(started.turn.id)).toBeNull();
});

test('a message to a conversation that is being removed is refused', async () => {
	const { turns, conversations, calls, id } = await hub();
	const [, started] = await Promise.all([conversations.remove(id), turns.start(id, 'Hello')]);
	expect(started).toEqual({ refused: { code: 'conversation-not-found' } });
	expect(calls).toEqual([]);
});

test('a turn that begins while the app closes is ended and saved before the store is', async () => {
	const { turns, memory, id } = await hub();
	const [started] = await Promise.all([turns.start(id, 'Hello'), turns.close()]);
	if (!isStarted(started)) throw new Error('It was asked first');
	expect((await memory.turn(started.turn.id))?.state).toBe('interrupted');
	await expect(turns.start(id, 'Late')).rejects.toMatchObject({ code: 'not-saved' });
});

test('nothing is asked again where the answer can’t be saved', async () => {
	const { turns, memory, calls, id } = await hub(() => ({ readOnly: true }));
	const asked = question(id, 'm1', 'Hello');
	await memory.save([{ type: 'turn-begun', turnId: 't1', question: asked, title: '', at: 1 }]);
	await expect(turns.retry('t1')).rejects.toMatchObject({ code: 'read-only' });
	expect(calls).toEqual([]);
});

test('a turn that the user has stopped is stopped, also when the app closes at once', async () => {
	const { turns, memory, id } = await hub();
	const turn = await begin(turns, id, 'Hello');
	turns.stop(turn.id);
	await turns.close();
	expect((await memory.turn(turn.id))?.state).toBe('stopped');
});

test('a conversation that is read while its answer ends shows the end', async () => {
	let whileReading = async () => {};
	const { turns, conversations, calls, id } = await hub((memory) => ({
		// The store will be read from a worker: anything may happen before its answer is here.
		conversation: async (wanted) => {
			const read = await memory.conversation(wanted);
			await whileReading();
			return read;
		},
	}));
	const turn = await begin(turns, id, 'Hello');
	whileReading = async () => {
		calls[0]?.sink.text('Hi!');
		calls[0]?.end();
		await toEnd(turns, turn.id);
		expect(turns.live(turn.id)).toBeNull();
	};
	const [read] = (await conversations.get(id))?.turns ?? [];
	expect(read?.state).toBe('complete');
	expect(textOf(read?.answer?.content ?? [])).toBe('Hi!');
});

test('of two windows that ask again, the second does not throw away the whole answer that the first has got', async () => {
	const { turns, calls, id } = await hub();
	const turn = await begin(turns, id, 'Hello');
	calls[0]?.end({ state: 'failed', failure: null });
	await toEnd(turns, turn.id);
	await turns.retry(turn.id);
	calls[1]?.sink.text('Hi!');
	calls[1]?.end();
	await toEnd(turns, turn.id);
	expect(await turns.retry(turn.id)).toEqual({ refused: { code: 'not-retryable' } });
	expect(calls.length).toBe(2);
});

test('the numbers of a turn that is asked again never mean events of the time before', async () => {
	const { turns, calls, id } = await hub();
	const turn = await begin(turns, id, 'Hello');
	calls[0]?.sink.stopReason('x');
	calls[0]?.end({ state: 'incomplete', failure: null });
	await toEnd(turns, turn.id);
	await turns.retry(turn.id);
	for (const reason of ['a', 'b', 'c']) calls[1]?.sink.stopReason(reason);
	const events = await turns.watch(turn.id, 1);
	const first = await events?.[Symbol.asyncIterator]().next();
	expect(first?.value?.type).toBe('snapshot');
});

test('a change that the database refuses is logged, and not tried again on and on', async () => {
	let refuse = false;
	let tries = 0;
	const { turns, conversations, calls, errors, id } = await hub((memory) => ({
		save: (changes) => {
			if (!refuse) return memory.save(changes);
			tries += 1;
			return Promise.reject(new StoreError('refused', 'FOREIGN KEY constraint failed'));
		},
	}));
	const turn = await begin(turns, id, 'Hello');
	refuse = true;
	calls[0]?.sink.text('Hi!');
	calls[0]?.end();
	const { turn: ended } = await toEnd(turns, turn.id);
	expect(ended.unsaved).toBe(true);
	expect(errors).toEqual(['An answer could not be saved: StoreError: FOREIGN KEY constraint failed']);
	// The answer stays on the screen, and the next question says why it can't follow it.
	expect((await conversations.get(id))?.turns).toEqual([ended]);
	const before = tries;
	await expect(turns.start(id, 'More')).rejects.toThrow(/FOREIGN KEY constraint failed/);
	expect(tries).toBe(before + 1);
	refuse = false;
	await begin(turns, id, 'More');
});

test('a wait for the next attempt is told with its end, and nothing of it is kept', async () => {
	const { turns, memory, calls, id } = await hub();
	const turn = await begin(turns, id, 'Hello');
	const reason = {
		code: 'throttled',
		type: 'ThrottlingException',
		message: 'Too many requests',
		status: 429,
		requestId: null,
		systemCode: null,
	} as const;
	const retry = { attempt: 1, maxAttempts: 3, delayMs: 500, reason };
	calls[0]?.sink.retrying(retry);
	const watched = toEnd(turns, turn.id);
	calls[0]?.end();
	const { all } = await watched;
	expect(all.filter(({ type }) => type === 'retrying').map(({ seq: _, ...event }) => event)).toEqual([
		{ type: 'retrying', retry, until: 1500 },
	]);
	expect((await memory.turn(turn.id))?.failure).toBeNull();
});
