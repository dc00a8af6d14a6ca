#!/usr/bin/env node
// @ts-check
/** `npm run test:e2e`: a browser, the build, the end-to-end tests. Arguments go to Playwright; `--no-build` skips the build. */
import { browserStep, buildStep, playwrightStep } from './support/steps.mjs';

const args = process.argv.slice(2);
try {
	await browserStep();
	if (!args.includes('--no-build')) await buildStep();
	const { good } = await playwrightStep(args.filter((arg) => arg !== '--no-build'));
	process.exitCode = good ? 0 : 1;
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
