import { useCallback, useRef } from 'react';

/** A function that stays the same and does what it was last given: what is remembered need not be drawn again for it. */
export function useStable<Given extends readonly unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
	const latest = useRef(act);
	latest.current = act;
	return useCallback((...given) => latest.current(...given), []);
}
