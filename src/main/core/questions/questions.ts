import type { Question } from '../../../shared/model/question.ts';

/** What main asks a person, answered by any window. */
export interface Questions {
	list(): Question[];
	/** Does nothing when nobody waits for it any more. */
	answer(id: string, answer: string): void;
	decline(id: string): void;
	/** The person's answer; null when it was declined or `signal` was aborted. */
	ask(asked: Omit<Question, 'id'>, signal: AbortSignal): Promise<string | null>;
}

/** `changed` is called whenever the list is another. */
export function createQuestions(newId: () => string, changed: () => void): Questions {
	const open = new Map<string, { readonly question: Question; readonly settle: (answer: string | null) => void }>();
	return {
		list: () => [...open.values()].map(({ question }) => question),
		answer: (id, answer) => open.get(id)?.settle(answer),
		decline: (id) => open.get(id)?.settle(null),
		ask(asked, signal) {
			const { promise, resolve } = Promise.withResolvers<string | null>();
			if (signal.aborted) return Promise.resolve(null);
			const question = { ...asked, id: newId() };
			const settle = (answer: string | null) => {
				if (!open.delete(question.id)) return;
				signal.removeEventListener('abort', give);
				resolve(answer);
				changed();
			};
			const give = () => settle(null);
			signal.addEventListener('abort', give, { once: true });
			open.set(question.id, { question, settle });
			changed();
			return promise;
		},
	};
}
