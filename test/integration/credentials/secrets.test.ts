import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLineLog } from '../../../src/main/core/hosting/line-log.ts';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';
import type { Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';
import { follow, visit } from './support/sso-machine.ts';

let machine: Machine;
let data: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let fake: FakeSignIn;
let container: Awaited<ReturnType<typeof startContainer>>;
let app: TestApp;
const lines: string[] = [];
const told: unknown[] = [];

beforeEach(async () => {
	[machine, data, practice, fake] = await Promise.all([
		makeMachine(),
		temporaryFolder(),
		startPractice({ pace: 'none' }),
		startFakeSignIn({ mfaCode: 'SECRET-mfa-code' }),
	]);
	const { accessKeyId, secretAccessKey } = practice;
	const keys = { accessKeyId, secretAccessKey, sessionToken: PRACTICE_SESSION_TOKEN };
	fake.set({ keys });
	container = await startContainer(keys);
	// The SDK looks for SSO tokens in the process's own home folder.
	vi.stubEnv('HOME', machine.homeFolder);
	const process_ = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: PRACTICE_SESSION_TOKEN };
	await machine.write('given', JSON.stringify({ Version: 1, ...process_ }));
	// What a program complains with may be anything, its keys and the proxy's password among it.
	const complaint = { SecretAccessKey: 'SECRET-complaint', SessionToken: 'SECRET-complaint-s' };
	await machine.write('complaint', `by http://me:SECRET-proxy-password@127.0.0.1:1 ${JSON.stringify(complaint)}`);
	await machine.config(`[profile mfa]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = base
mfa_serial = arn:aws:iam::111122223333:mfa/alice
[profile base]
aws_access_key_id = AKIABASE000000000001
aws_secret_access_key = SECRET-of-base
[profile web]
role_arn = arn:aws:iam::111122223333:role/pod
web_identity_token_file = ${await machine.write('web-token', 'SECRET-web-token')}
[profile process]
credential_process = cat "${machine.homeFolder}/given"
[profile bad-process]
credential_process = sh -c "cat '${machine.homeFolder}/complaint' >&2; exit 1" SECRET-argument
[profile sso]
sso_session = secrets
sso_account_id = 111122223333
sso_role_name = reader
[sso-session secrets]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-central-1
`);
	lines.length = 0;
	told.length = 0;
	app = await openTestApp(data.path, practice, {
		homeFolder: machine.homeFolder,
		environment: {
			...fake.environment,
			AWS_REGION: 'us-east-1',
			AWS_ENDPOINT_URL_BEDROCK_RUNTIME: practice.endpoint,
			AWS_BEARER_TOKEN_BEDROCK: practice.apiKey,
			AWS_ACCESS_KEY_ID: accessKeyId,
			AWS_SECRET_ACCESS_KEY: secretAccessKey,
			AWS_SESSION_TOKEN: PRACTICE_SESSION_TOKEN,
			AWS_WEB_IDENTITY_TOKEN_FILE: join(machine.homeFolder, 'web-token'),
			AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/pod',
			AWS_CONTAINER_CREDENTIALS_FULL_URI: container.url,
			AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: await machine.write('pod-token', 'SECRET-pod-token'),
			// Nobody listens there: nothing leaves this machine.
			HTTPS_PROXY: 'http://me:SECRET-proxy-password@127.0.0.1:1',
		},
		log: createLineLog((text) => lines.push(text), { now: () => 0 }),
	});
});
afterEach(async () => {
	await app.close();
	await Promise.all([practice.close(), fake.close(), container.close(), machine.remove()]);
	await data[Symbol.asyncDispose]();
});

