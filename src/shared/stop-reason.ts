/** What kind of end a stop reason names. Words: i18n `chat.stopReason.*`. */
export type StopKind = 'finished' | 'length' | 'sequence' | 'tool' | 'filtered' | 'window' | 'malformed' | 'other';

/** The services' own words (Converse, and the native ones of Claude, Titan, Nova, Llama, Mistral and Cohere). */
const kinds: ReadonlyMap<string, StopKind> = new Map([
	['end_turn', 'finished'],
	['FINISH', 'finished'],
	['stop', 'finished'],
	['COMPLETE', 'finished'],
	['max_tokens', 'length'],
	['LENGTH', 'length'],
	['length', 'length'],
	['MAX_TOKENS', 'length'],
	['stop_sequence', 'sequence'],
	['STOP_SEQUENCE', 'sequence'],
	['STOP_CRITERIA_MET', 'sequence'],
	['tool_use', 'tool'],
	['tool_calls', 'tool'],
	['content_filtered', 'filtered'],
	['CONTENT_FILTERED', 'filtered'],
	['content_filter', 'filtered'],
	['guardrail_intervened', 'filtered'],
	['refusal', 'filtered'],
	['model_context_window_exceeded', 'window'],
	['malformed_model_output', 'malformed'],
	['malformed_tool_use', 'malformed'],
]);

/** What a stop reason means; `other` for a word that is not known. */
export function stopKind(reason: string): StopKind {
	return kinds.get(reason) ?? 'other';
}

/** Whether an answer ended because its tokens ran out (`max_tokens`, `LENGTH`, …): what it was about to say is missing. */
export function isCutOff(reason: string | null): boolean {
	return reason !== null && stopKind(reason) === 'length';
}
