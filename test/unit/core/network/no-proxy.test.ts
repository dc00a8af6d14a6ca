import { describe, expect, test } from 'vitest';
import { isListed, isLocal } from '../../../../src/main/core/network/no-proxy.ts';

describe('what is on this machine', () => {
	test.each(['localhost', 'LOCALHOST.', 'app.localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]', '169.254.169.254'])(
		'%s is',
		(host) => {
			expect(isLocal(host)).toBe(true);
		},
	);
	test.each([
		'localhost.example.com',
		'notlocalhost',
		'128.0.0.1',
		'10.0.0.1',
		'::2',
		'amazonaws.com',
		'127.0.0.1.nip.io',
	])('%s is not', (host) => {
		expect(isLocal(host)).toBe(false);
	});
});

describe('a NO_PROXY list', () => {
	test.each([
		['*', 'anything.example', 443],
		['example.com', 'example.com', 443],
		['example.com', 'api.example.com', 443],
		['.example.com', 'api.example.com', 443],
		['.example.com', 'example.com', 443],
		['*.example.com', 'a.b.example.com', 443],
		['EXAMPLE.com', 'example.COM.', 443],
		['localhost, 10.0.0.1 ,example.com', 'example.com', 443],
		['localhost 10.0.0.1', '10.0.0.1', 443],
		['example.com:8443', 'example.com', 8443],
		['10.0.0.0/8', '10.20.30.40', 443],
		['fd00::/8', '[fd12::1]', 443],
		['[fd12::1]:443', 'fd12::1', 443],
		['fd12::1', 'fd12::1', 443],
	])('%s keeps %s past the proxy', (list, host, port) => {
		expect(isListed(list, host, port)).toBe(true);
	});
	test.each([
		['', 'example.com', 443],
		[' , ', 'example.com', 443],
		['example.com', 'notexample.com', 443],
		['example.com', 'example.com.evil.test', 443],
		['example.com:8443', 'example.com', 443],
		['10.0.0.0/8', '11.0.0.1', 443],
		['10.0.0.0/8', 'host.example', 443],
		['10.0.0.0/99', '10.0.0.1', 443],
		['0.0.1', '10.0.0.1', 443],
		['fd12::1', 'fd12::2', 443],
	])('%s does not keep %s past it', (list, host, port) => {
		expect(isListed(list, host, port)).toBe(false);
	});
});
