#!/usr/bin/env node
// @ts-check
/**
 * Sees to it that the end-to-end tests have a browser, and a Japanese font for their pictures. Changes nothing on a
 * machine that has both. Prints one line that says what is used.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findBrowser } from './support/browser.mjs';
import { run } from './support/run.mjs';
import { isMain, tool } from './support/tools.mjs';

/**
 * The browser for the tests, installed where it has to be.
 * @returns {Promise<{ path: string, from: string }>}
 * @throws {Error} with what to do, when there is none and none can be had
 */
export async function setUpBrowser() {
	const chosen = process.env['CHROME_PATH'];
	if (chosen && findBrowser() === null) throw new Error(`CHROME_PATH is ${chosen}, which can't be run as a browser.`);
	// Older releases of Debian and Ubuntu have no headless one.
	for (const browser of ['chromium-headless-shell', 'chromium']) {
		const missing = await missingPackages(browser);
		if (missing.length > 0) await installWithApt(missing);
	}
	const found = findBrowser() ?? downloaded() ?? (await download());
	if (found !== null) return found;
	throw new Error(
		[
			'The end-to-end tests need a browser, none was found, and none could be installed. One of these helps:',
			'- install Google Chrome, Chromium or Microsoft Edge;',
			'- set CHROME_PATH to the program file of one;',
			'- on Debian or Ubuntu, as root: apt-get install chromium-headless-shell fonts-noto-cjk;',
			'- with a network: npx playwright install --with-deps chromium.',
		].join('\n'),
	);
}

/** Playwright's own browser, downloaded earlier. */
function downloaded() {
	const require = createRequire(import.meta.url);
	const path = require('@playwright/test').chromium.executablePath();
	return existsSync(path) ? { path, from: "Playwright's download" } : null;
}

async function download() {
	const withDependencies = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
	for (const options of new Set([withDependencies, []])) {
		if ((await run(tool('playwright', 'install', ...options, 'chromium'), { show: true })).code === 0)
			return downloaded();
	}
	return null;
}

/**
 * Debian packages to install: the named browser where there is none, a font with Japanese where there is none.
 * @param {string} browser
 */
async function missingPackages(browser) {
	if (process.platform !== 'linux') return [];
	const found = findBrowser() ?? downloaded();
	const fonts = await run(['fc-list', ':lang=ja'], { show: false });
	return [
		...(found === null ? [browser] : []),
		...(fonts.code === 0 && fonts.output.trim() !== '' ? [] : ['fonts-noto-cjk']),
	];
}

/** @param {readonly string[]} packages */
async function installWithApt(packages) {
	const asRoot = await rootPrefix();
	if (asRoot === null) {
		process.stderr.write(`not installed, because apt-get as root is not to be had: ${packages.join(', ')}\n`);
		return;
	}
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	process.stdout.write(`installing ${packages.join(', ')} with apt-get\n`);
	const commands = [
		['apt-get', 'update', '-q'],
		['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
	];
	for (const command of commands) {
		const { code, output } = await run([...asRoot, ...command], { show: false, env });
		if (code !== 0) process.stderr.write(`${command.join(' ')} ended with ${code}:\n${output.slice(-2000)}\n`);
	}
}

/** What to put before a command to run it as root; null where that can't be done without a password or without apt. */
async function rootPrefix() {
	if ((await run(['apt-get', '--version'], { show: false })).code !== 0) return null;
	if (process.getuid?.() === 0) return [];
	const sudo = ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'];
	return (await run([...sudo, 'true'], { show: false })).code === 0 ? sudo : null;
}

if (isMain(import.meta.url)) {
	try {
		const { path, from } = await setUpBrowser();
		process.stdout.write(`browser: ${path} (${from})\n`);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
		process.exitCode = 1;
	}
}
