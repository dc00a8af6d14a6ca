import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { startBeside } from './comparison/start.ts';
import { SEARCH_ID } from './conversations/conversations.tsx';
import { editDraft } from './editor/editor-store.ts';
import { switchPresenter } from './presenter/presenting.ts';
import { appStore } from './state/app-store.ts';
import { startNew } from './state/conversations.ts';
import { openPanel } from './state/panels.ts';
import { isShortcut } from './ui/shortcut.ts';

interface Actions {
	readonly toggleConversations: () => void;
	readonly showConversations: () => void;
	readonly toggleInspector: () => void;
}

/** The window's shortcuts. The others belong to what has the focus. */
export function useShortcuts(actions: Actions): void {
	const latest = useRef(actions);
	latest.current = actions;
	useEffect(() => {
		const key = (event: KeyboardEvent) => {
			if (appStore.getState().phase === 'loading') return;
			if (isShortcut(event, 'KeyB')) latest.current.toggleConversations();
			else if (isShortcut(event, 'KeyI')) latest.current.toggleInspector();
			else if (isShortcut(event, 'KeyO', true)) startNew();
			else if (isShortcut(event, 'KeyD', true)) startBeside();
			else if (isShortcut(event, 'KeyE', true)) editDraft();
			else if (isShortcut(event, 'KeyL', true)) void switchPresenter('window');
			else if (isShortcut(event, 'Comma')) openPanel('settings');
			else if (isShortcut(event, 'KeyK')) {
				// What is typed next is what is searched, however slow the next frame is.
				flushSync(() => latest.current.showConversations());
				document.getElementById(SEARCH_ID)?.focus();
			} else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', key);
		return () => window.removeEventListener('keydown', key);
	}, []);
}
