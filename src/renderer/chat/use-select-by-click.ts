import type { RefObject } from 'react';
import { useEffect } from 'react';
import { select } from '../state/selection.ts';

/**
 * A click on an answer shows it in the inspector. By keyboard its "Inspect" button does the same, so the answer itself
 * need not be focusable.
 */
export function useSelectByClick(content: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		const element = content.current;
		if (element === null) return;
		const click = (event: MouseEvent) => {
			if (!(event.target instanceof Element) || event.target.closest('a, button, input, textarea') !== null) return;
			if (document.getSelection()?.isCollapsed === false) return;
			const answer = event.target.closest('[data-answer]');
			const turnId = answer?.closest<HTMLElement>('[data-turn-id]')?.dataset['turnId'];
			if (turnId !== undefined) select({ turnId, exchangeId: null });
		};
		element.addEventListener('click', click);
		return () => element.removeEventListener('click', click);
	}, [content]);
}
