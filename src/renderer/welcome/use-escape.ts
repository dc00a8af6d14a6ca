import { useEffect, useEffectEvent } from 'react';

/** Escape closes the page, where it may be closed. What is open over it or in it comes first: that closes by itself. */
export function useEscape(close: () => void, may: boolean): void {
	const key = useEffectEvent((event: KeyboardEvent) => {
		if (event.key !== 'Escape' || event.isComposing) return;
		if (document.querySelector('[role="dialog"], [role="listbox"]') === null) close();
	});
	useEffect(() => {
		if (!may) return;
		// Captured: on the way back up, what this press has closed is not there any more.
		window.addEventListener('keydown', key, true);
		return () => window.removeEventListener('keydown', key, true);
	}, [may]);
}
