import type { RunState } from '../../shared/model/exchange.ts';

/** What is said of a call's state: one that runs waits until the headers of an answer are there, then it receives. */
export type RunWord = Exclude<RunState, 'running'> | 'waiting' | 'receiving';

/** The word for a state. `status`: of the last attempt, null before its headers; after a refused one comes another. */
export function runWord(state: RunState, status: number | null): RunWord {
	if (state !== 'running') return state;
	return status === null || status >= 400 ? 'waiting' : 'receiving';
}
