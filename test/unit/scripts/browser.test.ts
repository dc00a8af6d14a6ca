import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findBrowser, thisMachine } from '../../../scripts/support/browser.mjs';

function machine(platform: NodeJS.Platform, env: Record<string, string>, ...programs: string[]) {
	return { platform, env, works: (path: string) => programs.includes(path) };
}

describe('which browser is found', () => {
	test('the chosen one, whatever else is there', () => {
		const linux = machine('linux', { CHROME_PATH: '/opt/mine' }, '/opt/mine', '/usr/bin/chromium');
		expect(findBrowser(linux)).toEqual({ path: '/opt/mine', from: 'CHROME_PATH' });
	});

	test('no other one in place of a chosen one that does not work', () => {
		expect(findBrowser(machine('linux', { CHROME_PATH: '/opt/mine' }, '/usr/bin/chromium'))).toBeNull();
	});

	test('one on the PATH before one elsewhere', () => {
		const path = ['/a', '/b'].join(delimiter);
		const linux = machine('linux', { PATH: path }, join('/b', 'google-chrome'), '/usr/bin/chromium');
		expect(findBrowser(linux)).toEqual({ path: join('/b', 'google-chrome'), from: 'installed' });
	});

	test('the one without windows before the whole one, which has more to do', () => {
		const linux = machine('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium', '/usr/bin/chromium-headless-shell');
		expect(findBrowser(linux)?.path).toBe('/usr/bin/chromium-headless-shell');
	});

	test.skipIf(process.platform === 'win32')('where the installers put them', () => {
		const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
		const edge = 'C:\\Program Files/Microsoft/Edge/Application/msedge.exe';
		expect(findBrowser(machine('linux', {}, '/usr/bin/chromium'))?.path).toBe('/usr/bin/chromium');
		expect(findBrowser(machine('darwin', { HOME: '/Users/me' }, chrome))?.path).toBe(chrome);
		expect(findBrowser(machine('win32', { PROGRAMFILES: 'C:\\Program Files' }, edge))?.path).toBe(edge);
	});

	test('none where there is none', () => {
		expect(findBrowser(machine('linux', { PATH: '/a' }))).toBeNull();
		expect(findBrowser(machine('win32', {}))).toBeNull();
	});
});

describe.skipIf(process.platform !== 'linux')('on a real Linux', () => {
	let folder = '';
	afterEach(() => rm(folder, { recursive: true, force: true }));

	async function install(name: string, script: string): Promise<string> {
		const path = join(folder, name);
		await writeFile(path, `#!/bin/sh\n${script}\n`);
		await chmod(path, 0o755);
		return path;
	}

	test("Ubuntu's chromium-browser that only asks for a snap is passed over for one that runs", async () => {
		folder = await mkdtemp(join(tmpdir(), 'outcrop-browser-'));
		await install('chromium', 'echo "please run: snap install chromium" >&2; exit 1');
		const chrome = await install('google-chrome', 'echo "Google Chrome 150.0"');
		expect(findBrowser({ ...thisMachine, env: { PATH: folder } })).toEqual({ path: chrome, from: 'installed' });
	});
});
