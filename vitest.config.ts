import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit, contract and integration tests, in Node. The end-to-end tests are Playwright's (playwright.config.ts). */
export default defineConfig({
	resolve: {
		// Importing the real one in plain Node starts the download of its binary.
		alias: [
			{ find: /^electron$/, replacement: fileURLToPath(new URL('./test/helpers/fake-electron.ts', import.meta.url)) },
		],
	},
	test: {
		include: ['test/{unit,contract,integration}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
		environment: 'node',
		// For tests that hang. On a busy machine the default of five seconds also ends those that just take their time.
		testTimeout: 30_000,
		hookTimeout: 30_000,
		restoreMocks: true,
		unstubEnvs: true,
	},
});
