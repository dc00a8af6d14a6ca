#!/usr/bin/env node
// @ts-check
/** Makes the README's pictures anew: runs the end-to-end spec that takes them and copies them to docs/images/. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { browserStep, buildStep, playwrightStep } from './support/steps.mjs';
import { root } from './support/tools.mjs';

const MAX_BYTES = 200_000;
const from = join(root, 'test-results/pictures');
const to = join(root, 'docs/images');

rmSync(from, { recursive: true, force: true });
await browserStep();
await buildStep();
const { good } = await playwrightStep(['pictures.spec.ts']);
if (!good) throw new Error('The pictures could not be taken.');
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
	const { size } = statSync(join(from, name));
	if (size > MAX_BYTES) throw new Error(`${name} has ${size} bytes; a picture of the README has at most ${MAX_BYTES}.`);
	copyFileSync(join(from, name), join(to, name));
	process.stdout.write(`docs/images/${name}: ${size} bytes\n`);
}
