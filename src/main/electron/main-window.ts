import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../core/ports.ts';
import { windowOptions } from './window-options.ts';
import { readBounds, writeBounds } from './window-state.ts';

/** Opens the app's window where it stood last. It shows itself when its page can be seen. */
export function openMainWindow(options: {
	readonly origin: string;
	readonly preloadPath: string;
	/** Where the place of the window is kept. */
	readonly stateFile: string;
	readonly log: Log;
}): BrowserWindow {
	const workAreas = screen.getAllDisplays().map((display) => display.workArea);
	const window = new BrowserWindow(
		windowOptions({
			bounds: readBounds(options.stateFile, workAreas),
			preloadPath: options.preloadPath,
			dark: nativeTheme.shouldUseDarkColors,
		}),
	);
	window.once('ready-to-show', () => window.show());
	window.on('close', () => writeBounds(options.stateFile, window.getNormalBounds()));
	// It rejects also when the page is reloaded before it was there.
	window.loadURL(`${options.origin}/`).catch((error: unknown) => options.log.warn(`The page did not load: ${error}`));
	return window;
}

/** Brings a window to the front, wherever it is. */
export function bringToFront(window: BrowserWindow | undefined): void {
	if (window === undefined) return;
	if (window.isMinimized()) window.restore();
	window.show();
	window.focus();
}
