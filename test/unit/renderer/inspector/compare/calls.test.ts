import { expect, test } from 'vitest';
import { callBefore, callsOf } from '../../../../../src/renderer/inspector/compare/calls.ts';
import type { Turn } from '../../../../../src/shared/model/conversation.ts';
import { sampleExchange, sampleQuestion, sampleTurn } from '../../../../helpers/samples.ts';

function turn(id: string, text: string, ...ids: readonly string[]): Turn {
	return sampleTurn({
		id,
		question: sampleQuestion({ content: [{ type: 'text', text }] }),
		state: 'complete',
		exchanges: ids.map((exchangeId, at) => sampleExchange({ id: exchangeId, turnId: id, index: at + 1 })),
	});
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
