import type { RefObject } from 'react';
import { useEffect } from 'react';
import { attachFiles } from './attach-files.ts';

/** Attaches files and pictures that are pasted into the composer, in place of what else there may be on the clipboard. */
export function usePastedFiles(field: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		const area = field.current;
		if (area === null) return;
		const paste = (event: ClipboardEvent) => {
			const { clipboardData } = event;
			if (clipboardData === null || clipboardData.files.length === 0) return;
			// Office programs put a picture of what was copied beside its words.
			const isOffice = clipboardData.types.includes('text/html') && clipboardData.getData('text/plain') !== '';
			if (isOffice) return;
			event.preventDefault();
			void attachFiles([...clipboardData.files]);
		};
		area.addEventListener('paste', paste);
		return () => area.removeEventListener('paste', paste);
	}, [field]);
}
