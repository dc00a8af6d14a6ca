import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confSettings } from '../../../../src/main/web/conf-settings.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';

const clock = { now: () => Date.UTC(2026, 10, 21), monotonic: () => 0 };
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('at first there is nothing, and nothing is written', () => {
	const file = confSettings(folder, clock);
	expect([file.path, file.setAside, file.read()]).toEqual([join(folder, 'settings.json'), null, null]);
	expect(readdirSync(folder)).toEqual([]);
});

test('what was written is found by the next start, and by nobody else', () => {
	confSettings(folder, clock).write({ ...defaultAppSettings, theme: 'dark' });
	const found = confSettings(folder, clock);
	expect(found.read()).toEqual({ ...defaultAppSettings, theme: 'dark' });
	if (process.platform !== 'win32') expect(statSync(found.path).mode & 0o777).toBe(0o600);
});

test.each(['{"theme":', '[]', ''])('a broken file (%j) is set aside before the library meets it', (broken) => {
	writeFileSync(join(folder, 'settings.json'), broken);
	const file = confSettings(folder, clock);
	expect(file.read()).toBeNull();
	expect(readFileSync(`${file.setAside?.path}`, 'utf8')).toBe(broken);
});

test('keys that the app does not know are given as they are', () => {
	writeFileSync(join(folder, 'settings.json'), '{"a.b":{"c":null}}');
	expect(confSettings(folder, clock).read()).toEqual({ 'a.b': { c: null } });
});
