import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { client } from '../../state/client.ts';
import type { FrameFeed, Frames } from './frame-feed.ts';
import { createFrameFeed, noFrames } from './frame-feed.ts';

/** Enough for the timeline's marks; the rest is read when the frames themselves are looked at. */
const FIRST_FRAMES = 500;

/** From one look at a running stream to the next. Milliseconds. */
const BREATH = 100;

/**
 * The frames of an attempt's response, read on as `revision` changes (any event of the turn does). `all` false: the
 * first ones and the total only. `attemptId` null: there are none.
 */
export function useFrames(attemptId: string | null, all: boolean, revision: unknown): readonly [Frames, () => void] {
	const feed = useMemo(() => (attemptId === null ? null : feedOf(attemptId)), [attemptId]);
	const pull = useMemo(() => pullOf(feed, all, revision), [feed, all, revision]);
	useEffect(pull, [pull]);
	const frames = useSyncExternalStore(feed?.subscribe ?? subscribeToNothing, feed?.frames ?? nothing);
	return [frames, pull];
}

function pullOf(feed: FrameFeed | null, all: boolean, _revision: unknown): () => void {
	return () => feed?.pull(all ? Number.MAX_SAFE_INTEGER : FIRST_FRAMES);
}

function feedOf(attemptId: string): FrameFeed {
	return createFrameFeed(
		(after, limit) => client().exchanges.frames({ attemptId, after, limit }),
		() => new Promise((resolve) => setTimeout(resolve, BREATH)),
	);
}

const nothing = (): Frames => noFrames;
const subscribeToNothing = () => () => {};
