import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { pixelScale } from '../presenter/presenter-look.ts';

/** How near to the end counts as at the end, CSS pixels. */
const NEAR = 24;

interface Stick {
	readonly scroller: RefObject<HTMLDivElement | null>;
	readonly content: RefObject<HTMLDivElement | null>;
	/** Whether the end is in view. */
	readonly atEnd: boolean;
	readonly toEnd: () => void;
}

/**
 * Keeps the end in view while it is in view: who scrolled up to read is left alone.
 * @param key another one (a conversation, a new question) goes to the end again
 */
export function useStickToBottom(key: string): Stick {
	const scroller = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const stuck = useRef(true);
	const [atEnd, setAtEnd] = useState(true);

	const toEnd = () => {
		const pane = scroller.current;
		if (pane === null) return;
		stuck.current = true;
		pane.scrollTop = pane.scrollHeight;
	};

	const shown = useRef<string | null>(null);
	useLayoutEffect(() => {
		if (shown.current === key) return;
		shown.current = key;
		const pane = scroller.current;
		if (pane === null) return;
		stuck.current = true;
		pane.scrollTop = pane.scrollHeight;
	}, [key]);

	useEffect(() => {
		const pane = scroller.current;
		const inner = content.current;
		if (pane === null || inner === null) return;
		let last = placeOf(pane);
		const look = () => {
			const now = placeOf(pane);
			const end = pane.scrollHeight - now.top - now.height <= NEAR;
			// Only who goes up lets go: growing text also moves the end away, and a pane of another size the text itself.
			const sameSize = now.width === last.width && now.height === last.height;
			if (now.top < last.top - 1 && !end && sameSize) stuck.current = false;
			if (end) stuck.current = true;
			last = now;
			// Below what is read from its beginning there is nothing but an edge.
			setAtEnd(end || edgesOf(inner, pane).bottom <= pane.clientHeight);
		};
		const follow = () => {
			if (stuck.current) pane.scrollTop = Math.min(pane.scrollHeight, pane.scrollTop + edgesOf(inner, pane).top - NEAR);
			look();
		};
		const observer = new ResizeObserver(follow);
		observer.observe(inner);
		observer.observe(pane);
		pane.addEventListener('scroll', look, { passive: true });
		return () => {
			observer.disconnect();
			pane.removeEventListener('scroll', look);
		};
	}, []);

	return { scroller, content, atEnd, toEnd };
}

/** How far down a pane is, and its size. */
function placeOf({ scrollTop, clientWidth, clientHeight }: HTMLElement) {
	return { top: scrollTop, width: clientWidth, height: clientHeight };
}

/**
 * Top and bottom, seen from the pane's top, of what is read from its beginning: an explanation, or the page of a talk
 * that has not begun, which may be taller than the pane. Without one they are out of reach.
 */
function edgesOf(content: HTMLElement, pane: HTMLElement): { readonly top: number; readonly bottom: number } {
	const marked = content.querySelector('[data-read-from-top]');
	if (marked === null) return { top: Number.POSITIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
	const part = marked.getBoundingClientRect();
	const { top } = pane.getBoundingClientRect();
	// What stays in view above it, such as the heads of columns.
	const covered = Number.parseFloat(getComputedStyle(marked).scrollMarginTop);
	const scale = pixelScale();
	return { top: (part.top - top) / scale - covered, bottom: (part.bottom - top) / scale };
}
