import { useEffect, useRef, useState } from 'react';

/** What costs less is shown with every frame. */
const AT_ONCE = 8000;
/** A second of waiting for so much, so that the work takes a small share of the time. */
const CHARACTERS_A_SECOND = 100_000;

/**
 * A text that grows, in larger steps while each costs much: what can't be finished in parts (an item with hundreds of
 * items in it, a quotation of many pages) is read as a whole each time.
 * @param cost of showing it once more, in characters to read; 0 shows the text as it is
 */
export function usePaced(text: string, cost: number): string {
	const [, again] = useState(0);
	const shown = useRef({ text, at: 0 });
	const wait = cost <= AT_ONCE ? 0 : (cost / CHARACTERS_A_SECOND) * 1000;
	const now = performance.now();
	if (wait === 0 || now - shown.current.at >= wait) shown.current = { text, at: now };
	const behind = shown.current.text !== text;
	const { at } = shown.current;
	useEffect(() => {
		if (!behind) return;
		const timer = setTimeout(() => again((count) => count + 1), Math.max(0, at + wait - performance.now()));
		return () => clearTimeout(timer);
	}, [behind, at, wait]);
	return shown.current.text;
}
