import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBundleFile } from '../../../../src/main/core/hosting/bundle.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-bundle-'));
	mkdirSync(join(folder, 'real', 'assets'), { recursive: true });
	writeFileSync(join(folder, 'outside.js'), 'outside');
	writeFileSync(join(folder, 'real', 'index.html'), '<html><head lang="en"></head></html>');
	for (const name of ['a.js', 'a.css', 'a.svg', 'a.png', 'a.woff2', 'a.md', 'a b.js', '.hidden.js']) {
		writeFileSync(join(folder, 'real', 'assets', name), name);
	}
	symlinkSync(join(folder, 'outside.js'), join(folder, 'real', 'link.js'));
	symlinkSync(join(folder, 'real', 'assets', 'a.js'), join(folder, 'real', 'inner.js'));
	symlinkSync(join(folder, 'real'), join(folder, 'linked'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
	['/assets/a.js', 'text/javascript; charset=utf-8'],
	['/assets/a.css', 'text/css; charset=utf-8'],
	['/assets/a.svg', 'image/svg+xml'],
	['/assets/a.png', 'image/png'],
	['/assets/a.woff2', 'font/woff2'],
	['/assets/a%20b.js', 'text/javascript; charset=utf-8'],
])('%s is %s', async (path, type) => {
	const file = await readBundleFile(join(folder, 'real'), path, 'n');
	expect(file?.type).toBe(type);
	expect(new TextDecoder().decode(file?.body)).toBe(decodeURIComponent(path.slice('/assets/'.length)));
});

test.each(['/', '/index.html'])('%s is the page, with the nonce first in its head', async (path) => {
	const file = await readBundleFile(join(folder, 'real'), path, 'abc=');
	expect(file?.type).toBe('text/html; charset=utf-8');
	expect(new TextDecoder().decode(file?.body)).toBe(
		'<html><head lang="en"><meta name="csp-nonce" content="abc="></head></html>',
	);
});

test('a bundle whose own folder is reached by a link is served', async () => {
	expect(await readBundleFile(join(folder, 'linked'), '/assets/a.js', 'n')).not.toBeNull();
});

test.each([
	'',
	'assets/a.js',
	'/../outside.js',
	'/..%2foutside.js',
	'/..%2Foutside.js',
	'/%2e%2e/outside.js',
	'/assets/%2e%2e/%2e%2e/outside.js',
	'/..%5coutside.js',
	'/..\\outside.js',
	'/%252e%252e/outside.js',
	'/link.js',
	'/inner.js',
	'/./assets/a.js',
	'//assets/a.js',
	'/assets//a.js',
	'/assets/a.js/',
	'/assets/a.js%00',
	'/assets/a.js\0.js',
	'/assets/.hidden.js',
	'/assets/a.md',
	'/assets',
	'/assets/a.js:stream.js',
	'/c:/a.js',
	'/%',
	'/%ff.js',
	`/${'a'.repeat(5000)}.js`,
	'/a.js/a.js',
])('%s is nothing', async (path) => {
	expect(await readBundleFile(join(folder, 'real'), path, 'n')).toBeNull();
});

test('a bundle that was not built has no files', async () => {
	expect(await readBundleFile(join(folder, 'missing'), '/', 'n')).toBeNull();
});
