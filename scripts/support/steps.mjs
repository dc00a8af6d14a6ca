// @ts-check
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setUpBrowser } from '../setup-browser.mjs';
import { run } from './run.mjs';
import { root, tool } from './tools.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const results = join(root, 'test-results');

/** A browser for the end-to-end tests. Prints which. */
export async function browserStep() {
	const { path, from } = await setUpBrowser();
	process.stdout.write(`browser: ${path} (${from})\n`);
}

/**
 * Builds the app into out/.
 * @throws {Error} when that fails
 */
export async function buildStep() {
	const { code } = await run(tool('electron-vite', 'build'), { show: true });
	if (code !== 0) throw new Error('The build failed.');
}

/**
 * Runs the unit, contract and integration tests.
 * @param {readonly string[]} args
 */
export async function vitestStep(args = []) {
	const report = freshReport('vitest.json');
	const command = tool(
		'vitest',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...args,
	);
	const { code } = await run(command, { show: true });
	const json = read(report);
	const skipped = (json.numPendingTests ?? 0) + (json.numTodoTests ?? 0);
	return judge(code, { passed: json.numPassedTests ?? 0, failed: json.numFailedTests ?? 0, skipped });
}

/**
 * Runs the end-to-end tests against what is in out/.
 * @param {readonly string[]} args
 */
export async function playwrightStep(args = []) {
	const report = freshReport('playwright.json');
	const env = { OUTCROP_E2E_REPORT: report };
	const { code } = await run(tool('playwright', 'test', ...args), { show: true, env });
	const { stats = {} } = read(report);
	const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0);
	return judge(code, { passed: stats.expected ?? 0, failed, skipped: stats.skipped ?? 0 });
}

/**
 * A run is good when its runner says so and at least one test passed: a run of no tests proves nothing.
 * @param {number} code
 * @param {Counts} counts
 */
function judge(code, counts) {
	return { good: code === 0 && counts.failed === 0 && counts.passed > 0, counts };
}

/** @param {string} name */
function freshReport(name) {
	mkdirSync(results, { recursive: true });
	const path = join(results, name);
	// A report of yesterday must not speak for a run that broke off today.
	rmSync(path, { force: true });
	return path;
}

/** @param {string} path */
function read(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return {};
	}
}
