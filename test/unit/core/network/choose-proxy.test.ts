import { describe, expect, test } from 'vitest';
import { chooseProxy, cutProxySecrets } from '../../../../src/main/core/network/choose-proxy.ts';
import type { NetworkSettings } from '../../../../src/shared/model/app-settings.ts';

const AWS = 'https://bedrock-runtime.eu-west-1.amazonaws.com';

async function choose(
	environment: Readonly<Record<string, string>>,
	{
		url = AWS,
		settings = {},
		system = null,
	}: { url?: string; settings?: Partial<NetworkSettings>; system?: string | null } = {},
) {
	const all = { proxy: 'system', proxyUrl: null, caBundle: null, ...settings } as const;
	const { proxy, ...rest } = await chooseProxy(new URL(url), all, environment, async () => system);
	return { proxy: proxy === null ? null : proxy.shown, ...rest };
}

describe('the proxy for an address', () => {
	test.each([
		[{ HTTPS_PROXY: 'http://a:1' }, AWS, 'http://a:1', 'HTTPS_PROXY'],
		[{ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2' }, AWS, 'http://b:2', 'https_proxy'],
		[{ HTTPS_PROXY: '', ALL_PROXY: 'https://c' }, AWS, 'https://c:443', 'ALL_PROXY'],
		[{ HTTPS_PROXY: 'http://a:1', ALL_PROXY: 'http://c' }, AWS, 'http://a:1', 'HTTPS_PROXY'],
		[{ HTTPS_PROXY: 'a.example:3128' }, AWS, 'http://a.example:3128', 'HTTPS_PROXY'],
		[{ HTTPS_PROXY: 'http://[fd00::1]:3128/' }, AWS, 'http://[fd00::1]:3128', 'HTTPS_PROXY'],
		[{ HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'http://gateway.example', 'http://a:1', 'HTTP_PROXY'],
	])('of the environment %o is, for %s, %s', async (environment, url, proxy, variable) => {
		expect(await choose(environment, { url })).toEqual({ proxy, from: 'environment', variable });
	});

	test('is the system’s where no variable is set for it', async () => {
		const system = 'http://system:8080';
		expect(await choose({ HTTP_PROXY: 'http://a:1' }, { system })).toEqual({
			proxy: system,
			from: 'system',
			variable: null,
		});
		expect(await choose({})).toEqual({ proxy: null, from: 'system', variable: null });
		expect((await choose({ HTTPS_PROXY: 'http://a:1' }, { system })).proxy).toBe('http://a:1');
	});

	test('is none where NO_PROXY lists the address', async () => {
		const environment = { HTTPS_PROXY: 'http://a:1', NO_PROXY: '.amazonaws.com' };
		expect(await choose(environment)).toEqual({ proxy: null, from: 'environment', variable: 'NO_PROXY' });
		expect(await choose({ ...environment, no_proxy: 'example.com' })).toMatchObject({ proxy: 'http://a:1' });
	});

	test('is what the settings say, whatever the environment has', async () => {
		const environment = { HTTPS_PROXY: 'http://a:1', NO_PROXY: '*' };
		expect(await choose(environment, { settings: { proxy: 'none' } })).toEqual({
			proxy: null,
			from: 'settings',
			variable: null,
		});
		expect(await choose(environment, { settings: { proxy: 'own', proxyUrl: 'https://own.example' } })).toEqual({
			proxy: 'https://own.example:443',
			from: 'settings',
			variable: null,
		});
	});

	test('is never one for this machine', async () => {
		const settings = { proxy: 'own', proxyUrl: 'http://own.example' } as const;
		expect(await choose({}, { url: 'http://127.0.0.1:9000', settings })).toEqual({
			proxy: null,
			from: 'local',
			variable: null,
		});
	});

	test.each([
		[
			'socks5h://mira:secret1@p:1080',
			'The proxy of HTTPS_PROXY is a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies.',
		],
		['ftp://mira:secret1@p', 'The proxy of HTTPS_PROXY is not an http or https URL.'],
		['http://mira:secret1@:80', 'The proxy of HTTPS_PROXY is not an http or https URL.'],
		// Read as a URL, the password would be a port and a path.
		['http://mira:12/secret1@proxy.example:3128', 'The proxy of HTTPS_PROXY is not an http or https URL.'],
		['mira:12#secret1@proxy.example:3128', 'The proxy of HTTPS_PROXY is not an http or https URL.'],
	])('fails for one that can’t be used, without its password: %s', async (proxy, message) => {
		await expect(choose({ HTTPS_PROXY: proxy })).rejects.toThrow(
			expect.objectContaining({ name: 'ProxyError', message }),
		);
	});
});

describe('a text', () => {
	const cut = (text: string, HTTPS_PROXY: string) => cutProxySecrets(text, { HTTPS_PROXY });

	test('is told without the users and passwords of proxies, however they are written', () => {
		const proxy = 'http://mira:pa%20ss%2Fword@proxy.example:3128';
		const token = Buffer.from('mira:pa ss/word').toString('base64');
		expect(cut(`curl -x ${proxy} failed; pa ss/word; pa%20ss%2Fword; Basic ${token}`, proxy)).toBe(
			'curl -x http://…proxy.example:3128 failed; …; …; Basic …',
		);
		expect(cut('to mira:hunter2@p:1', 'mira:hunter2@p:1')).toBe('to …p:1');
	});

	test('is left alone where there is nothing to hide', () => {
		expect(cut('http://proxy.example:3128 and @', 'http://proxy.example:3128')).toBe('http://proxy.example:3128 and @');
		expect(cut('a bad day', 'http://u:a@p')).toBe('a bad day');
	});
});
