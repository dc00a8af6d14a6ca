import { useEffect, useEffectEvent } from 'react';
import type { Attempt } from '../../shared/model/exchange.ts';
import { attemptShown, useAskedAttempt, useAskedResponse } from '../state/inspector-focus.ts';

/** Shows the attempt that is asked for from elsewhere: `show` chooses it, and opens a tab that has something of it. */
export function useGoToAttempt(
	attempts: readonly Attempt[],
	show: (attemptId: string, response: boolean) => void,
): void {
	const asked = useAskedAttempt();
	const response = useAskedResponse();
	const attemptId = attempts.find(({ id }) => id === asked)?.id ?? null;
	const go = useEffectEvent(show);
	useEffect(() => {
		if (attemptId === null) return;
		go(attemptId, response);
		attemptShown();
	}, [attemptId, response]);
}
