import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findViolations, importsOf } from './helpers/import-law.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function sourcesOnDisk(): Map<string, string> {
	const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
		.map((path) => `src/${path.replaceAll('\\', '/')}`)
		.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'));
	return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Violations of one planted file, among files that are in order. */
function plant(path: string, text: string): string[] {
	return findViolations(
		new Map([
			['src/shared/fine.ts', "import { z } from 'zod';"],
			[path, text],
		]),
	);
}

test('every file under src keeps the import law', () => {
	const sources = sourcesOnDisk();
	expect(sources.size).toBeGreaterThan(30);
	expect(findViolations(sources)).toEqual([]);
});

test('a planted cycle is found, told once, with its way round', () => {
	const violations = findViolations(
		new Map([
			['src/main/core/a.ts', "import { b } from './b.ts';"],
			['src/main/core/b.ts', "import type { C } from './deep/c.ts';"],
			['src/main/core/deep/c.ts', "export { a } from '../a.ts';"],
		]),
	);
	expect(violations).toEqual([
		'import cycle: src/main/core/a.ts -> src/main/core/b.ts -> src/main/core/deep/c.ts -> src/main/core/a.ts',
	]);
});

describe('a planted violation is found', () => {
	test.each([
		['src/renderer/a.ts', "import type { Ports } from '../main/core/ports.ts';", 'src/renderer/ must not know it'],
		['src/renderer/a.ts', "import '../preload/preload.ts';", 'src/renderer/ must not know it'],
		['src/renderer/a.ts', "import { readFile } from 'node:fs/promises';", 'there is no Node in src/renderer/'],
		['src/renderer/a.ts', "import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';", 'not a package'],
		['src/preload/a.ts', "import { z } from 'zod';", 'not a package for src/preload/'],
		['src/preload/a.ts', "import '../renderer/a.ts';", 'src/preload/ must not know it'],
		['src/shared/a.ts', "import { createHash } from 'crypto';", 'there is no Node in src/shared/'],
		['src/shared/a.ts', "export { x } from '../main/core/x.ts';", 'src/shared/ must not know it'],
		['src/shared/a.ts', "import { useState } from 'react';", 'not a package for src/shared/'],
		['src/main/core/a.ts', "const electron = require('electron');", 'Electron belongs to'],
		['src/main/core/a.ts', "import Store from 'electron-store';", 'Electron belongs to'],
		['src/main/core/a.ts', "const host = await import('../web/host.ts');", 'src/main/core/ must not know it'],
		['src/main/core/a.ts', "type P = import('../practice/p.ts').P;", 'src/main/core/ must not know it'],
		['src/main/practice/a.ts', "export * from '../core/app.ts';", 'src/main/practice/ must not know it'],
		['src/main/web/a.ts', "import { window } from '../electron/window.ts';", 'src/main/web/ must not know it'],
		['src/main/web/a.ts', "import { app } from 'electron';", 'Electron belongs to'],
		['src/main/electron/a.ts', "import { server } from '../web/server.ts';", 'src/main/electron/ must not know it'],
		['src/main/core/a.ts', "import helper from '../../../test/helpers/x.ts';", 'it lies outside src/'],
		['src/main/stray.ts', 'export const x = 1;', 'has no place in the house'],
		['src/util/stray.ts', 'export const x = 1;', 'has no place in the house'],
	])('%s: %s', (path, text, why) => {
		const violations = plant(path, text);
		expect(violations).toHaveLength(1);
		expect(violations[0]).toContain(`${path}: `);
		expect(violations[0]).toContain(why);
	});
});

describe('what is allowed is not found', () => {
	test.each([
		['src/renderer/a.tsx', "import { z } from 'react'; import '../shared/fine.ts'; import './a.module.css'; <br />;"],
		['src/main/electron/a.ts', "import { app } from 'electron'; import '../core/app.ts'; import '../practice/p.ts';"],
		['src/main/web/a.ts', "import 'node:http'; import info from '../../../package.json' with { type: 'json' };"],
		['src/preload/a.ts', "import { contextBridge } from 'electron';"],
		['src/main/core/a.ts', "// import 'electron'\nconst text = \"import 'electron'\";"],
	])('%s: %s', (path, text) => {
		expect(plant(path, text)).toEqual([]);
	});
});

test('a source that does not parse is not passed over', () => {
	expect(() => importsOf('src/main/core/a.ts', 'import {')).toThrow('src/main/core/a.ts');
});
