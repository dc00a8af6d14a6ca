import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallbackListener } from '../../../../../src/main/core/credentials/sso/listen-for-callback.ts';
import { listenForCallback } from '../../../../../src/main/core/credentials/sso/listen-for-callback.ts';

const STATE = '0f5a1c9e-state';

let listener: CallbackListener;
beforeEach(async () => {
	listener = await listenForCallback(STATE);
});
afterEach(() => listener.close('failed'));

const answer = (code: string) => `${listener.redirectUri}?code=${code}&state=${STATE}`;

test('nobody but this machine’s own loopback address reaches it', async () => {
	const port = Number(new URL(listener.redirectUri).port);
	const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
	const others = own.map(({ address }) => address).filter((address) => address !== '127.0.0.1');
	// All of 127.0.0.0/8 is loopback on Linux.
	if (process.platform === 'linux') others.push('127.0.0.2');
	const reached = others.map(
		(host) =>
			new Promise((resolve) => {
				const socket = connect({ host, port }, () => {
					socket.destroy();
					resolve(host);
				});
				socket.on('error', () => resolve(null));
			}),
	);
	expect((await Promise.all(reached)).filter((host) => host !== null)).toEqual([]);
});

test('only a GET is an answer', async () => {
	expect((await fetch(answer('posted'), { method: 'POST' })).status).toBe(400);
	const page = fetch(answer('got'));
	expect(await listener.arrived).toEqual({ code: 'got' });
	await listener.close('signedIn');
	expect((await page).status).toBe(200);
});

test('the first answer counts; its tab alone is told how it ended', async () => {
	const first = fetch(answer('first'));
	expect(await listener.arrived).toEqual({ code: 'first' });
	expect((await fetch(answer('second'))).status).toBe(400);
	await listener.close('signedIn');
	expect(await (await first).text()).toContain('<h1>Signed in</h1>');
});

test('its pages run nothing, load nothing and are kept nowhere', async () => {
	const { headers } = await fetch(listener.redirectUri);
	const policy = headers.get('content-security-policy') ?? '';
	expect(policy).toMatch(/^default-src 'none'; /);
	expect(policy).not.toContain('unsafe');
	expect(headers.get('cache-control')).toBe('no-store');
	expect(headers.get('referrer-policy')).toBe('no-referrer');
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('it closes with a stranger’s connection open, and with a tab that has gone', async () => {
	const stranger = connect({ host: '127.0.0.1', port: Number(new URL(listener.redirectUri).port) });
	stranger.on('error', () => {});
	await new Promise((resolve) => stranger.write('GET / HTTP/1.1\r\n', resolve));
	const gone = new AbortController();
	const page = fetch(answer('code'), { signal: gone.signal });
	await listener.arrived;
	gone.abort();
	await expect(page).rejects.toMatchObject({ name: 'AbortError' });
	await listener.close('signedIn');
	stranger.destroy();
});
