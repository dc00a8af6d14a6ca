import { useEffect, useRef } from 'react';
import type { Attempt } from '../../../shared/model/exchange.ts';
import { useAskedFrame } from '../../state/inspector-focus.ts';

/** Opens the stream of the attempt whose frame is asked for from elsewhere; the frames themselves are gone to there. */
export function useGoToFrame(
	attempts: readonly Attempt[],
	open: boolean,
	choose: (attemptId: string) => void,
	openStream: () => void,
): void {
	const asked = useAskedFrame();
	const attemptId = attempts.find(({ id }) => id === asked?.attemptId)?.id ?? null;
	const latest = useRef({ open, choose, openStream });
	latest.current = { open, choose, openStream };
	useEffect(() => {
		if (attemptId === null) return;
		latest.current.choose(attemptId);
		if (!latest.current.open) latest.current.openStream();
	}, [attemptId]);
}
