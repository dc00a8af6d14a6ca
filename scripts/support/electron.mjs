// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where Electron's binary lies, or null. Looks without importing the package, which would start its download; reads
 * what that leaves behind (electron/index.js).
 * @param {string} root the project's folder
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string | null}
 */
export function findElectron(root, environment) {
	const folder = join(root, 'node_modules', 'electron');
	const pathFile = join(folder, 'path.txt');
	const path = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
	const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
	const binary = override ? join(override, path ?? 'electron') : path && join(folder, 'dist', path);
	return binary && existsSync(binary) ? binary : null;
}

/**
 * Fetches Electron's binary with the package's own script. An unreachable server ends it by itself, in ten seconds at
 * most (the connect timeout of Node's fetch); a download that hangs is ended after `limitMs`.
 * @param {string} root
 * @param {{ node: string, limitMs: number, slow: () => void }} options `slow` is told after three seconds
 * @returns {Promise<string | null>} why it failed, or null when it is there
 */
export function fetchElectron(root, { node, limitMs, slow }) {
	return new Promise((resolve) => {
		const script = join(root, 'node_modules', 'electron', 'install.js');
		const child = spawn(node, [script], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
		let errors = '';
		let late = false;
		const patience = setTimeout(slow, 3000);
		const limit = setTimeout(() => {
			late = true;
			child.kill();
		}, limitMs);
		child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
			errors += text;
		});
		/** @param {string | null} reason */
		const done = (reason) => {
			clearTimeout(patience);
			clearTimeout(limit);
			resolve(reason);
		};
		child.once('error', (error) => done(error.message));
		child.once('close', (code) => {
			if (code === 0) return done(null);
			if (late) return done(`it took longer than ${Math.round(limitMs / 60_000)} minutes`);
			const [line = ''] = errors.trim().split('\n');
			done(line.replace(/^\w*Error: /, '') || `its script ended with ${code}`);
		});
	});
}
