#!/usr/bin/env node
// @ts-check
/** `npm run bench`: ratios against a named baseline, measured in the same run. Absolute times are this machine's. */
import { measure } from './measure.mjs';
import { storage } from './storage.mjs';

for (const benchmark of [storage]) process.stdout.write(`${(await measure(benchmark)).join('\n')}\n\n`);
