import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createApp } from '../../src/main/core/app.ts';
import { memorySecrets } from '../../src/main/core/hosting/memory-secrets.ts';
import type { Ports } from '../../src/main/core/ports.ts';
import type { PracticeServer } from '../../src/main/practice/practice-server.ts';
import type { TurnEvent } from '../../src/shared/model/turn-event.ts';

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
	const path = await mkdtemp(join(tmpdir(), 'outcrop-'));
	return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The whole core over a real database and the practice endpoint, called without a transport. */
export async function openTestApp(dataFolder: string, practice: PracticeServer, ports: Partial<Ports> = {}) {
	let saved: unknown = null;
	const app = await createApp({
		host: 'node',
		version: '0.0.0',
		platform: process.platform,
		locale: 'en',
		dataFolder,
		homeFolder: dataFolder,
		environment: {},
		clock: { now: () => Date.now(), monotonic: () => performance.now() },
		log: { info() {}, warn() {}, error() {} },
		settingsFile: {
			path: 'settings.json',
			setAside: null,
			read: () => saved,
			write: (settings) => {
				saved = settings;
			},
		},
		secrets: memorySecrets(),
		systemProxy: async () => null,
		openExternal: async () => {},
		practice,
		...ports,
	});
	return { ...app, client: createRouterClient(app.router) };
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** A window's view of one turn: reads events on demand and keeps the text. */
export async function watchTurn({ client }: TestApp, turnId: string, after = 0) {
	const controller = new AbortController();
	const events = (await client.turns.watch({ turnId, after }, { signal: controller.signal }))[Symbol.asyncIterator]();
	const seen: TurnEvent[] = [];
	return {
		seen,
		/** Reads on until an event fits. */
		async until<T extends TurnEvent['type']>(
			type: T,
			fits: (event: Extract<TurnEvent, { type: T }>) => boolean = () => true,
		) {
			for (;;) {
				const { done, value } = await events.next();
				if (done) throw new Error(`The turn ended without "${type}"`);
				seen.push(value);
				if (value.type === type && fits(value as Extract<TurnEvent, { type: T }>)) {
					return value as Extract<TurnEvent, { type: T }>;
				}
			}
		},
		leave: () => controller.abort(),
	};
}

/** Asks and waits for the end. */
export async function ask(app: TestApp, conversationId: string, text: string) {
	const turn = await app.client.turns.start({ conversationId, text });
	return (await (await watchTurn(app, turn.id)).until('ended')).turn;
}
