// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { findBrowser } from '../scripts/support/browser.mjs';
import { root } from '../scripts/support/tools.mjs';

const SECTION = `## 見出し Heading

Bedrock の下には**岩盤**がある。 Under the *soil* lies the rock, and \`outcrop\` is where it comes to light.

- 一つ目 first
- 二つ目 second

| 列 | column |
|---|---|
| 値 | value |

\`\`\`ts
const answer: number = 42; // 答え
export const twice = answer * 2;
\`\`\`

`;
const STEP = 24;

/**
 * The Markdown benchmarks, in a real browser on a production build. `close` ends what they run on.
 * @returns {Promise<{ benchmarks: import('./measure.mjs').Benchmark[], close: () => Promise<void> }>}
 */
export async function openMarkdown() {
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

	/**
	 * @param {'whole' | 'incremental'} name
	 * @param {string} text
	 */
	const grow = (name, text) =>
		/** @type {Promise<number>} */ (
			tab.evaluate(
				([name, text, step]) => Reflect.get(window, 'grow')(name, text, step),
				/** @type {const} */ ([name, text, STEP]),
			)
		);

	const benchmarks = [10, 20].map((kilobytes) => {
		const text = SECTION.repeat(Math.ceil((kilobytes * 1000) / SECTION.length)).slice(0, kilobytes * 1000);
		return {
			name: `An answer of ${kilobytes},000 characters that grows by ${STEP} at a time, rendered each time`,
			baseline: 'the whole answer',
			runs: { 'the whole answer': () => grow('whole', text), 'the last block': () => grow('incremental', text) },
		};
	});
	return {
		benchmarks,
		close: async () => {
			await browser.close();
			await server.close();
			rmSync(outDir, { recursive: true });
		},
	};
}
