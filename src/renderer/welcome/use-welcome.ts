import { useEffect, useRef, useState } from 'react';
import type { AppState } from '../state/app-store.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { usePanel } from '../state/panels.ts';

/** Whether the first-run page is shown, and the way to close it. It is shown at the first start, and when it is asked for. */
export function useWelcome(): readonly [boolean, () => void] {
	const [shown, setShown] = useState(false);
	const [asked, setAsked] = usePanel('welcome');
	const ready = useApp((state) => state.phase === 'ready');
	const decided = useRef(false);
	useEffect(() => {
		if (!ready || decided.current) return;
		decided.current = true;
		setShown(isFirstStart(appStore.getState()));
	}, [ready]);
	useEffect(() => {
		if (asked) setShown(true);
	}, [asked]);
	const close = () => {
		setShown(false);
		setAsked(false);
	};
	return [shown, close];
}

/**
 * True for a person who has not been here: whoever has conversations has, and so has whoever's settings or database had to
 * be set aside.
 */
function isFirstStart({ settings, list, notices }: AppState): boolean {
	const setAside = notices.some(({ code }) => code === 'settings-set-aside' || code === 'database-set-aside');
	return !settings.welcomed && list.length === 0 && !setAside;
}
