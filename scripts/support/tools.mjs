// @ts-check
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const require = createRequire(import.meta.url);

/** Which package gives a command, where the two are not named alike. */
const packages = /** @type {const} */ ({ tsc: 'typescript', biome: '@biomejs/biome', playwright: '@playwright/test' });

/**
 * The Node 24 that `npm ci` brings along, or the running one where it is not there.
 * @returns {string}
 */
export function node24() {
	try {
		const folder = dirname(require.resolve('node/package.json'));
		const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		return join(folder, bin.node ?? bin);
	} catch {
		return process.execPath;
	}
}

/**
 * The command line of a tool of node_modules, without a shell and without npx: the same on all systems.
 * @param {'tsc' | 'biome' | 'knip' | 'vitest' | 'playwright' | 'electron-vite'} name
 * @param {...string} args
 * @returns {string[]}
 */
export function tool(name, ...args) {
	const package_ = name in packages ? packages[/** @type {keyof typeof packages} */ (name)] : name;
	const folder = join(root, 'node_modules', package_);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return [node24(), join(folder, typeof bin === 'string' ? bin : bin[name]), ...args];
}

/**
 * Whether a module is the program that was started, and not imported by another.
 * @param {string} url its `import.meta.url`
 * @returns {boolean}
 */
export function isMain(url) {
	return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
