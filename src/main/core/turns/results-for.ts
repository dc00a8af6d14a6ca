import { appendPart } from '../../../shared/answers/append-part.ts';
import { isJson, toolsWaiting } from '../../../shared/answers/can-continue.ts';
import type { ContentBlock, ToolResultBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { Change } from '../storage/store.ts';

/** A result that a person gives. */
export type GivenResult = Omit<ToolResultBlock, 'type' | 'by'>;

/** Why results can't be given: see `RESULTS_NOT_TAKEN` in shared/errors.ts. */
export type ResultsRefusal = 'not-waiting' | 'others' | 'not-json';

/**
 * A turn with a person's results at the end of its answer, in the order of the uses, and what has to be saved for it; or
 * why they don't fit. Results and state change in one step: an app that is killed then finds a turn that can be gone on with.
 */
export function withResults(
	turn: Turn,
	given: readonly GivenResult[],
): { readonly turn: Turn; readonly changes: readonly Change[] } | ResultsRefusal {
	const waiting = toolsWaiting(turn);
	if (turn.answer === null || waiting.length === 0) return 'not-waiting';
	if (given.some(({ format, text }) => format === 'json' && !isJson(text))) return 'not-json';
	const fitting = waiting.flatMap(({ id }) => given.find(({ toolUseId }) => toolUseId === id) ?? []);
	if (fitting.length !== waiting.length || given.length !== waiting.length) return 'others';
	const parts = fitting.map((result): ToolResultBlock => ({ ...result, type: 'tool-result', by: 'person' }));
	const { id: messageId, content } = turn.answer;
	const running: Turn = {
		...turn,
		state: 'running',
		endedAt: null,
		answer: { ...turn.answer, content: [...parts.reduce<readonly ContentBlock[]>(appendPart, content)] },
	};
	return {
		turn: running,
		changes: [
			...parts.map((part) => ({ type: 'answer-part', messageId, part }) as const),
			{ type: 'turn', turn: running },
		],
	};
}
