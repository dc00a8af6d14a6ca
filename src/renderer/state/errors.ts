import { ORPCError } from '@orpc/client';
import type { AppErrorCode } from '../../shared/errors.ts';
import { appErrors } from '../../shared/errors.ts';

/** What went wrong with a call to the core: a code of the closed list, `LINK` for a lost connection, else `UNKNOWN`. */
export type ProblemCode = AppErrorCode | 'LINK' | 'UNKNOWN';

export interface Problem {
	readonly code: ProblemCode;
	/** The system's own words, or empty. */
	readonly detail: string;
}

/** Reads an error that a call to the core threw. */
export function problemOf(error: unknown): Problem {
	if (error instanceof ORPCError && isAppErrorCode(error.code)) {
		const data: unknown = error.data;
		const detail = typeof data === 'object' && data !== null && 'detail' in data ? data.detail : '';
		return { code: error.code, detail: typeof detail === 'string' ? detail : '' };
	}
	if (error instanceof ORPCError) return { code: 'UNKNOWN', detail: error.message };
	return { code: 'LINK', detail: error instanceof Error ? error.message : '' };
}

function isAppErrorCode(code: string): code is AppErrorCode {
	return Object.hasOwn(appErrors, code);
}

type Listener = (problem: Problem) => void;
const listeners = new Set<Listener>();

/** Tells whoever listens (the toasts) that something the user asked for did not happen. */
export function reportProblem(error: unknown): void {
	const problem = problemOf(error);
	for (const listener of listeners) listener(problem);
}

/** Calls back for every reported problem; gives back the unsubscribe. */
export function onProblem(listener: Listener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
