import { expect, test } from 'vitest';
import { defaultDataFolder } from '../../../../src/main/core/hosting/data-folder.ts';

test.each([
	['linux', {}, '/home/a', '/home/a/.local/share/Outcrop'],
	['linux', { XDG_DATA_HOME: '/data' }, '/home/a', '/data/Outcrop'],
	['linux', { XDG_DATA_HOME: '' }, '/home/a', '/home/a/.local/share/Outcrop'],
	['linux', { XDG_DATA_HOME: 'relative' }, '/home/a', '/home/a/.local/share/Outcrop'],
	['darwin', { XDG_DATA_HOME: '/data' }, '/Users/a', '/Users/a/Library/Application Support/Outcrop'],
	['win32', { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, 'C:\\Users\\a', 'C:\\Users\\a\\AppData\\Roaming\\Outcrop'],
	['win32', {}, 'C:\\Users\\a', 'C:\\Users\\a\\AppData\\Roaming\\Outcrop'],
])('on %s with %j', (platform, environment, homeFolder, expected) => {
	expect(defaultDataFolder({ platform, environment, homeFolder })).toBe(expected);
});
