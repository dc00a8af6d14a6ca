import { expect, test } from 'vitest';
import { textMessage } from '../../../../src/main/core/bedrock/call.ts';
import { textOf } from '../../../../src/shared/model/content.ts';
import { begin, hub, toEnd } from './hub.ts';

const continuation = { mode: 'automatic', calls: 100, outputTokens: 1_000_000 } as const;
/** Takes no prefill: it is asked in words, and may repeat. */
const IN_WORDS = { modelId: 'us.anthropic.claude-sonnet-4-6' };

type Hub = Awaited<ReturnType<typeof hub>>;

/** Answers the call at hand with a text that is cut off. */
async function cut({ calls }: Hub, index: number, text: readonly string[]): Promise<void> {
	const call = calls[index];
	if (call === undefined) throw new Error(`There is no call ${index}`);
	for (const piece of text) call.sink.text(piece);
	call.sink.stopReason('max_tokens');
	call.end();
	// What follows a call follows in microtasks: a macrotask later the next one is made, or none will be.
	await new Promise(setImmediate);
}

test('a call that adds nothing is the last one, whatever those before it added', async () => {
	const app = await hub(undefined, { continuation });
	const turn = await begin(app.turns, app.id, 'Hello');
	await cut(app, 0, ['One']);
	await cut(app, 1, [' two']);
	await cut(app, 2, ['']);
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(3);
	expect([ended.state, ended.exchanges.length]).toEqual(['complete', 3]);
	expect(textOf(ended.answer?.content ?? [])).toBe('One two');
});

test('nor is one followed that only repeats what is there', async () => {
	const app = await hub(undefined, { continuation, request: IN_WORDS });
	const turn = await begin(app.turns, app.id, 'Hello');
	await cut(app, 0, ['The rock lies under the soil.']);
	await cut(app, 1, ['The rock lies ', 'under the soil.']);
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(2);
	expect(textOf(ended.answer?.content ?? [])).toBe('The rock lies under the soil.');
});

test('a Stop that comes just as a call has ended is no call later', async () => {
	const app = await hub(undefined, { continuation });
	const turn = await begin(app.turns, app.id, 'Hello');
	const cutting = cut(app, 0, ['One']);
	app.turns.stop(turn.id);
	await cutting;
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(1);
	expect(ended.exchanges).toHaveLength(1);
});

test('a window that is opened in the second call sees all text so far, and what comes', async () => {
	const app = await hub(undefined, { continuation });
	const turn = await begin(app.turns, app.id, 'Hello');
	const early = toEnd(app.turns, turn.id);
	await new Promise(setImmediate);
	await cut(app, 0, ['One\n']);
	expect(app.calls[1]?.call.messages.at(-1)).toEqual(textMessage('assistant', 'One'));
	for (const piece of ['\n', 'two ']) app.calls[1]?.sink.text(piece);
	const late = toEnd(app.turns, turn.id);
	await new Promise(setImmediate);
	app.calls[1]?.sink.text('three');
	app.calls[1]?.end();
	const { all } = await late;
	const [snapshot] = all;
	if (snapshot?.type !== 'snapshot') throw new Error('A late window begins with a snapshot');
	expect(textOf(snapshot.turn.answer?.content ?? [])).toBe('One\ntwo ');
	expect(snapshot.turn.exchanges.map(({ state, continues }) => [state, continues])).toEqual([
		['complete', false],
		['running', true],
	]);
	const texts = (events: typeof all) => events.map((event) => (event.type === 'text' ? event.text : '')).join('');
	expect(texts(all)).toBe('three');
	const told = (await early).all;
	expect(texts(told)).toBe('One\ntwo three');
	// The second call is told of as soon as it begins, before anything has come of it.
	const second = told.find((event) => event.type === 'exchange' && event.exchange.index === 2);
	expect(second).toMatchObject({ exchange: { state: 'running', firstTokenMs: null } });
	expect(told.at(-1)).toMatchObject({ turn: { exchanges: [{ firstTokenMs: 0 }, { firstTokenMs: 0 }] } });
});

test.each([
	['after some text', 'Hel', 'incomplete'],
	['before any', '', 'failed'],
] as const)('a defect in a call ends the turn, is told and logged: %s', async (_, text, state) => {
	const app = await hub();
	const turn = await begin(app.turns, app.id, 'Hello');
	app.calls[0]?.sink.text(text);
	app.calls[0]?.fail(new RangeError('Out of range'));
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect([ended.state, ended.exchanges[0]?.state]).toEqual([state, state]);
	expect(ended.failure).toMatchObject({ code: 'unknown', type: 'RangeError', message: 'Out of range' });
	expect(app.errors).toEqual(['A call ended in an unexpected error: RangeError: Out of range']);
	expect(await app.memory.turn(turn.id)).toEqual(ended);
});

test('a defect between two calls ends the turn with what it has, is told and logged', async () => {
	// Of the conversation, the question, the turn, its first exchange and its answer; none for the second exchange.
	const app = await hub(undefined, { continuation, lastId: 5 });
	const turn = await begin(app.turns, app.id, 'Hello');
	const ended = toEnd(app.turns, turn.id);
	await cut(app, 0, ['One ']);
	const { turn: last } = await ended;
	expect(last).toMatchObject({ state: 'incomplete', failure: { code: 'unknown', message: 'No more ids' } });
	expect(last.exchanges.map(({ state }) => state)).toEqual(['complete']);
	expect(textOf(last.answer?.content ?? [])).toBe('One ');
	expect(app.errors).toEqual(['A turn ended in an unexpected error: RangeError: No more ids']);
	expect(await app.memory.turn(turn.id)).toEqual(last);
});

test('what is asked anew and fails has no answer, also in what is kept', async () => {
	const app = await hub();
	const turn = await begin(app.turns, app.id, 'Hello');
	app.calls[0]?.sink.text('Hel');
	app.calls[0]?.end({ state: 'incomplete', failure: null });
	await toEnd(app.turns, turn.id);
	await app.turns.retry(turn.id);
	app.calls[1]?.end({ state: 'failed', failure: null });
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect([ended.state, ended.answer]).toEqual(['failed', null]);
	expect(await app.memory.turn(turn.id)).toEqual(ended);
});
