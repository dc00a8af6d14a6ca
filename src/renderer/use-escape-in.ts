import { useEffect, useRef } from 'react';

/**
 * Escape, pressed inside some elements of the window, closes what is open. A part that does something of its own with
 * Escape prevents the default.
 */
export function useEscapeIn(selector: string, open: boolean, close: () => void): void {
	const latest = useRef(close);
	latest.current = close;
	useEffect(() => {
		if (!open) return;
		const key = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
			if (event.target instanceof Element && event.target.closest(selector) !== null) latest.current();
		};
		window.addEventListener('keydown', key);
		return () => window.removeEventListener('keydown', key);
	}, [selector, open]);
}
