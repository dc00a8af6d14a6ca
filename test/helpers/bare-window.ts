import { vi } from 'vitest';

/**
 * As much of a browser as the window's state asks for where nothing is drawn; to be taken back by `vi.unstubAllGlobals`.
 * Frames come at once, and nothing is kept over a reload.
 */
export function stubBareWindow(): void {
	vi.stubGlobal('window', {
		location: { pathname: '/', search: '' },
		history: { replaceState() {} },
		dispatchEvent() {},
	});
	vi.stubGlobal('document', { documentElement: { dataset: {}, style: { setProperty() {}, removeProperty() {} } } });
	vi.stubGlobal('sessionStorage', { getItem: () => null, setItem() {} });
	vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 0));
	vi.stubGlobal('cancelAnimationFrame', clearTimeout);
}
