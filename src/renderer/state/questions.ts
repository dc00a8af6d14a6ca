import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Question } from '../../shared/model/question.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';
import { inOrder } from './in-order.ts';

const questionStore = createStore<{ readonly questions: readonly Question[] }>()(() => ({ questions: [] }));

/** What main asks a person at the moment. */
export function useQuestions(): readonly Question[] {
	return useStore(questionStore, (state) => state.questions);
}

const order = inOrder();

/** Reads them anew. */
export async function refreshQuestions(): Promise<void> {
	const isNewest = order();
	try {
		const questions = await client().questions.list();
		if (isNewest()) questionStore.setState({ questions });
	} catch (error) {
		reportProblem(error);
	}
}

/** Answers a question. One that nobody waits for any more is just gone. */
export async function answerQuestion(id: string, answer: string): Promise<void> {
	await settle(id, () => client().questions.answer({ id, answer }));
}

/** Gives no answer: the call that waits for it fails and says so. */
export async function declineQuestion(id: string): Promise<void> {
	await settle(id, () => client().questions.decline({ id }));
}

/** A question that was settled goes at once; where that did not reach main, it comes back. */
async function settle(id: string, tell: () => Promise<void>): Promise<void> {
	questionStore.setState(({ questions }) => ({ questions: questions.filter((other) => other.id !== id) }));
	try {
		await tell();
	} catch (error) {
		reportProblem(error);
		await refreshQuestions();
	}
}