async function startContainer(keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string }) {
	const tokens: (string | undefined)[] = [];
	const server = createServer(({ headers }, response) => {
		tokens.push(headers.authorization);
		const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token } = keys;
		response.end(JSON.stringify({ AccessKeyId, SecretAccessKey, Token, Expiration: '2999-01-01T00:00:00Z' }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/creds`,
		tokens,
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** One turn over a connection, with everything that a window is told of it. */
async function turn(connection: string, settings: Partial<RequestSettings> = {}) {
	const { client } = app;
	const { id } = await client.conversations.create({ settings: { connection, maxTokens: 20, ...settings } });
	const started = await client.turns.start({ conversationId: id, text: `By way of ${connection}` });
	const watch = await watchTurn(app, started.id);
	const ended = (await watch.until('ended')).turn;
	const { turns } = await client.conversations.get({ id });
	told.push(watch.seen, ended, turns);
	for (const { exchanges } of turns) {
		for (const { id: exchangeId } of exchanges) told.push(await client.exchanges.get({ exchangeId }));
	}
	told.push(await client.connections.whoAmI({ connection, region: null }));
	return ended;
}

/** Gives the code as soon as it is asked for. */
async function giveCodes(signal: AbortSignal) {
	for await (const event of await app.client.app.events(undefined, { signal })) {
		told.push(event);
		if (event.type !== 'questions') continue;
		const questions = await app.client.questions.list();
		told.push(questions);
		for (const { id } of questions) await app.client.questions.answer({ id, answer: 'SECRET-mfa-code' });
	}
}

test('no secret of any way in is told to a window, logged or kept', async () => {
	const { client } = app;
	const end = new AbortController();
	const codes = giveCodes(end.signal).catch(() => {});
	await client.apiKey.set({ key: practice.apiKey });
	const signedIn = await follow(await client.connections.signIn({ connection: 'profile:sso' }), (event) => {
		if (event.type === 'browser') void visit(event.url);
	});
	expect(signedIn.at(-1)?.type).toBe('done');
	told.push(signedIn);

	const good = ['profile:mfa', 'profile:web', 'profile:process', 'profile:sso', 'web-identity', 'container'];
	for (const connection of [...good, 'environment', 'environment-api-key', 'api-key']) {
		expect(await turn(connection), connection).toMatchObject({ state: 'complete', failure: null });
	}
	const byProxy = await turn('environment', { endpointUrl: 'https://bedrock.test' });
	expect(byProxy.failure?.message).toMatch(/^The proxy http:\/\/127\.0\.0\.1:1\/? can't be reached/);
	expect((await turn('profile:bad-process')).failure?.message).toBe(
		'Command failed: …\nby http://…127.0.0.1:1 {"SecretAccessKey":"…","SessionToken":"…"}',
	);
	fake.failNext(
		'AssumeRoleWithWebIdentity',
		'ValidationError',
		"Value '{WebIdentityToken}' at 'webIdentityToken' failed",
	);
	await machine.config(
		`[profile web]\nrole_arn = arn:aws:iam::111122223333:role/new\nweb_identity_token_file = ${machine.homeFolder}/web-token\n`,
	);
	expect((await turn('profile:web')).failure?.message).toBe("Value '…' at 'webIdentityToken' failed");
	told.push(await client.connections.list(), await client.apiKey.get(), await client.setup.look());
	end.abort();
	await codes;
	await app.close();

	const files = await readdir(data.path, { recursive: true, withFileTypes: true });
	const kept = await Promise.all(
		files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
	);
	const places = { window: JSON.stringify(told), log: lines.join('\n'), files: kept.join('') };
	// They do hold what is no secret, and every secret was on its way: otherwise nothing was looked at.
	expect(places.window).toContain('SignedHeaders=');
	expect(places.files).toContain('By way of container');
	expect(container.tokens).toContain('SECRET-pod-token');
	const fields = fake.requests.map((request) => request.fields);
	const verifier = String(fields.find((one) => 'codeVerifier' in one)?.['codeVerifier']);
	expect(verifier.length).toBeGreaterThan(42);
	expect(fields.map((one) => one['TokenCode'])).toContain('SECRET-mfa-code');
	const secrets = [practice.apiKey, practice.secretAccessKey, PRACTICE_SESSION_TOKEN, verifier, 'SECRET-'];
	for (const secret of secrets) {
		for (const [place, text] of Object.entries(places)) {
			expect(text.includes(secret), `${secret} in ${place}`).toBe(false);
		}
	}
});
