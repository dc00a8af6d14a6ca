import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { describe, expect, test } from 'vitest';
import { openSettingsFile } from '../../../../src/main/core/hosting/settings-file.ts';
import type { Settings } from '../../../../src/main/core/settings/settings.ts';
import { loadSettings } from '../../../../src/main/core/settings/settings.ts';
import type { AppSettings } from '../../../../src/shared/model/app-settings.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';
import { clock, silentLog, temporaryFolder } from '../storage/samples.ts';

/** As a host does it: with `conf`, on a real file. */
function load(folder: string): Settings {
	const file = openSettingsFile(folder, clock, () => new Conf({ cwd: folder, configName: 'settings' }));
	return loadSettings({ file, clock, log: silentLog });
}

function written(folder: string): unknown {
	return JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
}

function folderWith(text: string): string {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'settings.json'), text);
	return folder;
}

describe('at the start', () => {
	test('there are the defaults, and no file is made of them', () => {
		const folder = temporaryFolder();
		const settings = load(folder);
		expect(settings.get()).toStrictEqual(defaultAppSettings);
		expect(settings.setAside).toBeNull();
		expect(existsSync(join(folder, 'settings.json'))).toBe(false);
	});

	test('what a file lacks has its default, and what nobody knows is left out', () => {
		const settings = load(
			folderWith(
				'{"theme":"dark","defaults":{"maxTokens":5,"new":1},"calls":{"attempts":5},"layout":{"inspectorOpen":false},"other":{}}',
			),
		);
		expect(settings.setAside).toBeNull();
		expect(settings.get()).toStrictEqual({
			...defaultAppSettings,
			theme: 'dark',
			defaults: { ...defaultAppSettings.defaults, maxTokens: 5 },
			calls: { ...defaultAppSettings.calls, attempts: 5 },
			layout: { ...defaultAppSettings.layout, inspectorOpen: false },
		});
	});

	test('a file from before there were limits for calls has the defaults of them', () => {
		const { calls: _, ...older } = defaultAppSettings;
		const settings = load(folderWith(JSON.stringify({ ...older, theme: 'dark' })));
		expect(settings.setAside).toBeNull();
		expect(settings.get()).toStrictEqual({ ...defaultAppSettings, theme: 'dark' });
		expect(settings.update({ calls: { totalSeconds: 600 } }).calls).toStrictEqual({
			attempts: 3,
			connectSeconds: 10,
			firstByteSeconds: 300,
			idleSeconds: 300,
			totalSeconds: 600,
		});
	});

	test.each([
		['{"theme":', /JSON/],
		['[1]', 'It holds no JSON object.'],
		['{"theme":"pink"}', /theme/],
		['{"defaults":[]}', /defaults/],
		['{"calls":{"attempts":11}}', /calls\.attempts/],
		['{"calls":[]}', /calls/],
		['{"layout":{"inspectorWidth":"wide"}}', /layout\.inspectorWidth/],
	])('a file with %s in it is set aside, and the defaults are used', (text, detail) => {
		const folder = folderWith(text);
		const settings = load(folder);
		expect(settings.get()).toStrictEqual(defaultAppSettings);
		expect(settings.setAside?.path).toBe(join(folder, 'settings.json.corrupt-2026-11-21T00-00-00Z'));
		expect(settings.setAside?.detail).toMatch(detail);
		expect(readFileSync(settings.setAside?.path ?? '', 'utf8')).toBe(text);
		expect(existsSync(join(folder, 'settings.json'))).toBe(false);
		settings.update({ theme: 'light' });
		expect(load(folder).get()).toStrictEqual({ ...defaultAppSettings, theme: 'light' });
		expect(load(folder).setAside).toBeNull();
	});
});

describe('a change', () => {
	test('is merged in depth, written, and there after a restart', () => {
		const folder = temporaryFolder();
		const settings = load(folder);
		settings.update({ language: 'ja', defaults: { system: '短く。', region: 'ap-northeast-1' } });
		const after = settings.update({ defaults: { region: null }, layout: { inspectorWidth: 500 } });
		const expected: AppSettings = {
			...defaultAppSettings,
			language: 'ja',
			defaults: { ...defaultAppSettings.defaults, system: '短く。' },
			layout: { ...defaultAppSettings.layout, inspectorWidth: 500 },
		};
		expect(after).toStrictEqual(expected);
		expect(settings.get()).toStrictEqual(expected);
		expect(written(folder)).toStrictEqual(expected);
		expect(load(folder).get()).toStrictEqual(expected);
	});

	test('leaves alone what is undefined', () => {
		const settings = load(temporaryFolder());
		settings.update({ theme: 'dark', defaults: { maxTokens: 7 } });
		settings.update({ theme: undefined, defaults: { maxTokens: undefined }, layout: undefined });
		expect(settings.get()).toMatchObject({ theme: 'dark', defaults: { maxTokens: 7 } });
	});

	test('that the schema refuses changes nothing', () => {
		const folder = temporaryFolder();
		const settings = load(folder);
		settings.update({ theme: 'dark' });
		expect(() => settings.update({ theme: 'light', defaults: { maxTokens: 0 } })).toThrow(/maxTokens/);
		expect(settings.get().theme).toBe('dark');
		expect(written(folder)).toMatchObject({ theme: 'dark' });
	});

	test('is told to those who listen, until they stop; no change is not', () => {
		const settings = load(temporaryFolder());
		const told: string[] = [];
		const stop = settings.subscribe((now) => told.push(now.theme));
		settings.update({ theme: 'dark' });
		settings.update({ theme: 'dark' });
		settings.update({});
		stop();
		settings.update({ theme: 'light' });
		expect(told).toEqual(['dark']);
	});

	test('that can’t be written holds all the same, is said, and is written with the next one that can', () => {
		const folder = temporaryFolder();
		const path = join(folder, 'settings.json');
		const settings = load(folder);
		const told: (string | null)[] = [];
		settings.subscribe(() => told.push(settings.notSaved()?.path ?? null));
		// A folder in its place: nothing can be written there, whoever one is.
		mkdirSync(path);
		settings.update({ theme: 'dark' });
		expect(settings.get().theme).toBe('dark');
		expect(settings.notSaved()?.path).toBe(path);
		expect(settings.notSaved()?.detail).toMatch(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
		rmSync(path, { recursive: true });
		settings.update({ theme: 'dark' });
		expect(settings.notSaved()).toBeNull();
		expect(written(folder)).toMatchObject({ theme: 'dark' });
		expect(told).toEqual([path, null]);
	});
});
