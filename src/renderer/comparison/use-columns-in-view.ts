import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** Which of the columns are in view, from 1. */
interface ColumnsInView {
	readonly first: number;
	readonly last: number;
}

/**
 * Tells which columns a scroller shows, and brings the one in focus into view when it becomes that. In view, it stays
 * there when others lose their room: the inspector that shows it may have opened.
 * @param focused its place, from 0; below 0: none
 */
export function useColumnsInView(
	scroller: RefObject<HTMLElement | null>,
	count: number,
	focused: number,
): ColumnsInView & { readonly show: (first: number) => void } {
	const [inView, setInView] = useState<ColumnsInView>({ first: 1, last: count });
	const wanted = useRef(focused);
	wanted.current = focused;
	useEffect(() => {
		const pane = scroller.current;
		if (pane === null || count === 0) return;
		let now = inViewOf(pane, count);
		let width = pane.clientWidth;
		const look = () => {
			// Scrolled by the browser, because of another width: that is told next.
			if (pane.clientWidth !== width) return;
			const next = inViewOf(pane, count);
			now = next;
			setInView((before) => (before.first === next.first && before.last === next.last ? before : next));
		};
		const resized = () => {
			width = pane.clientWidth;
			if (isAmong(now, wanted.current)) bring(pane, count, wanted.current);
			look();
		};
		const sizes = new ResizeObserver(resized);
		sizes.observe(pane);
		pane.addEventListener('scroll', look, { passive: true });
		look();
		return () => {
			sizes.disconnect();
			pane.removeEventListener('scroll', look);
		};
	}, [scroller, count]);
	useEffect(() => {
		if (scroller.current !== null && focused >= 0 && count > 0) bring(scroller.current, count, focused);
	}, [scroller, count, focused]);
	const show = (first: number) => {
		if (scroller.current !== null) showFrom(scroller.current, count, first);
	};
	return { ...inView, show };
}

function inViewOf(pane: HTMLElement, count: number): ColumnsInView {
	const width = pane.scrollWidth / count;
	const first = Math.round(pane.scrollLeft / width) + 1;
	const fitting = Math.max(1, Math.round(pane.clientWidth / width));
	return { first, last: Math.min(count, first + fitting - 1) };
}

function isAmong({ first, last }: ColumnsInView, place: number): boolean {
	return place + 1 >= first && place + 1 <= last;
}

/** Scrolls no further than it has to. */
function bring(pane: HTMLElement, count: number, place: number): void {
	const { first, last } = inViewOf(pane, count);
	if (place + 1 < first) showFrom(pane, count, place + 1);
	else if (place + 1 > last) showFrom(pane, count, place + 1 - (last - first));
}

function showFrom(pane: HTMLElement, count: number, first: number): void {
	pane.scrollTo({ left: ((first - 1) * pane.scrollWidth) / count });
}
