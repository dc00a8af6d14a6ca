import { expect, test } from 'vitest';
import { chooseProxy } from '../../../src/main/core/network/choose-proxy.ts';
import { createSystemProxy } from '../../../src/main/electron/system-proxy.ts';

function system(answer: string) {
	const asked: string[] = [];
	const session = {
		resolveProxy: async (url: string) => {
			asked.push(url);
			return answer;
		},
	};
	return { proxy: createSystemProxy(session), asked };
}

test.each([
	['DIRECT', null],
	['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
	['PROXY proxy.example:3128;PROXY other:80', 'http://proxy.example:3128'],
	['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
	['proxy [fd00::1]:3128', 'http://[fd00::1]:3128'],
	['DIRECT; PROXY proxy.example:3128', null],
	['SOCKS5 socks:1080; PROXY proxy.example:3128', 'http://proxy.example:3128'],
	['SOCKS5 socks:1080; DIRECT', null],
	['SOCKS socks:1080', 'socks://socks:1080'],
	['SOCKS5 socks:1080; SOCKS4 other:1080', 'socks5://socks:1080'],
	['QUIC proxy.example:443; DIRECT', null],
	['', null],
])('of "%s" is %s', async (answer, expected) => {
	const { proxy, asked } = system(answer);
	expect(await proxy('https://a.example/')).toBe(expected);
	expect(asked).toEqual(['https://a.example/']);
});

test('where nothing else is named, a SOCKS proxy is refused and not gone past', async () => {
	const { proxy } = system('SOCKS5 mira:1080');
	const settings = { proxy: 'system', proxyUrl: null, caBundle: null } as const;
	await expect(chooseProxy(new URL('https://a.example'), settings, {}, proxy)).rejects.toMatchObject({
		name: 'ProxyError',
		message: 'The proxy of the system is a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies.',
		problem: 'socks',
	});
});
