import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

/** Lets the field grow with its text where the browser does not do so by itself (`field-sizing`). */
export function useFittingHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
	useLayoutEffect(() => {
		const area = field.current;
		if (area === null || CSS.supports('field-sizing', 'content')) return;
		area.style.height = 'auto';
		if (text !== '') area.style.height = `${area.scrollHeight}px`;
	}, [field, text]);
}
