import { expect, test } from 'vitest';
import { hasDisplay } from '../../../src/main/web/browser.ts';

test.each([
	['linux', {}, false],
	['linux', { DISPLAY: '' }, false],
	['linux', { DISPLAY: ':0' }, true],
	['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
	['freebsd', {}, false],
	['darwin', {}, true],
	['win32', {}, true],
])('on %s with %j: %s', (platform, environment, expected) => {
	expect(hasDisplay(platform, environment)).toBe(expected);
});
