import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** Which of the columns are in view, from 1. */
export interface ColumnsInView {
	readonly first: number;
	readonly last: number;
}

/**
 * Tells which columns a scroller shows, and brings the one in focus into view when it becomes that.
 * @param focused its place, from 0; below 0: none
 */
export function useColumnsInView(
	scroller: RefObject<HTMLElement | null>,
	count: number,
	focused: number,
): ColumnsInView & { readonly show: (first: number) => void } {
	const [inView, setInView] = useState<ColumnsInView>({ first: 1, last: count });
	useEffect(() => {
		const pane = scroller.current;
		if (pane === null || count === 0) return;
		const look = () => {
			const next = inViewOf(pane, count);
			setInView((now) => (now.first === next.first && now.last === next.last ? now : next));
		};
		const sizes = new ResizeObserver(look);
		sizes.observe(pane);
		pane.addEventListener('scroll', look, { passive: true });
		look();
		return () => {
			sizes.disconnect();
			pane.removeEventListener('scroll', look);
		};
	}, [scroller, count]);
	useEffect(() => {
		const pane = scroller.current;
		if (pane === null || focused < 0 || count === 0) return;
		const { first, last } = inViewOf(pane, count);
		if (focused + 1 < first) showFrom(pane, count, focused + 1);
		else if (focused + 1 > last) showFrom(pane, count, focused + 1 - (last - first));
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

function showFrom(pane: HTMLElement, count: number, first: number): void {
	pane.scrollTo({ left: ((first - 1) * pane.scrollWidth) / count });
}
