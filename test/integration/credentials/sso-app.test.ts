import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { startWebHost } from '../../../src/main/web/host.ts';
import { socketConnection } from '../../../src/renderer/transport.ts';
import type { SignInEvent } from '../../../src/shared/model/sign-in.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';
import { enter, pageSocket } from '../../helpers/web-client.ts';
import { follow, nextEvent, visit } from './support/sso-machine.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let fake: FakeSignIn;
let app: TestApp;
const log: string[] = [];

beforeEach(async () => {
	[folder, practice, fake] = await Promise.all([temporaryFolder(), startPractice(), startFakeSignIn()]);
	const { accessKeyId, secretAccessKey } = practice;
	fake.set({ keys: { accessKeyId, secretAccessKey, sessionToken: PRACTICE_SESSION_TOKEN } });
	const config = `[profile work]
region = eu-west-1
endpoint_url = ${practice.endpoint}
sso_session = app
sso_account_id = 111122223333
sso_role_name = reader
[sso-session app]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-central-1
`;
	const cache = join(folder.path, '.aws', 'sso', 'cache');
	await mkdir(cache, { recursive: true });
	await writeFile(join(folder.path, '.aws', 'config'), config);
	const name = createHash('sha1').update('app').digest('hex');
	const expired = { accessToken: 'SECRET-old', expiresAt: '2026-01-01T00:00:00Z' };
	await writeFile(join(cache, `${name}.json`), JSON.stringify(expired));
	// The SDK looks for SSO tokens in the process's own home folder.
	vi.stubEnv('HOME', folder.path);
	log.length = 0;
	const keep = (message: string, error?: unknown) => log.push(`${message} ${String(error)}`);
	app = await openTestApp(folder.path, practice, {
		environment: fake.environment,
		log: { info: keep, warn: keep, error: keep },
	});
});
afterEach(async () => {
	await app.close();
	await Promise.all([practice.close(), fake.close()]);
	await folder[Symbol.asyncDispose]();
});

const silent = { info() {}, warn() {}, error() {} };
/** A window that does not come back. */
const forever = () => new Promise<void>(() => {});

/** Where the browser is to come back to. */
async function redirectOf(events: AsyncIterator<SignInEvent>): Promise<string> {
	const { url } = await nextEvent(events, 'browser');
	return new URL(url).searchParams.get('redirect_uri') ?? '';
}

/** Nothing listens there. */
async function refused(address: string): Promise<void> {
	await expect(fetch(address)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
}

async function signInState() {
	const { connections } = await app.client.connections.list();
	return connections.find(({ id }) => id === 'profile:work')?.signIn;
}

test('an expired session is signed in to, and the call that failed goes on', async () => {
	expect(await signInState()).toEqual({
		profile: 'work',
		type: 'sso',
		state: 'expired',
		expiresAt: Date.parse('2026-01-01T00:00:00Z'),
		renewable: false,
	});
	const { id } = await app.client.conversations.create({ settings: { connection: 'profile:work' } });
	const refused = await ask(app, id, 'Hello');
	expect(refused.failure?.message).toContain('To refresh this SSO session run');
	expect(practice.endpoint).not.toBe(fake.endpoint);

	const stop = new AbortController();
	const told = await app.client.app.events(undefined, { signal: stop.signal });
	const events = await follow(await app.client.connections.signIn({ connection: 'profile:work' }), (event) => {
		if (event.type === 'browser') void visit(event.url);
	});
	expect(events.map(({ type }) => type)).toEqual(['browser', 'done']);
	for await (const event of told) if (event.type === 'connections') break;
	stop.abort();
	const last = events.at(-1);
	if (last?.type !== 'done') throw new Error('It did not end well.');
	expect(await signInState()).toMatchObject({ state: 'signed-in', expiresAt: last.expiresAt, renewable: true });

	const again = await app.client.turns.retry({ turnId: refused.id });
	const watch = await watchTurn(app, again.id);
	expect((await watch.until('ended')).turn.state).toBe('complete');
	expect(JSON.stringify([events, watch.seen, log])).not.toContain('SECRET');
});

test('with a code, for a browser on another computer', async () => {
	const asked = { connection: 'profile:work', flow: 'device' } as const;
	const signIn = (await app.client.connections.signIn(asked))[Symbol.asyncIterator]();
	expect((await nextEvent(signIn, 'device')).userCode).toBe('WXYZ-4321');
	await signIn.return?.();
	expect(fake.operations()).toEqual(['RegisterClient', 'StartDeviceAuthorization']);
});

test('a window that goes away gives up its sign-in', async () => {
	const host = await startWebHost({ router: app.router, rendererFolder: folder.path, port: 0, log: silent });
	try {
		const cookie = await enter(host.url);
		const sockets: WebSocket[] = [];
		const { client } = await socketConnection(() => {
			const socket = pageSocket(host.url, cookie);
			sockets.push(socket);
			return socket;
		}, forever);
		const given = new AbortController();
		const asked = { connection: 'profile:work' };
		const first = await client.connections.signIn(asked, { signal: given.signal });
		const abandoned = await redirectOf(first[Symbol.asyncIterator]());
		given.abort();
		await vi.waitFor(() => refused(abandoned));

		const second = await client.connections.signIn(asked);
		const lost = await redirectOf(second[Symbol.asyncIterator]());
		sockets.at(-1)?.close();
		await vi.waitFor(() => refused(lost));
	} finally {
		await host.close();
	}
});

test('the app that ends gives up a sign-in', async () => {
	const signIn = (await app.client.connections.signIn({ connection: 'profile:work' }))[Symbol.asyncIterator]();
	const redirectUri = await redirectOf(signIn);
	await app.close();
	expect((await signIn.next()).done).toBe(true);
	await vi.waitFor(() => refused(redirectUri));
});
