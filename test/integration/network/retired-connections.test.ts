import type { Agent, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AgentPool } from '../../../src/main/core/network/agent-pool.ts';
import { createAgentPool } from '../../../src/main/core/network/agent-pool.ts';
import { readProxy } from '../../../src/main/core/network/http-proxy.ts';
import { createReadTrust } from '../../../src/main/core/network/trust.ts';
import { defaultAppSettings } from '../../../src/shared/model/app-settings.ts';

const trust = await createReadTrust('/nonexistent', { error() {} })(null);
const settings = defaultAppSettings.network;

/** A proxy that answers when the test does. */
let server: ReturnType<typeof createServer>;
let waiting: PromiseWithResolvers<ServerResponse>;
/** Resolves when the connection to the proxy is over. */
let left: PromiseWithResolvers<void>;
let pool: AgentPool;
let agent: Agent;
beforeEach(async () => {
	[waiting, left] = [Promise.withResolvers(), Promise.withResolvers()];
	server = createServer((_request, response) => waiting.resolve(response));
	server.on('connection', (socket) => socket.on('close', () => left.resolve()));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	pool = createAgentPool(() => 10_000);
	pool.retireOthers(settings, trust);
	const proxy = readProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'the test');
	agent = pool.agent('http:', proxy, trust);
});
afterEach(async () => {
	pool.close();
	await new Promise((resolve) => server.close(resolve));
});

const ask = () =>
	new Promise<string>((resolve, reject) => {
		const asked = request('http://bedrock.test/', { agent }, (response: IncomingMessage) => {
			response.setEncoding('utf8').on('data', resolve);
		});
		asked.on('error', reject).end();
	});
const change = () => pool.retireOthers({ ...settings, proxy: 'none' }, trust);

test('an idle connection ends when the settings change', async () => {
	const answer = ask();
	(await waiting.promise).end('fine');
	expect(await answer).toBe('fine');
	await new Promise((resolve) => setImmediate(resolve));
	expect(Object.keys(agent.freeSockets)).toHaveLength(1);
	change();
	await left.promise;
});

test('a request goes on to its end when the settings change, and its connection is not kept', async () => {
	const answer = ask();
	const response = await waiting.promise;
	change();
	response.end('fine');
	expect(await answer).toBe('fine');
	await left.promise;
});

test('a request of before the change ends with the app', async () => {
	const answer = ask();
	await waiting.promise;
	change();
	pool.close();
	await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' });
	await left.promise;
});

test('the same settings change nothing', async () => {
	pool.retireOthers({ ...settings }, trust);
	expect(pool.agent('http:', readProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, ''), trust)).toBe(
		agent,
	);
});
