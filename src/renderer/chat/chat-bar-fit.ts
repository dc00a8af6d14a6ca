import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

/** What the pickers leave out when there is no room, one more with each step: their arrows, too; last a name is shortened. */
const steps = ['all', 'stream', 'prefix', 'region', 'bare', 'name'] as const;

/**
 * Keeps the pickers of the chat's head in their row: whole parts go before any name is cut. How wide the names are is
 * not known beforehand, so it is measured: after each change of the row or of a picker, before it is painted.
 */
export function useFit(row: RefObject<HTMLElement | null>): void {
	useLayoutEffect(() => {
		const element = row.current;
		if (element === null) return;
		const again = () => fitRow(element);
		const sizes = new ResizeObserver(again);
		const words = new MutationObserver(again);
		sizes.observe(element);
		words.observe(element, { childList: true, characterData: true, subtree: true });
		document.fonts.addEventListener('loadingdone', again);
		again();
		return () => {
			sizes.disconnect();
			words.disconnect();
			document.fonts.removeEventListener('loadingdone', again);
		};
	}, [row]);
}

function fitRow(row: HTMLElement): void {
	const picks = [...row.children].filter((child) => child instanceof HTMLElement);
	for (const step of steps) {
		row.dataset['fit'] = step;
		if (row.scrollWidth <= row.clientWidth && step !== 'name') return;
		if (step === 'bare') {
			const widest = Math.max(...picks.map(({ offsetWidth }) => offsetWidth));
			for (const pick of picks) pick.toggleAttribute('data-widest', pick.offsetWidth === widest);
		}
	}
}
