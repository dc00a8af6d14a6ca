import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Question } from '../../shared/model/question.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';

const questionStore = createStore<{ readonly questions: readonly Question[] }>()(() => ({ questions: [] }));

/** What main asks a person at the moment. */
export function useQuestions(): readonly Question[] {
	return useStore(questionStore, (state) => state.questions);
}

/** Reads them anew. */
export async function refreshQuestions(): Promise<void> {
	try {
		questionStore.setState({ questions: await client().questions.list() });
	} catch (error) {
		reportProblem(error);
	}
}
