import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

/** Where a window stood; `x` and `y` are missing when the system is to choose. */
export type WindowBounds = Pick<Rectangle, 'width' | 'height'> & Partial<Pick<Rectangle, 'x' | 'y'>>;

/**
 * How every window is made: the page has no Node, its own context and a sandbox, and `webSecurity` stays as it is
 * (Electron's security list, 2, 3, 4 and 6).
 */
export function windowOptions(window: {
	readonly bounds: WindowBounds;
	readonly preloadPath: string;
	readonly dark: boolean;
}): BrowserWindowConstructorOptions {
	return {
		...window.bounds,
		minWidth: 900,
		minHeight: 560,
		show: false,
		title: 'Outcrop',
		backgroundColor: window.dark ? '#141210' : '#f3f0eb',
		autoHideMenuBar: true,
		webPreferences: {
			preload: window.preloadPath,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			contextIsolation: true,
			sandbox: true,
			webviewTag: false,
			spellcheck: false,
		},
	};
}
