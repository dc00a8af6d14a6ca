import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

function path(relative: string): string {
	return fileURLToPath(new URL(relative, import.meta.url));
}

/** Lists every package that was bundled, with its license: bundled code carries its license with it. */
const license = { fileName: 'licenses.md' };

/**
 * Three bundles in out/: main (both hosts, and practice alone), preload and renderer. Dependencies are bundled, so that
 * the app is packaged without node_modules. Dynamic imports stay chunks of their own: the AWS SDK is loaded late.
 */
export default defineConfig({
	main: {
		build: {
			externalizeDeps: false,
			license,
			rolldownOptions: {
				input: {
					electron: path('src/main/electron/main.ts'),
					web: path('src/main/web/main.ts'),
					practice: path('src/main/practice/cli.ts'),
				},
				external: [
					// Node knows it only with its prefix, and leaves it out of the list that bundlers ask for.
					'node:sqlite',
					// Optional accelerators of ws, which is written to do without them.
					'bufferutil',
					'utf-8-validate',
					// Brings a script of its own, and declares a __dirname that clashes with electron-vite's. Only the Node
					// host uses it, which runs out of the project's folder.
					'open',
				],
				output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
			},
		},
	},
	preload: {
		build: {
			externalizeDeps: false,
			rolldownOptions: {
				input: { preload: path('src/preload/preload.ts') },
				// A sandboxed preload is CommonJS, in one file (Electron's documentation, "Process Sandboxing").
				output: { format: 'cjs', entryFileNames: '[name].cjs' },
			},
		},
	},
	renderer: {
		root: path('src/renderer'),
		plugins: [react()],
		build: {
			outDir: path('out/renderer'),
			license,
			minify: true,
			chunkSizeWarningLimit: 2000,
			// The Node host serves it to whatever browser the user has.
			target: 'es2023',
			cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
			// The CSP lets no font in as a data: URL.
			assetsInlineLimit: 0,
			rolldownOptions: { input: path('src/renderer/index.html') },
		},
	},
});
