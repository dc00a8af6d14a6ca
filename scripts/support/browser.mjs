// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * What is asked of the machine. Given as values, so that a test can make up a machine.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(path: string) => boolean} works Whether the file is there and can be run.
 */

/**
 * The machine that this runs on.
 * @type {Machine}
 */
export const thisMachine = { platform: process.platform, env: process.env, works };

const names = [
	// The same Chromium without a browser's own windows, which nobody sees here: a fifth less to do.
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
	'msedge',
];

/**
 * A Chromium-like browser of the machine: `CHROME_PATH`, else one on the PATH, else one where its installer puts it.
 * `from` says which of these in words. null: none.
 * @param {Machine} machine
 * @returns {{ path: string, from: string } | null}
 */
export function findBrowser(machine = thisMachine) {
	const { env, platform } = machine;
	const chosen = env['CHROME_PATH'];
	if (chosen !== undefined && chosen !== '') {
		// Chosen by hand: another one in its place would be a surprise.
		return machine.works(chosen) ? { path: chosen, from: 'CHROME_PATH' } : null;
	}
	const onPath = (env['PATH'] ?? '')
		.split(delimiter)
		.filter((folder) => folder !== '')
		.flatMap((folder) => names.map((name) => join(folder, platform === 'win32' ? `${name}.exe` : name)));
	const found = [...onPath, ...installed(machine)].find((path) => machine.works(path));
	return found === undefined ? null : { path: found, from: 'installed' };
}

/**
 * Where the installers of Chrome, Chromium and Edge put them.
 * @param {Machine} machine
 * @returns {string[]}
 */
function installed({ platform, env }) {
	if (platform === 'darwin') {
		return ['/Applications', join(env['HOME'] ?? homedir(), 'Applications')].flatMap((folder) =>
			['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
		);
	}
	if (platform === 'win32') {
		return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
			.filter((folder) => folder !== undefined)
			.flatMap((folder) => [
				join(folder, 'Google/Chrome/Application/chrome.exe'),
				join(folder, 'Chromium/Application/chrome.exe'),
				join(folder, 'Microsoft/Edge/Application/msedge.exe'),
			]);
	}
	return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
		names.map((name) => join(folder, name)),
	);
}

/**
 * Whether a file can be run. On Linux it is asked for its version too, because Ubuntu's `chromium-browser` may be a
 * script that only says to install a snap. (On Windows that question would open a window.)
 * @param {string} path
 * @returns {boolean}
 */
function works(path) {
	try {
		accessSync(path, constants.X_OK);
	} catch {
		return false;
	}
	if (process.platform !== 'linux') return true;
	const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
	return status === 0;
}
