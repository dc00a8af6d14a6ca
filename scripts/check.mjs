#!/usr/bin/env node
// @ts-check
/** `npm run check`: types, format and lint, dead code, architecture. Runs all of them, then says what is not clean. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run } from './support/run.mjs';
import { root, tool } from './support/tools.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} command
 */

/**
 * Every tsconfig.json of the project: each says what its folder may know.
 * @param {string} folder
 * @returns {string[]}
 */
function tsconfigs(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return tsconfigs(path);
		return entry.name === 'tsconfig.json' ? [path] : [];
	});
}

/** @type {Check[]} */
const checks = [
	...tsconfigs(root).map((path) => ({
		name: `types ${relative(root, path)}`,
		command: tool('tsc', '--project', path, '--pretty', 'false'),
	})),
	{ name: 'format and lint', command: tool('biome', 'ci', '--colors=off', '--error-on-warnings', '.') },
	{ name: 'dead code', command: tool('knip', '--no-progress') },
	{ name: 'architecture', command: tool('vitest', 'run', 'test/architecture.test.ts') },
];

/** @type {{ name: string, code: number, output: string }[]} */
const results = [];
const waiting = [...checks];

async function worker() {
	for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
		const { code, output } = await run(check.command, { show: false });
		results.push({ name: check.name, code, output });
		process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name}\n`);
	}
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));

const failed = results.filter((result) => result.code !== 0);
for (const { name, output } of failed) process.stdout.write(`\n--- ${name}\n${output.trim()}\n`);
process.stdout.write(
	failed.length === 0
		? `\ncheck: all ${checks.length} clean\n`
		: `\ncheck: ${failed.length} of ${checks.length} not clean: ${failed.map(({ name }) => name).join(', ')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
