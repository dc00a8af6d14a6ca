/**
 * Scrolls an element as little as brings the part of it from `top` to `bottom` into view; of a part that is higher than
 * the view, its beginning. Pixels of its content.
 */
export function reveal(scroller: HTMLElement, top: number, bottom: number): void {
	scroller.scrollTop = revealed(scroller.scrollTop, scroller.clientHeight, top, bottom);
}

/** Where a view of a height stands that shows the part from `top` to `bottom`, coming from `at`. Pixels. */
export function revealed(at: number, height: number, top: number, bottom: number): number {
	if (top < at || bottom - top > height) return top;
	return bottom > at + height ? bottom - height : at;
}
