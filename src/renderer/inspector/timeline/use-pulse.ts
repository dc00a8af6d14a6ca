import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { FramePulse } from '../../../shared/model/exchange.ts';
import { client } from '../../state/client.ts';
import type { PulseFeed } from './pulse-feed.ts';
import { createPulseFeed } from './pulse-feed.ts';

/** From one look at a running stream to the next. Milliseconds. */
const BREATH = 250;

/** When the frames of an attempt were there, read on as `revision` changes. `attemptId` null: there are none. */
export function usePulse(exchangeId: string, attemptId: string | null, revision: unknown): FramePulse {
	const feed = useMemo(() => (attemptId === null ? null : feedOf(exchangeId, attemptId)), [exchangeId, attemptId]);
	const pull = useMemo(() => pullOf(feed, revision), [feed, revision]);
	useEffect(pull, [pull]);
	return useSyncExternalStore(feed?.subscribe ?? subscribeToNothing, feed?.pulse ?? nothing);
}

function pullOf(feed: PulseFeed | null, _revision: unknown): () => void {
	return () => feed?.pull();
}

function feedOf(exchangeId: string, attemptId: string): PulseFeed {
	return createPulseFeed(
		(after) => client().exchanges.pulse({ exchangeId, attemptId, after }),
		() => new Promise((resolve) => setTimeout(resolve, BREATH)),
	);
}

const noFrames: FramePulse = [];
const nothing = (): FramePulse => noFrames;
const subscribeToNothing = () => () => {};
