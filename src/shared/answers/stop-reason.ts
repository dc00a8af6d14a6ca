/**
 * What kind of end a stop reason names. Words: i18n `stops`.
 * - `filtered`: the service or the model's provider held text back; `guardrail`: the account's own guardrail did.
 * - `paused`: it means to go on with the same talk; `error`: the model or the service failed inside of an answer.
 */
export const stopKinds = [
	'finished',
	'length',
	'sequence',
	'tool',
	'filtered',
	'guardrail',
	'refusal',
	'paused',
	'window',
	'malformed',
	'error',
	'cancelled',
	'other',
] as const;
export type StopKind = (typeof stopKinds)[number];

/**
 * The services' own words: Converse's nine, and the native ones of Claude, Titan, Nova, Llama, Mistral, Cohere, Jamba and
 * of the chat bodies in OpenAI's shape (bedrock-facts.md, 2 and 3.1; the providers' own pages for the rarer ones).
 */
const kinds = {
	end_turn: 'finished',
	max_tokens: 'length',
	stop_sequence: 'sequence',
	tool_use: 'tool',
	guardrail_intervened: 'guardrail',
	content_filtered: 'filtered',
	malformed_model_output: 'malformed',
	malformed_tool_use: 'malformed',
	model_context_window_exceeded: 'window',
	// Claude Messages
	pause_turn: 'paused',
	refusal: 'refusal',
	// Titan Text
	FINISH: 'finished',
	FINISHED: 'finished',
	LENGTH: 'length',
	STOP_CRITERIA_MET: 'sequence',
	CONTENT_FILTERED: 'filtered',
	RAG_QUERY_WHEN_RAG_DISABLED: 'error',
	// Llama, Mistral, DeepSeek, Jamba, and OpenAI's shape
	stop: 'finished',
	length: 'length',
	// Jurassic-2, beside the two above
	endoftext: 'finished',
	tool_calls: 'tool',
	function_call: 'tool',
	content_filter: 'filtered',
	model_length: 'window',
	error: 'error',
	// Cohere
	COMPLETE: 'finished',
	MAX_TOKENS: 'length',
	STOP_SEQUENCE: 'sequence',
	TOOL_CALL: 'tool',
	ERROR: 'error',
	ERROR_TOXIC: 'filtered',
	ERROR_LIMIT: 'window',
	USER_CANCEL: 'cancelled',
} as const satisfies Readonly<Record<string, StopKind>>;

/** A stop reason that has words of its own. */
export type KnownStopReason = keyof typeof kinds;

/** Whether a stop reason is one that is known by name. */
export function isKnownStop(reason: string): reason is KnownStopReason {
	return Object.hasOwn(kinds, reason);
}

/** What a stop reason means; `other` for a word that is not known. */
export function stopKind(reason: string): StopKind {
	return isKnownStop(reason) ? kinds[reason] : 'other';
}

/** Whether an answer ended because its tokens ran out (`max_tokens`, `LENGTH`, …): what it was about to say is missing. */
export function isCutOff(reason: string | null): boolean {
	return reason !== null && stopKind(reason) === 'length';
}
