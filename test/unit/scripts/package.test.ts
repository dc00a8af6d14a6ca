import type { Stats } from 'node:fs';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binaryPath, fuses } from '../../../scripts/package-fuses.mjs';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** What is used of electron-builder's own code, which decides what is packed. */
interface Matcher {
	createFilter(): (path: string, stat: Stats) => boolean;
	isEmpty(): boolean;
}
interface FileMatching {
	getMainFileMatchers(
		appFolder: string,
		to: string,
		expand: (text: string) => string,
		platformOptions: object,
		packager: object,
		out: string,
		compile: boolean,
	): Matcher[];
	getNodeModuleFileMatcher(
		appFolder: string,
		to: string,
		expand: (text: string) => string,
		platformOptions: object,
		packager: object,
	): Matcher;
}
interface Configuring {
	getConfig(folder: string, file: string, options: null): Promise<Record<string, unknown>>;
	validateConfiguration(config: object, log: object): Promise<void>;
}
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const matching: FileMatching = builder('app-builder-lib/out/fileMatcher');
const configuring: Configuring = builder('app-builder-lib/out/util/config/config');

const packed = [
	'LICENSE',
	'out/main/chunks/sqlite-abc.js',
	'out/main/electron.js',
	'out/main/licenses.md',
	'out/preload/preload.cjs',
	'out/renderer/assets/index-abc.css',
	'out/renderer/assets/index-abc.js',
	'out/renderer/assets/inter.woff2',
	'out/renderer/index.html',
	'out/renderer/licenses.md',
	'package.json',
];
const left = [
	'.env',
	'.ci/run',
	'.github/workflows/check.yml',
	'README.md',
	'bench/run.mjs',
	'dist/Outcrop.AppImage',
	'docs/architecture.md',
	'electron-builder.yml',
	'node_modules/react/index.js',
	'out/main/chunks/sqlite-abc.js.map',
	'out/main/practice.js',
	'out/main/web.js',
	'out/node_modules/x/index.js',
	'package-lock.json',
	'resources/icon.png',
	'resources/models.json',
	'scripts/start.mjs',
	'settings.json',
	'src/main/core/app.ts',
	'test/unit/scripts/package.test.ts',
	'test-results/shot.png',
];

let folder: string;
let config: Record<string, unknown>;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-package-'));
	for (const path of [...packed, ...left]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), '');
	}
	config = await configuring.getConfig(project, 'electron-builder.yml', null);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
	test('is described in a way that electron-builder takes', async () => {
		await configuring.validateConfiguration(config, { isEnabled: false, add: () => {} });
		expect(config).toMatchObject({ appId: 'dev.outcrop.app', asar: true, afterPack: 'scripts/package-fuses.mjs' });
	});

	test('holds what the app needs, and nothing else', () => {
		const info = {
			projectDir: folder,
			buildResourcesDir: 'resources',
			isPrepackedAppAsar: false,
			config,
			debugLogger: { isEnabled: false },
		};
		const expand = (text: string) => text;
		const main = matching.getMainFileMatchers(folder, '/', expand, {}, { info }, join(folder, 'dist'), false);
		const modules = matching.getNodeModuleFileMatcher(folder, '/', expand, {}, info);
		const filters = main.map((matcher) => matcher.createFilter());
		const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
		const files = all.filter((path) => statSync(path).isFile());
		const taken = files.filter((path) => filters.some((filter) => filter(path, statSync(path))));
		const module = join(folder, 'node_modules', 'react', 'index.js');
		expect(taken.map((path) => relative(folder, path).replaceAll('\\', '/')).sort()).toEqual([...packed].sort());
		expect([modules.isEmpty(), modules.createFilter()(module, statSync(module))]).toEqual([false, false]);
	});

	test('begins where package.json says', () => {
		const { main } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
		expect(packed).toContain(main);
	});
});

describe('the fuses', () => {
	test('are exactly these in a release', () => {
		expect(fuses(true)).toEqual({
			version: '1',
			strictlyRequireAllFuses: true,
			[FuseV1Options.RunAsNode]: false,
			[FuseV1Options.EnableCookieEncryption]: true,
			[FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
			[FuseV1Options.EnableNodeCliInspectArguments]: false,
			[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
			[FuseV1Options.OnlyLoadAppFromAsar]: true,
			[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
			[FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
			[FuseV1Options.WasmTrapHandlers]: true,
		});
	});

	test('a package for tests differs in what Playwright needs', () => {
		expect(fuses(false)).toEqual({ ...fuses(true), [FuseV1Options.EnableNodeCliInspectArguments]: true });
	});

	test('are flipped in the binary of each system', () => {
		const path = (platform: string) =>
			binaryPath({ appOutDir: 'out', platform, productFilename: 'Outcrop', executableName: 'outcrop' });
		expect(path('darwin')).toBe(join('out', 'Outcrop.app'));
		expect(path('win32')).toBe(join('out', 'Outcrop.exe'));
		expect(path('linux')).toBe(join('out', 'outcrop'));
	});
});
