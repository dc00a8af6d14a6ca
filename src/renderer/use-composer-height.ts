import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** The height of what stands at the foot of the chat, CSS pixels, so that nothing is laid over it. */
export function useComposerHeight(chat: RefObject<HTMLElement | null>, needed: boolean): number {
	const [height, setHeight] = useState(0);
	useLayoutEffect(() => {
		const composer = needed ? chat.current?.querySelector('form')?.parentElement : null;
		if (composer === null || composer === undefined) return;
		const measure = () => setHeight(composer.offsetHeight);
		measure();
		const sizes = new ResizeObserver(measure);
		sizes.observe(composer);
		return () => sizes.disconnect();
	}, [chat, needed]);
	return height;
}
