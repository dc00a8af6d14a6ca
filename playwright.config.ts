import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/support/browser.mjs';
import { electronBinary } from './test/e2e/support/electron-binary.ts';
import { leftToOthers } from './test/e2e/support/spec-languages.ts';
import type { E2eOptions } from './test/e2e/support/test.ts';

const executablePath = findBrowser()?.path;
const isRoot = process.getuid?.() === 0;
const report = process.env['OUTCROP_E2E_REPORT'];

/**
 * The end-to-end tests, in each language (those to which it is all one, in one of them) against the Node host in a real
 * browser, and against Electron where its binary is. `npm run test:e2e` finds the browser and builds the app before.
 */
export default defineConfig<E2eOptions>({
	testDir: 'test/e2e',
	outputDir: 'test-results/e2e',
	fullyParallel: true,
	forbidOnly: process.env['CI'] !== undefined,
	retries: 0,
	workers: Math.max(2, Math.min(4, availableParallelism())),
	// Limits are for what hangs: a busy machine takes several times as long.
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
	use: {
		browserName: 'chromium',
		// What hangs is named by its own line, not by the end of its test.
		actionTimeout: 30_000,
		viewport: { width: 1360, height: 850 },
		permissions: ['clipboard-read', 'clipboard-write'],
		// A trace costs a fifth of the run. `npm run test:e2e -- --trace retain-on-failure` keeps them.
		trace: 'off',
		launchOptions: {
			...(executablePath === undefined ? {} : { executablePath }),
			args: [
				// Chromium's sandbox does not start as root (a container).
				...(isRoot ? ['--no-sandbox'] : []),
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-default-apps',
				'--disable-sync',
				'--no-first-run',
				'--disable-features=Translate,OptimizationHints,MediaRouter',
			],
		},
	},
	projects: [
		{ name: 'en', testIgnore: ['electron.spec.ts', ...leftToOthers('en')], use: { language: 'en', locale: 'en-US' } },
		{ name: 'ja', testIgnore: ['electron.spec.ts', ...leftToOthers('ja')], use: { language: 'ja', locale: 'ja-JP' } },
		electronBinary() === null
			? // One test that says why, in place of every test skipped once more.
				{ name: 'electron', testMatch: 'electron.spec.ts' }
			: { name: 'electron', timeout: 120_000, use: { host: 'electron', language: 'en', locale: 'en-US' } },
	],
});
