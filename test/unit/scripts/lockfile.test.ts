import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lockfile = z.object({
	packages: z.record(
		z.string(),
		z.object({
			resolved: z.string().optional(),
			optionalDependencies: z.record(z.string(), z.string()).optional(),
		}),
	),
});
const { packages } = lockfile.parse(
	JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')),
);

// npm leaves out what the registry at hand does not offer, and `npm ci` then refuses the lockfile everywhere
// (https://github.com/npm/cli/issues/4828).
test('the lockfile names the optional packages of every platform', () => {
	const named = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
	const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
	expect(wanted.length).toBeGreaterThan(20);
	expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});

test('the lockfile names no registry', () => {
	expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
