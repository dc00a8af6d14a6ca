import { expect, test } from 'vitest';
import { callBefore, callsOf } from '../../../../../src/renderer/inspector/compare/calls.ts';
import type { Turn } from '../../../../../src/shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../../../src/shared/model/exchange.ts';

function exchange(id: string, turnId: string, index: number): ExchangeSummary {
	return {
		id,
		turnId,
		index,
		continues: false,
		answersTools: false,
		edited: false,
		trace: null,
		operation: 'Converse',
		modelId: 'model',
		family: null,
		connection: 'practice',
		region: 'us-east-1',
		endpoint: '',
		state: 'complete',
		startedAt: 0,
		credentials: null,
		firstByteMs: null,
		firstTokenMs: null,
		totalMs: null,
		usage: null,
		stopReason: null,
		requestId: null,
		status: 200,
		attemptCount: 1,
		failure: null,
	};
}

function turn(id: string, text: string, ...ids: readonly string[]): Turn {
	return {
		id,
		conversationId: 'talk',
		question: {
			id: `${id}-question`,
			conversationId: 'talk',
			parentId: null,
			role: 'user',
			content: [{ type: 'text', text }],
			createdAt: 0,
		},
		answer: null,
		state: 'complete',
		failure: null,
		exchanges: ids.map((exchangeId, at) => exchange(exchangeId, id, at + 1)),
		startedAt: 0,
		endedAt: 0,
		unsaved: false,
	};
}

const calls = callsOf({
	turns: [turn('one', ' 地層 \n とは？', 'a', 'b'), turn('two', 'Nothing sent.'), turn('three', '🪨'.repeat(80), 'c')],
});

test('the calls of all turns, with the number of their turn and the first words of its question', () => {
	expect(calls.map((call) => [call.exchange.id, call.turn, call.calls, call.question])).toEqual([
		['a', 1, 2, '地層 とは？'],
		['b', 1, 2, '地層 とは？'],
		['c', 3, 1, `${'🪨'.repeat(60)}…`],
	]);
});

test('the call before one may be of the same turn or of an earlier one', () => {
	expect(['a', 'b', 'c', 'x'].map((id) => callBefore(calls, id)?.exchange.id ?? null)).toEqual([null, 'a', 'b', null]);
});
