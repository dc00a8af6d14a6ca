import { useEffect, useEffectEvent } from 'react';

/**
 * Escape, pressed inside some elements of the window, closes what is open. A part that does something of its own with
 * Escape prevents the default.
 */
export function useEscapeIn(selector: string, open: boolean, close: () => void): void {
	const key = useEffectEvent((event: KeyboardEvent) => {
		if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
		if (event.target instanceof Element && event.target.closest(selector) !== null) close();
	});
	useEffect(() => {
		if (!open) return;
		window.addEventListener('keydown', key);
		return () => window.removeEventListener('keydown', key);
	}, [open]);
}
