import { posix, win32 } from 'node:path';

/** Where one looks for the user's data folder. */
export interface DataFolderSources {
	readonly platform: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
}

/**
 * Where the user's data lies when nothing else was said; the same in both hosts, so that both find the same
 * conversations. `%APPDATA%`, `~/Library/Application Support`, or `$XDG_DATA_HOME` (XDG Base Directory Specification;
 * a relative path there must be ignored).
 */
export function defaultDataFolder({ platform, environment, homeFolder }: DataFolderSources): string {
	if (platform === 'win32') {
		return win32.join(environment['APPDATA'] || win32.join(homeFolder, 'AppData', 'Roaming'), 'Outcrop');
	}
	if (platform === 'darwin') return posix.join(homeFolder, 'Library', 'Application Support', 'Outcrop');
	const xdg = environment['XDG_DATA_HOME'];
	const base = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(homeFolder, '.local', 'share');
	return posix.join(base, 'Outcrop');
}
