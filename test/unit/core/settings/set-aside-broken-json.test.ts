import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { expect, test } from 'vitest';
import { setAsideBrokenJson } from '../../../../src/main/core/settings/set-aside-broken-json.ts';
import { clock, temporaryFolder } from '../storage/samples.ts';

test.each([
	['', 'Unexpected end of JSON input'],
	['{"theme": "dark"', /JSON/],
	['[]', 'It holds no JSON object.'],
	['null', 'It holds no JSON object.'],
	['"x"', 'It holds no JSON object.'],
])('a file with %j in it is set aside whole, and conf begins a new one', (text, detail) => {
	const folder = temporaryFolder();
	const path = join(folder, 'settings.json');
	writeFileSync(path, text);
	const setAside = setAsideBrokenJson(path, clock);
	expect(setAside?.path).toBe(`${path}.corrupt-2026-11-21T00-00-00Z`);
	expect(setAside?.detail).toMatch(detail);
	expect(existsSync(path)).toBe(false);
	expect(readFileSync(setAside?.path ?? '', 'utf8')).toBe(text);
	expect({ ...new Conf({ cwd: folder, configName: 'settings' }).store }).toEqual({});
});

test('a folder where the file should be is moved away too', () => {
	const path = join(temporaryFolder(), 'settings.json');
	mkdirSync(path);
	expect(setAsideBrokenJson(path, clock)?.detail).toMatch(/EISDIR/);
});

test('a JSON object is left alone, and so is nothing', () => {
	const path = join(temporaryFolder(), 'settings.json');
	expect(setAsideBrokenJson(path, clock)).toBeNull();
	writeFileSync(path, '{"what":"ever"}');
	expect(setAsideBrokenJson(path, clock)).toBeNull();
	expect(readFileSync(path, 'utf8')).toBe('{"what":"ever"}');
});
