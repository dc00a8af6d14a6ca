import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/**
 * Whether the inspector is at least as high as this, in its own pixels: it is lower than the window beside the composer, and
 * where type is larger. What would leave no room for what went over the wire is folded then.
 */
export function useRoom(inside: RefObject<Element | null>, height: number): boolean {
	const [room, setRoom] = useState(() => window.innerHeight >= height);
	useLayoutEffect(() => {
		const pane = inside.current?.closest('aside');
		const measure = (): void => setRoom(pane == null || pane.clientHeight >= height);
		measure();
		const observer = new ResizeObserver(measure);
		if (pane != null) observer.observe(pane);
		return () => observer.disconnect();
	}, [inside, height]);
	return room;
}
