import { expect, test } from 'vitest';
import {
	applyTurnEvents,
	mergeConversation,
	retryingAfter,
	withTurn,
} from '../../../../src/renderer/state/turn-events.ts';
import type { Conversation, Turn } from '../../../../src/shared/model/conversation.ts';
import type { RetryWait } from '../../../../src/shared/model/failure.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { sampleExchange, sampleQuestion, sampleTurn } from '../../../helpers/samples.ts';

const turn = sampleTurn({ question: sampleQuestion({ content: [{ type: 'text', text: '池は？' }] }) });

const exchange = sampleExchange({ attemptCount: 0 });

const conversation: Conversation = {
	id: 'c1',
	title: '池',
	settings: defaultRequestSettings,
	createdAt: 1,
	updatedAt: 1,
	turns: [turn],
};

test('texts are appended to one block of an answer that begins with the first of them', () => {
	const after = applyTurnEvents(turn, [
		{ seq: 1, type: 'text', text: '池の' },
		{ seq: 2, type: 'text', text: 'ほとり' },
	]);
	expect(after.answer?.role).toBe('assistant');
	expect(after.answer?.parentId).toBe('m1');
	expect(after.answer?.content).toEqual([{ type: 'text', text: '池のほとり' }]);
	expect(turn.answer).toBe(null);
});

test('an exchange is added, then replaced by the one with its id', () => {
	const changed = { ...exchange, attemptCount: 2 };
	const second = { ...exchange, id: 'e2', index: 2 };
	const after = applyTurnEvents(turn, [
		{ seq: 1, type: 'exchange', exchange },
		{ seq: 2, type: 'exchange', exchange: second },
		{ seq: 3, type: 'exchange', exchange: changed },
	]);
	expect(after.exchanges).toEqual([changed, second]);
});

test('a snapshot and the end replace everything', () => {
	const ended: Turn = { ...turn, state: 'stopped', endedAt: 9 };
	const events = [
		{ seq: 1, type: 'text', text: 'lost' },
		{ seq: 2, type: 'saving', unsaved: true },
		{ seq: 3, type: 'ended', turn: ended },
	] as const;
	expect(applyTurnEvents(turn, events)).toBe(ended);
	expect(applyTurnEvents(turn, events.slice(0, 2)).unsaved).toBe(true);
	expect(applyTurnEvents(ended, [{ seq: 1, type: 'snapshot', turn }])).toBe(turn);
});

test('a turn takes the place of the one with its id, or the end', () => {
	const changed = { ...turn, unsaved: true };
	const other = { ...turn, id: 't2' };
	expect(withTurn(conversation, changed).turns).toEqual([changed]);
	expect(withTurn(conversation, other).turns).toEqual([turn, other]);
});

test('what is read again does not undo what a watched turn has told', () => {
	const held = withTurn(conversation, { ...turn, unsaved: true });
	const read = { ...conversation, title: 'neu' };
	expect(mergeConversation(held, read, 't1')).toEqual({ ...held, title: 'neu' });
	expect(mergeConversation(held, read, undefined)).toBe(read);
	expect(mergeConversation(undefined, read, 't1')).toBe(read);
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

test('a failed attempt is shown until words come, or the end', () => {
	const told = { seq: 2, type: 'retrying', retry, until: 1500 } as const;
	const held = { retry, until: 1500 };
	expect(applyTurnEvents(turn, [told])).toBe(turn);
	expect(retryingAfter(null, [{ seq: 1, type: 'snapshot', turn }, told])).toEqual(held);
	const others = [
		{ seq: 3, type: 'exchange', exchange: { ...exchange, attemptCount: 2 } },
		{ seq: 4, type: 'saving', unsaved: true },
	] as const;
	expect(retryingAfter(held, others)).toBe(held);
	const second = { retry: { ...retry, attempt: 2 }, until: 4000 };
	expect(retryingAfter(held, [...others, { seq: 5, type: 'retrying', ...second }])).toEqual(second);
	expect(retryingAfter(held, [{ seq: 5, type: 'text', text: 'a' }])).toBeNull();
	expect(retryingAfter(held, [{ seq: 5, type: 'ended', turn }])).toBeNull();
});
