import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { PermissionSession } from '../../../src/main/electron/permissions.ts';
import { guardPermissions, isPermitted } from '../../../src/main/electron/permissions.ts';

const origin = 'app://outcrop';

test('a page of ours may write the clipboard, others may not', () => {
	expect(isPermitted('clipboard-sanitized-write', 'app://outcrop/', origin)).toBe(true);
	for (const url of ['https://example.com/', 'app://outcrop.evil/', '', 'null']) {
		expect(isPermitted('clipboard-sanitized-write', url, origin), url).toBe(false);
	}
});

/** Every permission that this Electron knows, out of its own types. */
function knownPermissions(): string[] {
	const types = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');
	const union = /setPermissionRequestHandler\(handler: .*? permission: ([^,]+),/.exec(types)?.[1] ?? '';
	return [...union.matchAll(/'([^']+)'/g)].map(([, name]) => `${name}`);
}

test('the permissions are read out of the types', () => {
	expect(knownPermissions().length).toBeGreaterThan(20);
	expect(knownPermissions()).toEqual(expect.arrayContaining(['media', 'usb', 'clipboard-sanitized-write']));
});

test.each([
	...knownPermissions().filter((permission) => permission !== 'clipboard-sanitized-write'),
	'one-of-tomorrow',
])('%s is denied', (permission) => {
	expect(isPermitted(permission, 'app://outcrop/', origin)).toBe(false);
});

test('the table rules questions, checks and devices alike', () => {
	const answers: unknown[] = [];
	const session: PermissionSession = {
		setPermissionRequestHandler: (handler) => {
			const ask = (permission: string, requestingUrl: string) =>
				handler({}, permission, (granted) => answers.push([permission, granted]), { requestingUrl });
			ask('clipboard-sanitized-write', 'app://outcrop/');
			ask('media', 'app://outcrop/');
			ask('clipboard-sanitized-write', 'https://example.com/');
		},
		setPermissionCheckHandler: (handler) => {
			// Electron gives an origin here, with or without its slash.
			answers.push(handler(null, 'clipboard-sanitized-write', 'app://outcrop/'));
			answers.push(handler(null, 'clipboard-sanitized-write', 'app://outcrop'));
			answers.push(handler(null, 'geolocation', 'app://outcrop'));
		},
		setDevicePermissionHandler: (handler) => answers.push(handler()),
	};
	guardPermissions(session, origin);
	expect(answers).toEqual([
		['clipboard-sanitized-write', true],
		['media', false],
		['clipboard-sanitized-write', false],
		true,
		true,
		false,
		false,
	]);
});
