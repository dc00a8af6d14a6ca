import { expect, test } from 'vitest';
import { en } from '../../../../src/renderer/i18n/en.ts';
import { ja } from '../../../../src/renderer/i18n/ja.ts';
import { isCutOff, isKnownStop, stopKind, stopKinds } from '../../../../src/shared/answers/stop-reason.ts';

/** Converse's nine (bedrock-facts.md, 3.1), then what native bodies say. */
const reasons = [
	['end_turn', 'finished'],
	['tool_use', 'tool'],
	['max_tokens', 'length'],
	['stop_sequence', 'sequence'],
	['guardrail_intervened', 'guardrail'],
	['content_filtered', 'filtered'],
	['malformed_model_output', 'malformed'],
	['malformed_tool_use', 'malformed'],
	['model_context_window_exceeded', 'window'],
	['pause_turn', 'paused'],
	['refusal', 'refusal'],
	['FINISH', 'finished'],
	['FINISHED', 'finished'],
	['LENGTH', 'length'],
	['STOP_CRITERIA_MET', 'sequence'],
	['CONTENT_FILTERED', 'filtered'],
	['RAG_QUERY_WHEN_RAG_DISABLED', 'error'],
	['stop', 'finished'],
	['length', 'length'],
	['endoftext', 'finished'],
	['tool_calls', 'tool'],
	['function_call', 'tool'],
	['content_filter', 'filtered'],
	['model_length', 'window'],
	['error', 'error'],
	['COMPLETE', 'finished'],
	['MAX_TOKENS', 'length'],
	['STOP_SEQUENCE', 'sequence'],
	['TOOL_CALL', 'tool'],
	['ERROR', 'error'],
	['ERROR_TOXIC', 'filtered'],
	['ERROR_LIMIT', 'window'],
	['USER_CANCEL', 'cancelled'],
] as const;

test.each(reasons)('%s is of the kind %s, and has words in both languages', (reason, kind) => {
	expect(stopKind(reason)).toBe(kind);
	expect(isCutOff(reason)).toBe(kind === 'length');
	for (const { stops } of [en, ja]) {
		expect(stops.reasons[reason]).toMatch(/\S[.。]$/);
		expect(stops.short[kind]).toContain('{{reason}}');
		expect(stops.todo[kind]).toMatch(/\S[.。]$/);
	}
});

test('every reason with words is in the table, and every kind has words', () => {
	expect(Object.keys(en.stops.reasons).sort()).toEqual(reasons.map(([reason]) => reason).sort());
	for (const { stops } of [en, ja]) {
		expect(Object.keys(stops.short).sort()).toEqual([...stopKinds].sort());
		expect(Object.keys(stops.todo).sort()).toEqual([...stopKinds].sort());
	}
});

test.each(['something_new', 'toString', 'constructor', ''])('%j is no known word', (reason) => {
	expect(isKnownStop(reason)).toBe(false);
	expect(stopKind(reason)).toBe('other');
});
