import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, tool } from '../../../scripts/support/tools.mjs';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-build-'));
	const [file = '', ...args] = tool('electron-vite', 'build', '--outDir', folder, '--logLevel', 'error');
	execFileSync(file, args, { cwd: root, stdio: 'pipe' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function read(path: string): string {
	return readFileSync(join(folder, path), 'utf8');
}

/** The modules of main and what each of them imports, statically or not. */
function mainModules(): Map<string, { statically: string[]; all: string[] }> {
	const paths = readdirSync(join(folder, 'main'), { recursive: true, encoding: 'utf8' });
	const modules = paths.filter((path) => path.endsWith('.js')).map((path) => path.replaceAll('\\', '/'));
	return new Map(
		modules.map((path) => {
			const text = read(`main/${path}`);
			const { module, errors } = parseSync(path, text);
			expect(errors, path).toEqual([]);
			const statically = module.staticImports.map((found) => found.moduleRequest.value);
			const late = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1));
			return [path, { statically, all: [...statically, ...late] }];
		}),
	);
}

test('main stands alone: it imports itself, Node, Electron, and one thing that the Node host may miss', () => {
	const found = [...mainModules().values()].flatMap(({ all }) => all);
	const foreign = found.filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
	expect([...new Set(foreign)].sort()).toEqual(['buffer', 'electron', 'open']);
});

test('Electron is imported by its own entry alone', () => {
	const importers = [...mainModules()].filter(([, { all }]) => all.includes('electron')).map(([path]) => path);
	expect(importers).toEqual(['electron.js']);
});

test('the AWS SDK is loaded late', () => {
	const modules = mainModules();
	const first = new Set(['web.js']);
	for (const path of first) {
		for (const name of modules.get(path)?.statically ?? []) {
			if (name.startsWith('.')) first.add(new URL(name, `file:///${path}`).pathname.slice(1));
		}
	}
	const texts = [...first].map((path) => read(`main/${path}`));
	expect(texts.some((text) => text.includes('node_modules/@orpc/server'))).toBe(true);
	expect(texts.filter((text) => text.includes('node_modules/@aws-sdk/client-bedrock-runtime'))).toEqual([]);
});

test('the preload is one CommonJS file that needs nothing but Electron', () => {
	expect(readdirSync(join(folder, 'preload'))).toEqual(['preload.cjs']);
	expect([...read('preload/preload.cjs').matchAll(/\b(?:require|import)\b.*/g)].map(([line]) => line)).toEqual([
		'require("electron");',
	]);
});

test('the page has nothing inline that its policy would refuse, and asks nobody else for anything', () => {
	const page = read('renderer/index.html');
	expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
	expect(page).not.toMatch(/<style|\bstyle=|\bon\w+=|https?:|data:/);
	expect(page).toMatch(/<script type="module" crossorigin src="\.\/assets\/[\w-]+\.js">/);
	const styles = readdirSync(join(folder, 'renderer', 'assets')).filter((name) => name.endsWith('.css'));
	expect(styles.length).toBeGreaterThan(0);
	for (const name of styles) expect(read(`renderer/assets/${name}`)).not.toMatch(/url\(["']?(?:data|https?):/);
});
