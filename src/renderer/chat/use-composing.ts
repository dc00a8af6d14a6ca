import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * True while an IME composes. Safari ends the composition before it tells of the Enter that ended it: so the end counts
 * only in the next task (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function useComposing(field: RefObject<HTMLTextAreaElement | null>): RefObject<boolean> {
	const composing = useRef(false);
	useEffect(() => {
		const area = field.current;
		if (area === null) return;
		const begin = () => {
			composing.current = true;
		};
		const end = () => {
			setTimeout(() => {
				composing.current = false;
			}, 0);
		};
		area.addEventListener('compositionstart', begin);
		area.addEventListener('compositionend', end);
		return () => {
			area.removeEventListener('compositionstart', begin);
			area.removeEventListener('compositionend', end);
		};
	}, [field]);
	return composing;
}
