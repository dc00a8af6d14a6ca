import { hasSubscribers } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchSending } from '../../../../src/main/core/bedrock/watch-sending.ts';

let server: Server;
let agent: Agent;
beforeEach(async () => {
	server = createServer((asked, answer) => {
		asked.resume().on('end', () => answer.end('OK'));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	agent = new Agent({ keepAlive: true });
});
afterEach(() => {
	agent.destroy();
	server.close();
});

async function post(): Promise<void> {
	const { port } = server.address() as AddressInfo;
	const sent = request({ host: '127.0.0.1', port, method: 'POST', agent }).end('?');
	const [answer] = await once(sent, 'response');
	answer.resume();
	await once(sent, 'close');
}

/** Watches a call, and gives a weak hand on what its listener holds. */
async function watched(steps: string[]): Promise<WeakRef<object>> {
	const held = { steps };
	await watchSending((step) => held.steps.push(step), post);
	return new WeakRef(held);
}

test('a connection that stays open keeps nothing of the calls that it was used for', async () => {
	setFlagsFromString('--expose-gc');
	const collect: () => void = runInNewContext('gc');
	const [first, second]: [string[], string[]] = [[], []];
	const refs = [await watched(first), await watched(second)];
	expect([first, second]).toEqual([
		['connected', 'sent'],
		['reused', 'sent'],
	]);
	for (let tries = 0; tries < 50 && refs.some((ref) => ref.deref() !== undefined); tries++) {
		await new Promise(setImmediate);
		collect();
	}
	expect(refs.map((ref) => ref.deref())).toEqual([undefined, undefined]);
	expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
});

test('of a request outside of the work nothing is told, nor after it', async () => {
	const steps: string[] = [];
	await Promise.all([
		watchSending(
			(step) => steps.push(step),
			async () => {},
		),
		post(),
	]);
	await post();
	expect(steps).toEqual([]);
	expect(hasSubscribers('http.client.request.created')).toBe(false);
});

test('also work that fails is watched no longer', async () => {
	const failing = watchSending(
		() => {},
		() => Promise.reject(new Error('No.')),
	);
	await expect(failing).rejects.toThrow('No.');
	expect(hasSubscribers('http.client.request.created')).toBe(false);
});
