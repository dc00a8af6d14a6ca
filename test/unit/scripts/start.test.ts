import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStale } from '../../../scripts/support/build-state.mjs';
import { fetchElectron, findElectron } from '../../../scripts/support/electron.mjs';
import { chooseHost, hasDisplay, runInPlace } from '../../../scripts/support/launch.mjs';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'outcrop-scripts-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file, changed so many seconds after the beginning of time. */
function write(path: string, seconds = 0, text = ''): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
	utimesSync(join(root, path), seconds, seconds);
}

describe('what was asked for', () => {
	test.each([
		[[], 'electron', []],
		[['--data-dir', 'd'], 'electron', ['--data-dir', 'd']],
		[['--data-dir=d'], 'electron', ['--data-dir=d']],
		[['--web'], 'web', []],
		[
			['--web', '--port', '8080', '--data-dir', 'd', '--no-open'],
			'web',
			['--port', '8080', '--data-dir', 'd', '--no-open'],
		],
		[['--port', '8080'], 'web', ['--port', '8080']],
		[['--no-open'], 'web', ['--no-open']],
		[['--unknown'], 'web', ['--unknown']],
	])('%j is %s', (args, host, rest) => {
		expect(chooseHost(args)).toEqual({ host, args: rest });
	});

	test('a display is looked for where there may be none', () => {
		expect(hasDisplay('linux', {})).toBe(false);
		expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
		expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
		expect(hasDisplay('darwin', {})).toBe(true);
		expect(hasDisplay('win32', {})).toBe(true);
	});
});

describe('what was built', () => {
	const built = ['out/main/web.js', 'out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
	beforeEach(() => {
		for (const path of built) write(path, 1000);
		write('src/renderer/main.tsx', 900);
		write('package.json', 900);
		for (const folder of ['src', 'src/renderer']) utimesSync(join(root, folder), 900, 900);
	});

	test('is good while it is newer than all that it is built from', () => {
		expect(isStale(root)).toBe(false);
	});

	test.each(built)('is old without %s, or when that was left behind', (path) => {
		utimesSync(join(root, path), 800, 800);
		expect(isStale(root)).toBe(true);
		rmSync(join(root, path));
		expect(isStale(root)).toBe(true);
	});

	test('is old when a source, or the lockfile, was changed after it', () => {
		write('src/renderer/main.tsx', 1001);
		expect(isStale(root)).toBe(true);
		write('src/renderer/main.tsx', 900);
		utimesSync(join(root, 'src/renderer'), 900, 900);
		expect(isStale(root)).toBe(false);
		write('package-lock.json', 1001);
		expect(isStale(root)).toBe(true);
	});

	test('is old when a source was deleted after it', () => {
		utimesSync(join(root, 'src/renderer'), 1001, 1001);
		expect(isStale(root)).toBe(true);
	});
});

describe("Electron's binary", () => {
	test('is where its package says, when it is there', () => {
		expect(findElectron(root, {})).toBeNull();
		write('node_modules/electron/path.txt', 0, 'electron');
		expect(findElectron(root, {})).toBeNull();
		write('node_modules/electron/dist/electron');
		expect(findElectron(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
	});

	test('may be elsewhere', () => {
		const elsewhere = join(root, 'elsewhere');
		expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeNull();
		write('elsewhere/electron');
		expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(join(elsewhere, 'electron'));
	});

	test.each([
		['process.exit(0)', null],
		["console.error(new TypeError('fetch failed').stack); process.exit(1)", 'fetch failed'],
		['process.exit(7)', 'its script ended with 7'],
	])('%s: %s', async (script, reason) => {
		write('node_modules/electron/install.js', 0, script);
		const slow = () => {};
		expect(await fetchElectron(root, { node: process.execPath, limitMs: 60_000, slow })).toBe(reason);
	});

	test('is not waited for without end', async () => {
		write('node_modules/electron/install.js', 0, 'setInterval(() => {}, 1000)');
		const slow = () => {};
		expect(await fetchElectron(root, { node: process.execPath, limitMs: 1, slow })).toMatch(/^it took longer than/);
	});
});

describe('a program in our place', () => {
	test('gives its exit code', async () => {
		expect(await runInPlace(process.execPath, ['-e', 'process.exit(42)'])).toBe(42);
	});

	test.skipIf(process.platform === 'win32')('ended by a signal gives what a shell would', async () => {
		expect(await runInPlace(process.execPath, ['-e', "process.kill(process.pid, 'SIGTERM')"])).toBe(143);
	});

	test('that can not be started rejects', async () => {
		await expect(runInPlace(join(root, 'missing'), [])).rejects.toMatchObject({ code: 'ENOENT' });
	});
});
