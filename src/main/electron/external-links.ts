/** Opens an address outside the app when it is https, and does nothing otherwise (Electron's security list, 15). */
export type OpenExternal = (url: string) => Promise<void>;

/** @param open `shell.openExternal`: it would start any program that is registered for a scheme. */
export function createOpenExternal(open: OpenExternal): OpenExternal {
	return async (url) => {
		if (URL.canParse(url) && new URL(url).protocol === 'https:') await open(url);
	};
}

/**
 * For `setWindowOpenHandler`: no window is ever opened; a link goes to the browser (Electron's security list, 14).
 * @param failed told when the system could not open it.
 */
export function createWindowOpenHandler(
	openExternal: OpenExternal,
	failed: (error: unknown) => void,
): (details: { url: string }) => { action: 'deny' } {
	return ({ url }) => {
		openExternal(url).catch(failed);
		return { action: 'deny' };
	};
}
