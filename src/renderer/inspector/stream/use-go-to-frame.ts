import { useEffect, useEffectEvent } from 'react';
import type { Attempt } from '../../../shared/model/exchange.ts';
import { frameShown, useAskedFrame } from '../../state/inspector-focus.ts';
import type { Frames } from './frame-feed.ts';

/** Opens the stream of the attempt whose frame is asked for from elsewhere; the frames themselves are gone to there. */
export function useGoToFrame(
	attempts: readonly Attempt[],
	open: boolean,
	choose: (attemptId: string) => void,
	openStream: () => void,
): void {
	const asked = useAskedFrame();
	const attempt = attempts.find(({ id }) => id === asked?.attemptId);
	const found = attempt === undefined ? null : asked;
	const forgotten = attempt?.response?.body.forgotten !== undefined;
	const go = useEffectEvent((attemptId: string) => {
		choose(attemptId);
		if (!open) openStream();
	});
	useEffect(() => {
		if (found === null) return;
		go(found.attemptId);
		if (forgotten) frameShown();
	}, [found, forgotten]);
}

/** Lets go of a frame that is asked for but can't be shown: the frames could not be read, or there are fewer. */
export function useGiveUpFrame(attemptId: string, { frames, total, known, failure }: Frames, arriving: boolean): void {
	const asked = useAskedFrame();
	const missing = known && !arriving && frames.length >= total && (asked?.index ?? 0) > total;
	const lost = asked?.attemptId === attemptId && (failure !== null || missing);
	useEffect(() => {
		if (lost) frameShown();
	}, [lost]);
}
