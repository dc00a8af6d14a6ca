import { expect, test } from 'vitest';
import { formatTime } from '../../../../src/renderer/chat/format-time.ts';
import { turnTotals } from '../../../../src/renderer/chat/turn-totals.ts';
import { stopKind } from '../../../../src/shared/answers/stop-reason.ts';
import { sampleExchange } from '../../../helpers/samples.ts';

test.each([
	['end_turn', 'finished'],
	['FINISH', 'finished'],
	['max_tokens', 'length'],
	['LENGTH', 'length'],
	['refusal', 'refusal'],
	['something_new', 'other'],
])('%s means %s', (reason, kind) => {
	expect(stopKind(reason)).toBe(kind);
});

test.each([
	[0.4, '0 ms'],
	[99.4, '99 ms'],
	[412, '0.41 s'],
	[3920, '3.92 s'],
	[61_000, '1 min 1 s'],
])('%f ms is written %s', (ms, text) => {
	expect(formatTime(ms)).toBe(text);
});

const base = sampleExchange({ state: 'complete' });

test('adds up the calls of a turn; what none of them told is not known', () => {
	const usage = { inputTokens: 3, outputTokens: 5, cacheReadInputTokens: null, cacheWriteInputTokens: null };
	const cached = { read: 0, written: 0 };
	expect(turnTotals([base])).toEqual({ usage: null, cached, firstTokenMs: null, totalMs: null });
	expect(
		turnTotals([
			{ ...base, totalMs: 40 },
			{ ...base, usage: { ...usage, cacheWriteInputTokens: 9 }, firstTokenMs: 20, totalMs: 60 },
			{
				...base,
				usage: { ...usage, cacheReadInputTokens: 40, cacheWriteInputTokens: 2 },
				firstTokenMs: 10,
				totalMs: 100,
			},
		]),
	).toEqual({
		usage: { inputTokens: 6, outputTokens: 10 },
		cached: { read: 40, written: 11 },
		firstTokenMs: 20,
		totalMs: 200,
	});
});
