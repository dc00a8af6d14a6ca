import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** The CSP lets workers in from `script-src 'self'` only: no blob: and no data: URL (design.md, 5). */
test('the worker that reads long bodies is built as a file of its own', async () => {
	const entry = fileURLToPath(new URL('../../../../../src/renderer/inspector/body/read-on.ts', import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		// As in electron.vite.config.ts.
		build: {
			write: false,
			assetsInlineLimit: 0,
			target: 'es2023',
			rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
		},
	});
	const outputs = 'output' in built ? built.output : [];
	const files = outputs.map(({ fileName }) => fileName);
	const worker = files.find((name) => /read-worker-.*\.js$/.test(name));
	expect(worker).toBeDefined();
	const calling = outputs.flatMap((file) =>
		file.type === 'chunk' && file.code.includes('Worker(') ? [file.code] : [],
	);
	expect(calling).toHaveLength(1);
	expect(calling[0]).toContain(worker);
	expect(calling[0]).not.toMatch(/['"`](blob|data):|createObjectURL/);
});
