import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WebHost } from '../../../src/main/web/host.ts';
import { startWebHost } from '../../../src/main/web/host.ts';
import type { TrialClient } from '../../contract/support/suite.ts';
import { createTrial } from '../../contract/support/trial-contract.ts';
import { rawRequest } from '../../helpers/raw-http.ts';
import { enter, openSocket, pageSocket } from '../../helpers/web-client.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;
let rendererFolder: string;
let host: WebHost;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-host-'));
	rendererFolder = join(folder, 'renderer');
	mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
	writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><html><head><title>Outcrop</title></head></html>');
	writeFileSync(join(rendererFolder, 'assets', 'index.js'), 'export {};');
	writeFileSync(join(rendererFolder, 'assets', 'index.js.map'), '{}');
	writeFileSync(join(folder, 'secret.js'), 'secret');
	symlinkSync(join(folder, 'secret.js'), join(rendererFolder, 'link.js'));
	symlinkSync(folder, join(rendererFolder, 'up'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
	host = await startWebHost({ router: createTrial().router, rendererFolder, port: 0, log });
});
afterEach(() => host.close());

/** The path and query of the link. */
function linkPath(url = host.url): string {
	return url.slice(url.indexOf('/?'));
}

function withCookie(cookie: string, headers: Record<string, string> = {}) {
	return { headers: { cookie, ...headers } };
}

