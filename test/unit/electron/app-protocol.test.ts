import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ORIGIN, appScheme, createAppProtocol } from '../../../src/main/electron/app-protocol.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-protocol-'));
	mkdirSync(join(folder, 'bundle', 'assets'), { recursive: true });
	writeFileSync(join(folder, 'secret.js'), 'secret');
	writeFileSync(join(folder, 'bundle', 'index.html'), '<html><head></head></html>');
	writeFileSync(join(folder, 'bundle', 'assets', 'index.js'), 'export {};');
	symlinkSync(join(folder, 'secret.js'), join(folder, 'bundle', 'link.js'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A request whose URL comes to the handler as it is: the real class would resolve `..` before. */
function ask(url: string, method = 'GET'): Promise<Response> {
	const request = new Request(`${APP_ORIGIN}/`, { method });
	Object.defineProperty(request, 'url', { value: url });
	return createAppProtocol(join(folder, 'bundle'))(request);
}

test('the scheme has an origin of its own and no more rights than it needs', () => {
	expect(appScheme).toEqual({
		scheme: 'app',
		privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
	});
});

test('the page comes with the policy and the nonce of it', async () => {
	const response = await ask('app://outcrop/');
	const nonce = /'nonce-([^']+)'/.exec(`${response.headers.get('content-security-policy')}`)?.[1];
	expect(await response.text()).toBe(`<html><head><meta name="csp-nonce" content="${nonce}"></head></html>`);
	expect(Object.fromEntries(response.headers)).toEqual({
		'cache-control': 'no-store',
		'content-security-policy':
			`default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; media-src blob:; ` +
			"font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		'content-type': 'text/html; charset=utf-8',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
	});
});

test.each(['app://outcrop/assets/index.js', 'app://outcrop/assets/index.js?v=1', 'app://outcrop/assets/index.js#a?b'])(
	'%s is a file of the bundle',
	async (url) => {
		const response = await ask(url);
		expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
			200,
			'text/javascript; charset=utf-8',
			'export {};',
		]);
	},
);

test.each([
	'app://outcrop/..%2fsecret.js',
	'app://outcrop/../secret.js',
	'app://outcrop/%2e%2e/secret.js',
	'app://outcrop/assets/..%5c..%5csecret.js',
	'app://outcrop/link.js',
	'app://outcrop/assets/index.js%00',
	'app://outcrop/missing.js',
	'app://outcrop',
	'app://other/assets/index.js',
	'app://outcrop.evil/assets/index.js',
	'app://outcrop@evil/assets/index.js',
	'file:///etc/passwd',
])('%s is nothing', async (url) => {
	const response = await ask(url);
	expect([response.status, await response.text()]).toEqual([404, '']);
});

test.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
	expect((await ask('app://outcrop/assets/index.js', method)).status).toBe(405);
});
