import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { startBeside } from '../comparison/start.ts';
import { SEARCH_ID } from '../conversations/conversations.tsx';
import { editDraft } from '../editor/editor-store.ts';
import { switchPresenter } from '../presenter/presenting.ts';
import { appStore } from '../state/app-store.ts';
import { startNew } from '../state/conversations.ts';
import { openPanel } from '../state/panels.ts';
import { OPEN_MODAL } from '../ui/dialog-frame.tsx';
import { isShortcut } from '../ui/shortcut.ts';

interface Actions {
	readonly toggleConversations: () => void;
	readonly showConversations: () => void;
	readonly toggleInspector: () => void;
}

/** The window's shortcuts. The others belong to what has the focus. */
export function useShortcuts(actions: Actions): void {
	const key = useEffectEvent((event: KeyboardEvent) => {
		if (appStore.getState().phase === 'loading') return;
		if (isShortcut(event, 'KeyB')) actions.toggleConversations();
		else if (isShortcut(event, 'KeyI')) actions.toggleInspector();
		else if (isShortcut(event, 'KeyO', true)) elsewhere(startNew);
		else if (isShortcut(event, 'KeyD', true)) elsewhere(startBeside);
		else if (isShortcut(event, 'KeyE', true)) unlessModal(editDraft);
		else if (isShortcut(event, 'KeyL', true)) void switchPresenter('window');
		else if (isShortcut(event, 'Comma')) openPanel('settings');
		else if (isShortcut(event, 'KeyK')) {
			unlessModal(() => {
				// What is typed next is what is searched, however slow the next frame is.
				flushSync(actions.showConversations);
				document.getElementById(SEARCH_ID)?.focus();
			});
		} else return;
		event.preventDefault();
	});
	useEffect(() => {
		window.addEventListener('keydown', key);
		return () => window.removeEventListener('keydown', key);
	}, []);
}

/** A dialog that keeps the rest of the window from being used is not left by a shortcut. */
function unlessModal(act: () => void): void {
	if (document.querySelector(OPEN_MODAL) === null) act();
}

/** Opens something else. A field that is left keeps what was typed, as long as its conversation is the open one. */
function elsewhere(open: () => void): void {
	unlessModal(() => {
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		open();
	});
}