describe('who is let in', () => {
	test('the link has a token of 256 bits on our own loopback address', () => {
		expect(host.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${host.port}/\\?token=[\\w-]{43}$`));
	});

	test('a token becomes a cookie and leaves the URL', async () => {
		const response = await rawRequest(host.port, linkPath());
		expect(response.status).toBe(303);
		expect(response.headers.location).toBe('/');
		expect(response.headers['set-cookie']).toHaveLength(1);
		expect(response.headers['set-cookie']?.[0]).toMatch(
			new RegExp(`^outcrop-${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
		);
	});

	test('no token and no cookie: refused, with a page that says how to get in', async () => {
		const response = await rawRequest(host.port, '/');
		expect(response.status).toBe(403);
		expect(response.body).toContain('press Enter to get a new link');
		expect(response.body).toContain('Enter を押すと新しいリンクが表示されます');
	});

	test('a used token is refused, with a page that says so', async () => {
		await enter(host.url);
		const response = await rawRequest(host.port, linkPath());
		expect(response.status).toBe(403);
		expect(response.headers['set-cookie']).toBeUndefined();
		expect(response.body).toContain('This link was used already');
	});

	test('a wrong token is refused and does not spend the right one', async () => {
		expect((await rawRequest(host.port, '/?token=wrong')).status).toBe(403);
		expect((await rawRequest(host.port, linkPath())).status).toBe(303);
	});

	test('HEAD does not spend the token', async () => {
		expect((await rawRequest(host.port, linkPath(), { method: 'HEAD' })).status).toBe(403);
		expect((await rawRequest(host.port, linkPath())).status).toBe(303);
	});

	test('a new link lets another browser in; the one before it no longer does', async () => {
		const first = await enter(host.url);
		const second = host.newUrl();
		const third = host.newUrl();
		expect((await rawRequest(host.port, linkPath(second))).status).toBe(403);
		const other = await enter(third);
		expect((await rawRequest(host.port, '/', withCookie(first))).status).toBe(200);
		expect((await rawRequest(host.port, '/', withCookie(other))).status).toBe(200);
	});

	test('who is in already is sent on by an old link', async () => {
		const cookie = await enter(host.url);
		const response = await rawRequest(host.port, linkPath(), withCookie(cookie));
		expect([response.status, response.headers.location]).toEqual([303, '/']);
	});

	test('a made-up cookie is refused, also beside one of another port', async () => {
		for (const cookie of [`outcrop-${host.port}=guess`, 'outcrop-1=x', `a=b; outcrop-${host.port}=`]) {
			expect((await rawRequest(host.port, '/', withCookie(cookie))).status).toBe(403);
		}
	});
});

describe('names and methods', () => {
	test('only our own names are answered', async () => {
		const cookie = await enter(host.url);
		const ask = async (name: string) => (await rawRequest(host.port, '/', withCookie(cookie, { host: name }))).status;
		for (const name of ['127.0.0.1', 'localhost', '[::1]']) expect(await ask(`${name}:${host.port}`)).toBe(200);
		for (const name of [
			`rebound.example:${host.port}`,
			`127.0.0.1.example:${host.port}`,
			'127.0.0.1',
			'localhost:1',
			`LOCALHOST.:${host.port}`,
		]) {
			expect(await ask(name), name).toBe(421);
		}
	});

	test('a wrong name does not spend the token', async () => {
		const headers = { host: `rebound.example:${host.port}` };
		expect((await rawRequest(host.port, linkPath(), { headers })).status).toBe(421);
		expect((await rawRequest(host.port, linkPath())).status).toBe(303);
	});

	test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('%s is not answered', async (method) => {
		const cookie = await enter(host.url);
		const response = await rawRequest(host.port, '/', { method, ...withCookie(cookie) });
		expect([response.status, response.headers.allow]).toEqual([405, 'GET, HEAD']);
	});

	test('HEAD has the headers of GET and no body', async () => {
		const cookie = await enter(host.url);
		const get = await rawRequest(host.port, '/assets/index.js', withCookie(cookie));
		const head = await rawRequest(host.port, '/assets/index.js', { method: 'HEAD', ...withCookie(cookie) });
		expect([head.status, head.headers['content-length'], head.body]).toEqual([200, `${get.body.length}`, '']);
	});
});

describe('files', () => {
	test('the page carries the nonce of its own policy, a new one each time', async () => {
		const cookie = await enter(host.url);
		const nonces = await Promise.all(
			[1, 2].map(async () => {
				const { headers, body } = await rawRequest(host.port, '/', withCookie(cookie));
				const nonce = /'nonce-([^']+)'/.exec(`${headers['content-security-policy']}`)?.[1];
				expect(body).toBe(
					`<!doctype html><html><head><meta name="csp-nonce" content="${nonce}"><title>Outcrop</title></head></html>`,
				);
				return nonce;
			}),
		);
		expect(new Set(nonces).size).toBe(2);
	});

	test('the headers are exactly these, and none of CORS', async () => {
		const cookie = await enter(host.url);
		const { headers } = await rawRequest(host.port, '/assets/index.js', withCookie(cookie));
		const { date, connection, ...own } = headers;
		const policy = `${own['content-security-policy']}`.replace(/'nonce-[^']{24}'/, "'nonce-…'");
		expect({ ...own, 'content-security-policy': policy }).toEqual({
			'content-security-policy':
				"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' data: blob:; media-src blob:; " +
				"font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'no-store',
			'content-type': 'text/javascript; charset=utf-8',
			'content-length': '10',
		});
	});

	test('refusals have the policy too', async () => {
		for (const [path, method] of [
			['/', 'GET'],
			['/', 'POST'],
			['/?token=x', 'GET'],
		] as const) {
			const { headers } = await rawRequest(host.port, path, { method });
			expect(headers['content-security-policy']).toContain("default-src 'none'");
			expect(headers['x-content-type-options']).toBe('nosniff');
		}
	});

	test.each([
		'/../secret.js',
		'/..%2fsecret.js',
		'/%2e%2e/secret.js',
		'/%2e%2e%2fsecret.js',
		'/assets/../../secret.js',
		'/assets/..%5c..%5csecret.js',
		'/..\\secret.js',
		'/link.js',
		'/up/secret.js',
		'//secret.js',
		'/assets/index.js%00.js',
		'/assets/%',
		'/assets/index.js.map',
		'/assets',
		'/assets/',
		'/missing.js',
		'/C:/secret.js',
		'http://127.0.0.1/assets/index.js',
		'/rpc',
	])('%s is not there', async (path) => {
		const cookie = await enter(host.url);
		const response = await rawRequest(host.port, path, withCookie(cookie));
		expect(response.status).toBe(404);
		expect(response.body).not.toContain('secret');
	});
});

