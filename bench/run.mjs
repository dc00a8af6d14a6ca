#!/usr/bin/env node
// @ts-check
/** `npm run bench`: ratios against a named baseline, measured in the same run. Absolute times are this machine's. */
import { bodiesBenchmarks, measureBodies } from './bodies.mjs';
import { framesBenchmarks } from './frames.mjs';
import { markdownBenchmarks } from './markdown.mjs';
import { measure } from './measure.mjs';
import { openPage } from './open-page.mjs';
import { storage } from './storage.mjs';
import { measureGrowth } from './storage-growth.mjs';

process.stdout.write(`${(await measureGrowth()).join('\n')}\n\n`);
const page = await openPage();
try {
	process.stdout.write(`${(await measureBodies(page.tab)).join('\n')}\n\n`);
	for (const benchmark of [
		storage,
		...bodiesBenchmarks(page.tab),
		...framesBenchmarks(page.tab),
		...markdownBenchmarks(page.tab),
	]) {
		process.stdout.write(`${(await measure(benchmark)).join('\n')}\n\n`);
	}
} finally {
	await page.close();
}
