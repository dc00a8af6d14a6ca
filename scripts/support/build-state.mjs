// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads. */
const sources = [
	'src',
	'resources',
	'electron.vite.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.base.json',
];

/** One file of each bundle, in the order in which they are built. */
const outputs = ['out/main/web.js', 'out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/**
 * True when out/ is missing, not whole, or older than something that it is built from. Folders count too: a file that
 * was deleted leaves its trace there.
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function isStale(root) {
	const built = outputs.map((path) => modified(join(root, path)));
	const oldest = Math.min(...built.map((time) => time ?? Number.NEGATIVE_INFINITY));
	return sources.some((path) => newest(join(root, path)) > oldest);
}

/**
 * @param {string} path
 * @returns {number} the latest change in a tree, in milliseconds since the epoch
 */
function newest(path) {
	const time = modified(path);
	if (time === null) return Number.NEGATIVE_INFINITY;
	if (!statSync(path).isDirectory()) return time;
	return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), time);
}

/**
 * @param {string} path
 * @returns {number | null}
 */
function modified(path) {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
