/** Whether there is a screen to open something on. Elsewhere than on Linux and the BSDs there always is. */
export function hasDisplay(platform: string, environment: Readonly<Record<string, string | undefined>>): boolean {
	if (platform === 'darwin' || platform === 'win32') return true;
	return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** Opens an address in the user's browser. Rejects where there is none. */
export async function openInBrowser(url: string): Promise<void> {
	const { default: open } = await import('open');
	const child = await open(url);
	child.on('error', () => {});
}
