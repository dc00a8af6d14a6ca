#!/usr/bin/env node
// @ts-check
/** `npm run bench`: ratios against a named baseline, measured in the same run. Absolute times are this machine's. */
import { openMarkdown } from './markdown.mjs';
import { measure } from './measure.mjs';
import { storage } from './storage.mjs';

const markdown = await openMarkdown();
try {
	for (const benchmark of [storage, ...markdown.benchmarks]) {
		process.stdout.write(`${(await measure(benchmark)).join('\n')}\n\n`);
	}
} finally {
	await markdown.close();
}
