import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** The height of what stands at the foot of the chat, CSS pixels, so that nothing is laid over it. */
export function useComposerHeight(chat: RefObject<HTMLElement | null>, needed: boolean): number {
	const [height, setHeight] = useState(0);
	useLayoutEffect(() => {
		const pane = needed ? chat.current : null;
		if (pane === null) return;
		let composer: HTMLElement | null = null;
		const measure = () => setHeight(composer?.offsetHeight ?? 0);
		const sizes = new ResizeObserver(measure);
		// A comparison has a composer of its own.
		const find = () => {
			const found = pane.querySelector('form')?.parentElement ?? null;
			if (found === composer) return;
			sizes.disconnect();
			composer = found;
			if (found !== null) sizes.observe(found);
			measure();
		};
		const parts = new MutationObserver(find);
		parts.observe(pane, { childList: true });
		find();
		return () => {
			parts.disconnect();
			sizes.disconnect();
		};
	}, [chat, needed]);
	return height;
}
