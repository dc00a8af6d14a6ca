import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTurnLog } from '../../../../src/main/core/turns/turn-log.ts';
import { appendPart } from '../../../../src/shared/answers/append-part.ts';
import type { AnswerPart, ContentBlock } from '../../../../src/shared/model/content.ts';
import type { Turn } from '../../../../src/shared/model/conversation.ts';
import type { RetryWait } from '../../../../src/shared/model/failure.ts';
import type { TurnEvent } from '../../../../src/shared/model/turn-event.ts';
import { sampleTurn } from '../../../helpers/samples.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const turn = sampleTurn();

async function all(events: AsyncIterable<TurnEvent>): Promise<TurnEvent[]> {
	return Array.fromAsync(events);
}

test('a new watcher gets a snapshot, then batches of text, then the end', async () => {
	const log = openTurnLog(() => turn, 1);
	log.part({ type: 'text', text: 'a' });
	const watched = all(log.watch(0));
	await vi.advanceTimersByTimeAsync(0);
	log.part({ type: 'text', text: 'b' });
	log.part({ type: 'text', text: 'c' });
	await vi.advanceTimersByTimeAsync(16);
	log.ended({ ...turn, state: 'complete' });
	expect(await watched).toEqual([
		{ seq: 1, type: 'snapshot', turn },
		{ seq: 2, type: 'text', text: 'bc' },
		{ seq: 3, type: 'ended', turn: { ...turn, state: 'complete' } },
	]);
});

test('thoughts and the input of a tool come in batches, each in its place; a watcher in the middle misses nothing', async () => {
	let content: readonly ContentBlock[] = [];
	const asked = turn.question;
	const log = openTurnLog(() => ({ ...turn, answer: { ...asked, content: [...content] } }), 1);
	const tell = (...parts: readonly AnswerPart[]) => {
		for (const part of parts) {
			content = appendPart(content, part);
			log.part(part);
		}
	};
	const early = all(log.watch(0));
	await vi.advanceTimersByTimeAsync(0);
	const use = { type: 'tool-use', id: '1', name: 'look' } as const;
	tell({ type: 'reasoning', text: 'H' }, { type: 'reasoning', text: 'm' }, { type: 'signature', signature: 's' });
	tell(use, { type: 'tool-input', json: '{"a' });
	const late = all(log.watch(0));
	await vi.advanceTimersByTimeAsync(0);
	tell({ type: 'tool-input', json: '":' }, { type: 'tool-input', json: '1}' }, { type: 'text', text: 'So' });
	log.ended(turn);
	const parts = (events: readonly TurnEvent[]) =>
		events.flatMap((event): (AnswerPart | string)[] => {
			if (event.type === 'part') return [event.part];
			return event.type === 'text' ? [event.text] : [];
		});
	const [snapshot, ...rest] = await late;
	expect(snapshot).toMatchObject({
		type: 'snapshot',
		turn: {
			answer: {
				content: [
					{ type: 'reasoning', text: 'Hm', signature: 's' },
					{ ...use, input: '{"a' },
				],
			},
		},
	});
	expect(parts(rest)).toEqual([{ type: 'tool-input', json: '":1}' }, 'So']);
	expect(parts(await early)).toEqual([
		{ type: 'reasoning', text: 'Hm' },
		{ type: 'signature', signature: 's' },
		use,
		{ type: 'tool-input', json: '{"a' },
		{ type: 'tool-input', json: '":1}' },
		'So',
	]);
});

test('a watcher that comes back gets just what it missed', async () => {
	const log = openTurnLog(() => turn, 1);
	log.part({ type: 'text', text: 'a' });
	log.saving(true);
	log.part({ type: 'text', text: 'b' });
	log.ended(turn);
	expect(await all(log.watch(2))).toEqual([
		{ seq: 3, type: 'text', text: 'b' },
		{ seq: 4, type: 'ended', turn },
	]);
});

test('a watcher with a number from another life of the app gets a snapshot', async () => {
	const log = openTurnLog(() => turn, 1);
	const watch = log.watch(77);
	expect((await watch.next()).value).toEqual({ seq: 0, type: 'snapshot', turn });
});

test('a watcher of a log that has ended gets the end alone', async () => {
	const log = openTurnLog(() => turn, 1);
	log.part({ type: 'text', text: 'a' });
	log.ended(turn);
	expect(await all(log.watch(0))).toEqual([{ seq: 2, type: 'ended', turn }]);
	expect(await all(log.watch(2))).toEqual([{ seq: 2, type: 'ended', turn }]);
});

test('an aborted watcher ends', async () => {
	const log = openTurnLog(() => turn, 1);
	const controller = new AbortController();
	const watched = all(log.watch(0, controller.signal));
	await vi.advanceTimersByTimeAsync(0);
	controller.abort();
	expect(await watched).toEqual([{ seq: 0, type: 'snapshot', turn }]);
});

test('nothing follows the end: who comes while the turn is saved late gets the end as it is now', async () => {
	let now: Turn = { ...turn, unsaved: true };
	const log = openTurnLog(() => now, 1);
	log.ended(now);
	now = turn;
	log.saving(false);
	expect(await all(log.watch(0))).toEqual([{ seq: 1, type: 'ended', turn }]);
});

test('each log of a turn has numbers of its own', async () => {
	const log = openTurnLog(() => turn, 3);
	log.saving(true);
	log.ended(turn);
	expect(await all(log.watch(2 ** 33 + 1))).toEqual([{ seq: 2 ** 33 + 2, type: 'ended', turn }]);
	expect((await all(log.watch(1)))[0]?.type).toBe('ended');
});

const retry: RetryWait = {
	attempt: 1,
	maxAttempts: 3,
	delayMs: 500,
	reason: {
		code: 'throttled',
		type: 'ThrottlingException',
		message: 'Too many requests',
		status: 429,
		requestId: null,
		systemCode: null,
	},
};

test('who comes while a call waits for its next attempt is told of the wait, until words have come', async () => {
	const log = openTurnLog(() => turn, 1);
	log.retrying(retry, 1500);
	log.saving(true);
	const waiting = all(log.watch(0));
	await vi.advanceTimersByTimeAsync(0);
	log.part({ type: 'text', text: 'a' });
	const later = all(log.watch(0));
	await vi.advanceTimersByTimeAsync(16);
	log.ended(turn);
	expect(await waiting).toEqual([
		{ seq: 2, type: 'snapshot', turn },
		{ seq: 2, type: 'retrying', retry, until: 1500 },
		{ seq: 3, type: 'text', text: 'a' },
		{ seq: 4, type: 'ended', turn },
	]);
	expect((await later).map(({ type }) => type)).toEqual(['snapshot', 'ended']);
	expect(await all(log.watch(0))).toEqual([{ seq: 4, type: 'ended', turn }]);
});
