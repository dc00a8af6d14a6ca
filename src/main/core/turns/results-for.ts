import { isJson, toolsWaiting } from '../../../shared/can-continue.ts';
import type { ToolResultBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';

/** A result that a person gives. */
export type GivenResult = Omit<ToolResultBlock, 'type' | 'by'>;

/** Why results can't be given: see `RESULTS_NOT_TAKEN` in shared/errors.ts. */
export type ResultsRefusal = 'not-waiting' | 'others' | 'not-json';

/** A person's results as parts of a turn's answer, in the order of the uses; or why they don't fit. */
export function resultsFor(turn: Turn, given: readonly GivenResult[]): readonly ToolResultBlock[] | ResultsRefusal {
	const waiting = toolsWaiting(turn);
	if (waiting.length === 0) return 'not-waiting';
	if (given.some(({ format, text }) => format === 'json' && !isJson(text))) return 'not-json';
	const fitting = waiting.flatMap(({ id }) => given.find(({ toolUseId }) => toolUseId === id) ?? []);
	if (fitting.length !== waiting.length || given.length !== waiting.length) return 'others';
	return fitting.map((result) => ({ ...result, type: 'tool-result', by: 'person' }));
}
