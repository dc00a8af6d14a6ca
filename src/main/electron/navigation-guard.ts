import { isOfOrigin } from './own-origin.ts';

interface NavigationEvent {
	readonly url: string;
	preventDefault(): void;
}

/** What is used of Electron's `WebContents`. */
export interface NavigatingContents {
	on(event: 'will-navigate', listener: (event: NavigationEvent) => void): unknown;
	on(event: 'will-redirect', listener: (event: NavigationEvent) => void): unknown;
	on(event: 'will-frame-navigate', listener: (event: NavigationEvent) => void): unknown;
	on(event: 'will-attach-webview', listener: (event: Pick<NavigationEvent, 'preventDefault'>) => void): unknown;
}

/** Keeps a page and its frames at our origin, and webviews out (Electron's security list, 12 and 13). */
export function guardNavigation(contents: NavigatingContents, origin: string): void {
	const stay = (event: NavigationEvent) => {
		if (!isOfOrigin(event.url, origin)) event.preventDefault();
	};
	contents.on('will-navigate', stay);
	contents.on('will-redirect', stay);
	contents.on('will-frame-navigate', stay);
	contents.on('will-attach-webview', (event) => event.preventDefault());
}
