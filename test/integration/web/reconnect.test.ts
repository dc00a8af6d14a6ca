import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { implement } from '@orpc/server';
import { afterEach, expect, test } from 'vitest';
import type { WebHost } from '../../../src/main/web/host.ts';
import { startWebHost } from '../../../src/main/web/host.ts';
import { ConnectionLost, socketConnection } from '../../../src/renderer/transport.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import { enter, pageSocket } from '../../helpers/web-client.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const hosts: WebHost[] = [];
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.close())));

/** The part of the app's contract that a connection is tried with. */
const os = implement(contract);
const router = {
	app: {
		notices: os.app.notices.handler(() => []),
		events: os.app.events.handler(async function* ({ signal }) {
			yield { type: 'settings' } as const;
			if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
		}),
	},
};

async function start(port = 0): Promise<{ host: WebHost; cookie: string }> {
	const host = await startWebHost({ router, rendererFolder: tmpdir(), port, log });
	hosts.push(host);
	return { host, cookie: await enter(host.url) };
}

/** Resolves with what was told next. */
function next(subscribe: (listener: () => void) => () => void): Promise<void> {
	return new Promise((resolve) => {
		const unsubscribe = subscribe(() => {
			unsubscribe();
			resolve();
		});
	});
}

test('a lost connection is told, refuses calls at once, and comes back with the host', async () => {
	const first = await start();
	let current = first;
	const failures: number[] = [];
	let goOn = Promise.withResolvers<void>();
	const connection = await socketConnection(
		() => pageSocket(current.host.url, current.cookie),
		(count) => {
			failures.push(count);
			return goOn.promise;
		},
	);
	expect(await connection.client.app.notices()).toEqual([]);

	const lost = next(connection.onDisconnect);
	await first.host.close();
	await lost;
	await expect(connection.client.app.notices()).rejects.toBeInstanceOf(ConnectionLost);
	expect(failures).toEqual([1]);

	const retry = goOn;
	goOn = Promise.withResolvers();
	retry.resolve();
	await expect.poll(() => failures).toEqual([1, 2]);

	current = await start(first.host.port);
	const back = next(connection.onReconnect);
	goOn.resolve();
	await back;
	expect(await connection.client.app.notices()).toEqual([]);
	expect(failures).toEqual([1, 2]);
});

test('what runs when the connection is lost ends with an error', async () => {
	const { host, cookie } = await start();
	const connection = await socketConnection(
		() => pageSocket(host.url, cookie),
		() => new Promise(() => {}),
	);
	const events = await connection.client.app.events();
	expect(await events.next()).toEqual({ done: false, value: { type: 'settings' } });
	const rest = events.next();
	await Promise.all([expect(rest).rejects.toThrow(), host.close()]);
});
