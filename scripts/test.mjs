#!/usr/bin/env node
// @ts-check
/**
 * `npm test`: sets up what the tests need (a browser, the build) and runs all of them. The last line adds up both
 * runners. Ends with an error when anything failed or a runner found nothing to run.
 */
import { browserStep, buildStep, playwrightStep, vitestStep } from './support/steps.mjs';

try {
	await browserStep();
	await buildStep();
	const runs = [await vitestStep(), await playwrightStep()];
	/** @param {'passed' | 'failed' | 'skipped'} key */
	const sum = (key) => runs.reduce((total, { counts }) => total + counts[key], 0);
	process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
	process.exitCode = runs.every(({ good }) => good) ? 0 : 1;
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
