// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { findBrowser } from '../scripts/support/browser.mjs';
import { root } from '../scripts/support/tools.mjs';

/**
 * Opens the benches' page in a real browser, on a production build. `close` ends what it runs on.
 * @returns {Promise<{ tab: import('@playwright/test').Page, close: () => Promise<void> }>}
 */
export async function openPage() {
	const outDir = mkdtempSync(join(tmpdir(), 'outcrop-bench-'));
	const page = join(root, 'bench/page');
	await build({
		root: page,
		configFile: false,
		logLevel: 'warn',
		plugins: [react()],
		build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5000 },
	});
	const server = await preview({
		root: page,
		configFile: false,
		build: { outDir },
		preview: { host: '127.0.0.1', port: 0 },
	});
	const executablePath = findBrowser()?.path;
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
	});
	const tab = await browser.newPage();
	await tab.goto(server.resolvedUrls?.local[0] ?? '');
	await tab.waitForFunction(() => document.title === 'ready');
	return {
		tab,
		close: async () => {
			await browser.close();
			await server.close();
			rmSync(outDir, { recursive: true });
		},
	};
}
