import { expect, test } from 'vitest';
import { createSystemProxy } from '../../../src/main/electron/system-proxy.ts';

function system(answer: string) {
	const warnings: string[] = [];
	const asked: string[] = [];
	const session = {
		resolveProxy: async (url: string) => {
			asked.push(url);
			return answer;
		},
	};
	return { proxy: createSystemProxy(session, { warn: (line) => warnings.push(line) }), warnings, asked };
}

test.each([
	['DIRECT', null],
	['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
	['PROXY proxy.example:3128;PROXY other:80', 'http://proxy.example:3128'],
	['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
	['proxy [fd00::1]:3128', 'http://[fd00::1]:3128'],
	['DIRECT; PROXY proxy.example:3128', null],
	['SOCKS5 socks:1080; PROXY proxy.example:3128', 'http://proxy.example:3128'],
	['QUIC proxy.example:443; DIRECT', null],
	['', null],
])('of "%s" is %s', async (answer, expected) => {
	const { proxy, asked } = system(answer);
	expect(await proxy('https://a.example/')).toBe(expected);
	expect(asked).toEqual(['https://a.example/']);
});

test('a SOCKS proxy is passed over, and the log says so once', async () => {
	const { proxy, warnings } = system('SOCKS5 mira:1080');
	expect([await proxy('https://a.example'), await proxy('https://a.example')]).toEqual([null, null]);
	expect(warnings).toEqual([
		'The system names a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies only, and goes past it.',
	]);
});
