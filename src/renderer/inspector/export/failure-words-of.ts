import { explain } from '../../../shared/explanations/explain.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { FailureWords } from '../../../shared/model/files.ts';
import { causeWords, failureTexts, stepWords, titleWords } from '../../failures/failure-words.ts';

/** What the window says of turns that failed: what happened, why, and what to do. For files that people read. */
export function failureWordsOf(turns: readonly Turn[], language: string): FailureWords[] {
	const texts = failureTexts(language);
	return turns.flatMap((turn): FailureWords[] => {
		if (turn.failure === null) return [];
		const explanation = explain(turn.failure, turn.exchanges.at(-1) ?? null, null);
		const causes = explanation.causes.map(({ id }) => causeWords(id, explanation, texts));
		const steps = explanation.steps.map(({ id }) => stepWords(id, explanation, null, texts));
		return [{ turnId: turn.id, title: titleWords(explanation, texts), lines: [...causes, ...steps] }];
	});
}
