import { expect, test } from 'vitest';
import { windowOptions } from '../../../src/main/electron/window-options.ts';

test('a window is made exactly so', () => {
	expect(windowOptions({ bounds: { width: 1200, height: 800 }, preloadPath: '/p/preload.cjs', dark: false })).toEqual({
		width: 1200,
		height: 800,
		minWidth: 900,
		minHeight: 560,
		show: false,
		title: 'Outcrop',
		backgroundColor: '#f3f0eb',
		autoHideMenuBar: true,
		webPreferences: {
			preload: '/p/preload.cjs',
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			contextIsolation: true,
			sandbox: true,
			webviewTag: false,
			spellcheck: false,
		},
	});
});

test('before the page is painted a dark window is dark, and stands where it stood', () => {
	const bounds = { x: 1, y: 2, width: 1200, height: 800 };
	expect(windowOptions({ bounds, preloadPath: '', dark: true })).toMatchObject({
		...bounds,
		backgroundColor: '#141210',
	});
});
