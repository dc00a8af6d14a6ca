import { hasWaitingFiles } from '../attachments/waiting-files.ts';
import { losesBodies } from '../editor/editor-store.ts';
import { isShownAnew } from '../presenter/presenter-look.ts';
import { losesDrafts } from '../state/drafts.ts';
import { losesResults } from '../state/result-drafts.ts';

/**
 * Lets the browser ask before a reload or the end of the window would lose something: files that wait in a composer, and
 * texts that are too long to be kept. Its words are the browser's own.
 */
export function guardLeaving(): void {
	window.addEventListener('beforeunload', (event) => {
		// The window has hidden what it must not show any more: there is no way back.
		if (isShownAnew()) return;
		if (hasWaitingFiles() || losesBodies() || losesDrafts() || losesResults()) event.preventDefault();
	});
}