describe('the WebSocket', () => {
	const upgrade = (headers: Record<string, string>, path = '/rpc') =>
		rawRequest(host.port, path, {
			headers: {
				connection: 'Upgrade',
				upgrade: 'websocket',
				'sec-websocket-version': '13',
				'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
				...headers,
			},
		});

	test('a page of ours gets it', async () => {
		const cookie = await enter(host.url);
		expect((await upgrade({ cookie, origin: `http://127.0.0.1:${host.port}` })).status).toBe(101);
		const localhost = `localhost:${host.port}`;
		expect((await upgrade({ cookie, host: localhost, origin: `http://${localhost}` })).status).toBe(101);
	});

	test('a foreign, missing or different origin does not', async () => {
		const cookie = await enter(host.url);
		const origins = ['https://evil.example', 'null', `http://localhost:${host.port}`, `https://127.0.0.1:${host.port}`];
		for (const origin of origins) expect((await upgrade({ cookie, origin })).status, origin).toBe(403);
		expect((await upgrade({ cookie })).status).toBe(403);
	});

	test('nor does a foreign name, or who has no cookie', async () => {
		const cookie = await enter(host.url);
		const name = `rebound.example:${host.port}`;
		expect((await upgrade({ cookie, host: name, origin: `http://${name}` })).status).toBe(403);
		expect((await upgrade({ origin: `http://127.0.0.1:${host.port}` })).status).toBe(403);
	});

	test('a token does not open it, and is not spent by it', async () => {
		const origin = `http://127.0.0.1:${host.port}`;
		expect((await upgrade({ origin }, `/rpc${linkPath().slice(1)}`)).status).toBe(403);
		expect((await rawRequest(host.port, linkPath())).status).toBe(303);
	});

	test('it is at /rpc only', async () => {
		const cookie = await enter(host.url);
		expect((await upgrade({ cookie, origin: `http://127.0.0.1:${host.port}` }, '/other')).status).toBe(404);
	});

	test('a message that is too long ends that connection, not the host', async () => {
		const socket = await openSocket(host.url);
		const closed = once(socket, 'close');
		socket.send('x'.repeat(64 * 1024 * 1024 + 1));
		const [event] = await closed;
		expect(event.code).toBe(1009);
		expect((await rawRequest(host.port, linkPath(host.newUrl()))).status).toBe(303);
	});

	test('closing the host ends its connections', async () => {
		const socket = await openSocket(host.url);
		const closed = once(socket, 'close');
		await host.close();
		await closed;
		await expect(rawRequest(host.port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	});
});

test('a window that does not answer is given up; one that does is kept', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	const looking = await startWebHost({ router: createTrial().router, rendererFolder, port: 0, log });
	try {
		const cookie = await enter(looking.url);
		const answering = pageSocket(looking.url, cookie);
		const client = createORPCClient<TrialClient>(new RPCLink({ websocket: answering }));
		await client.echo({ text: 'here' });
		const { status, closed } = await deafSocket(looking.port, cookie);
		expect(status).toBe(101);

		vi.advanceTimersByTime(30_000);
		// What is sent after the answer to the first was sent after the pong: when it is answered, the pong was read.
		await client.echo({ text: 'first' });
		await client.echo({ text: 'second' });
		vi.advanceTimersByTime(30_000);
		await closed;
		expect(await client.echo({ text: 'still here' })).toEqual({ text: 'still here' });
		answering.close();
	} finally {
		vi.useRealTimers();
		await looking.close();
	}
});

/** A WebSocket whose other end never reads or answers anything. */
async function deafSocket(port: number, cookie: string): Promise<{ status: number; closed: Promise<unknown> }> {
	const sent = request({
		host: '127.0.0.1',
		port,
		path: '/rpc',
		agent: false,
		headers: {
			connection: 'Upgrade',
			upgrade: 'websocket',
			'sec-websocket-version': '13',
			'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
			cookie,
			origin: `http://127.0.0.1:${port}`,
		},
	});
	sent.end();
	const [response, socket] = await once(sent, 'upgrade');
	socket.on('error', () => {});
	socket.resume();
	return { status: response.statusCode, closed: once(socket, 'close') };
}

test('closing the host does not wait for a window that does not answer', async () => {
	const { closed } = await deafSocket(host.port, await enter(host.url));
	await host.close();
	await closed;
});

test('a port that is taken is said in a sentence', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const address = other.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	const starting = startWebHost({ router: createTrial().router, rendererFolder, port, log });
	await expect(starting).rejects.toThrow(`Port ${port} is in use. Choose another --port, or leave it out.`);
	other.close();
});

test('it listens on loopback alone', async () => {
	const other = createServer();
	// The same port on another loopback address is free, so nothing listens on all addresses.
	other.listen(host.port, '127.0.0.2');
	await once(other, process.platform === 'linux' ? 'listening' : 'error');
	other.close();
});
