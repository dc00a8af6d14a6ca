import { textOf } from './model/content.ts';
import type { Turn } from './model/conversation.ts';
import { isCutOff } from './stop-reason.ts';

/**
 * Whether a further call could go on with a turn's answer: it was cut off at its limit, or what arrived of it is not all.
 * Whether the turn is the last one is for the caller to know.
 */
export function canContinue(turn: Pick<Turn, 'state' | 'answer' | 'exchanges'>): boolean {
	switch (turn.state) {
		case 'complete':
			return isCutOff(turn.exchanges.at(-1)?.stopReason ?? null);
		case 'stopped':
		case 'incomplete':
		case 'interrupted':
			return turn.answer !== null && textOf(turn.answer.content).trim() !== '';
		case 'running':
		case 'failed':
			return false;
	}
}
