#!/usr/bin/env node
// @ts-check
/**
 * `npm start`: builds what has to be built, and opens the app: under Electron where its binary is or can be fetched,
 * else with the Node host. `--web` (and `--port`, `--no-open`, which are the Node host's) asks for the Node host.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isStale } from './support/build-state.mjs';
import { fetchElectron, findElectron } from './support/electron.mjs';
import { chooseHost, hasDisplay, runInPlace } from './support/launch.mjs';
import { run } from './support/run.mjs';
import { node24, root, tool } from './support/tools.mjs';

const FETCH_LIMIT_MS = 3 * 60_000;

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);

/** The Node that runs the app: this one where it is new enough, else the one that `npm ci` brought along. */
const node = Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : node24();
if (!existsSync(node)) {
	process.stderr.write('Outcrop needs Node 24. `npm ci` brings it along, unless install scripts are switched off.\n');
	process.exit(1);
}

const asked = chooseHost(process.argv.slice(2));
const electron = asked.host === 'electron' ? await electronOrReason() : null;

if (isStale(root)) {
	say('Building Outcrop …');
	const { code, output } = await run(tool('electron-vite', 'build'), { show: false });
	if (code !== 0) {
		process.stderr.write(`${output}\nThe build failed.\n`);
		process.exit(1);
	}
}

process.exitCode =
	electron === null
		? await runInPlace(node, [join(root, 'out', 'main', 'web.js'), ...asked.args])
		: await runInPlace(electron, [root, ...asked.args]);

/** Electron's binary, fetched if need be; or null, and a line that says why. */
async function electronOrReason() {
	if (!hasDisplay(process.platform, process.env)) {
		say('There is no display for Electron, so Outcrop runs in a browser.');
		return null;
	}
	const found = findElectron(root, process.env);
	if (found !== null) return found;
	const slow = () => say('Fetching Electron, once (about 120 MB). `npm start -- --web` does without it.');
	const reason = await fetchElectron(root, { node, limitMs: FETCH_LIMIT_MS, slow });
	const fetched = findElectron(root, process.env);
	if (fetched === null) say(`Electron could not be fetched (${reason}), so Outcrop runs in a browser.`);
	return fetched;
}
