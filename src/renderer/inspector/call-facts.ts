import { createContext, useContext } from 'react';

/** What the parts of an open call need to know of the call around them. */
export interface CallFacts {
	readonly turnId: string;
	readonly exchangeId: string;
	readonly modelId: string;
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	/** Whether its times are known. */
	readonly timed: boolean;
	/** The number of the attempt that is shown. */
	readonly attempt: number;
}

/** Given by the view of the call. */
export const CallFactsContext = createContext<CallFacts | null>(null);

/** The facts of the call around; null outside one. */
export function useCallFacts(): CallFacts | null {
	return useContext(CallFactsContext);
}
