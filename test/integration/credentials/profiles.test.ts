import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { Machine, ResolverOptions } from './support/machine.ts';
import { keysFrom, makeMachine, makeResolver } from './support/machine.ts';

let machine: Machine;
let fake: FakeSignIn;
let other: FakeSignIn;
beforeAll(async () => {
	other = await startFakeSignIn();
});
afterAll(() => other.close());
beforeEach(async () => {
	[machine, fake] = await Promise.all([makeMachine(), startFakeSignIn({ keys: KEYS })]);
	// The SDK looks for SSO tokens, and for the files of an SSO profile, in the process's own home folder.
	vi.stubEnv('HOME', machine.homeFolder);
});
afterEach(async () => {
	await Promise.all([fake.close(), machine.remove()]);
	// What the process's environment says is another's: nothing may go there.
	expect(other.requests).toEqual([]);
});

const KEYS = { accessKeyId: 'ASIAROLE000000000001', secretAccessKey: 'SECRET-of-role', sessionToken: 'SECRET-session' };
const BASE = '[base]\naws_access_key_id = AKIABASE000000000001\naws_secret_access_key = SECRET-of-base\n';

/** Resolves a profile once, with the fake as AWS. */
async function resolve(profile: string, options: ResolverOptions = {}) {
	const resolver = makeResolver(machine, { environment: fake.environment, ...options });
	return keysFrom(resolver, `profile:${profile}`);
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a role', () => {
	test('is assumed with the source profile’s keys, as the profile says', async () => {
		await machine.credentials(BASE);
		await machine.config(`[profile role]
role_arn = arn:aws:iam::111122223333:role/reader
source_profile = base
external_id = our-contract
role_session_name = my-session
duration_seconds = 900
region = eu-west-1
`);
		expect(await resolve('role')).toMatchObject({ ...KEYS, expiration: expect.any(Date) });
		const [request] = await fake.received('AssumeRole');
		expect(request?.fields).toEqual({
			Action: 'AssumeRole',
			Version: '2011-06-15',
			RoleArn: 'arn:aws:iam::111122223333:role/reader',
			RoleSessionName: 'my-session',
			ExternalId: 'our-contract',
			DurationSeconds: '900',
		});
		expect(request?.headers.authorization).toMatch(/Credential=AKIABASE000000000001\/\d{8}\/eu-west-1\/sts\//);
	});

	test('of a role, each with the keys of the one before', async () => {
		fake.set({ keys: null });
		await machine.credentials(BASE);
		await machine.config(`[profile first]
role_arn = arn:aws:iam::111122223333:role/first
source_profile = base
[profile second]
role_arn = arn:aws:iam::444455556666:role/second
source_profile = first
`);
		const { accessKeyId } = await resolve('second');
		const [first, second] = await fake.received('AssumeRole', 2);
		expect([first?.fields['RoleArn'], second?.fields['RoleArn']]).toEqual([
			'arn:aws:iam::111122223333:role/first',
			'arn:aws:iam::444455556666:role/second',
		]);
		expect(first?.headers.authorization).toContain('Credential=AKIABASE000000000001/');
		expect(second?.headers.authorization).toMatch(/Credential=ASIA\w{16}\/\d{8}\/us-east-1\/sts\//);
		expect(second?.headers.authorization).not.toContain(accessKeyId);
	});

	test('with the environment as its source', async () => {
		vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENVIRONMENT00001');
		vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'SECRET-of-environment');
		await machine.config(
			'[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Environment\n',
		);
		expect((await resolve('role')).accessKeyId).toBe(KEYS.accessKeyId);
		const [request] = await fake.received('AssumeRole');
		expect(request?.headers.authorization).toContain('Credential=AKIAENVIRONMENT00001/');
	});

	test('whose source is a container that refuses does not ask again and again', async () => {
		const { createServer } = await import('node:http');
		let requests = 0;
		const container = createServer((_, response) => {
			requests += 1;
			response.writeHead(500).end();
		});
		await new Promise<void>((resolve) => container.listen(0, '127.0.0.1', resolve));
		const address = container.address();
		vi.stubEnv(
			'AWS_CONTAINER_CREDENTIALS_FULL_URI',
			`http://127.0.0.1:${typeof address === 'object' && address?.port}/`,
		);
		await machine.config(
			'[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\ncredential_source = EcsContainer\n',
		);
		await expect(resolve('role')).rejects.toMatchObject({ name: /ProviderError$/ });
		// The SDK has two providers for it.
		expect(requests).toBe(2);
		container.closeAllConnections();
		await new Promise((resolve) => container.close(resolve));
	});

	test('that is denied fails in STS’s words after one request', async () => {
		await machine.credentials(BASE);
		await machine.config('[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\n');
		const words =
			'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/r';
		fake.failNext('AssumeRole', 'AccessDenied', words, 403);
		await expect(resolve('role')).rejects.toMatchObject({ name: 'AccessDenied', message: words });
		expect(fake.operations()).toEqual(['AssumeRole']);
	});

	test('is not asked for again behind a person’s back when STS fails', async () => {
		await machine.credentials(BASE);
		await machine.config('[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\n');
		fake.failNext('AssumeRole', 'ServiceUnavailable', 'Try later.', 503);
		await expect(resolve('role')).rejects.toMatchObject({ name: 'ServiceUnavailable' });
		expect(fake.operations()).toEqual(['AssumeRole']);
	});

	test('that goes in a circle says so', async () => {
		await machine.config(`[profile a]
role_arn = arn:aws:iam::111122223333:role/a
source_profile = b
[profile b]
role_arn = arn:aws:iam::111122223333:role/b
source_profile = a
`);
		await expect(resolve('a')).rejects.toThrow(/^Detected a cycle attempting to resolve credentials for profile a\./);
	});

	test('whose STS never answers gives up', async () => {
		const silent = await startSilence();
		await machine.credentials(BASE);
		await machine.config('[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\n');
		const environment = { AWS_ENDPOINT_URL_STS: silent.endpoint };
		await expect(resolve('role', { environment, connectTimeout: 40 })).rejects.toMatchObject({ name: 'TimeoutError' });
		await silent.close();
	});
});

describe('web identity', () => {
	test('gives the token of the file, unsigned', async () => {
		const file = await machine.write('token', 'SECRET-web-token');
		await machine.config(`[profile web]
role_arn = arn:aws:iam::111122223333:role/pod
web_identity_token_file = ${file}
role_session_name = pod-1
`);
		expect((await resolve('web')).accessKeyId).toBe(KEYS.accessKeyId);
		const [request] = await fake.received('AssumeRoleWithWebIdentity');
		expect(request?.fields).toMatchObject({
			RoleArn: 'arn:aws:iam::111122223333:role/pod',
			RoleSessionName: 'pod-1',
			WebIdentityToken: 'SECRET-web-token',
		});
		expect(request?.headers.authorization).toBeUndefined();
	});
});

describe('a process', () => {
	/** A real program: a script of Node, run as the profile says. */
	const program = (body: string) => machine.write('give-keys.mjs', body);

	test('is run, and its keys hold until they end', async () => {
		const asked = `${machine.homeFolder}/asked`;
		const end = Date.now() + 3_600_000;
		const script = await program(`import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(asked)}, process.argv[2] + '\\n');
console.log(JSON.stringify({ Version: 1, AccessKeyId: 'ASIAPROCESS000000001', SecretAccessKey: 'SECRET-p',
	SessionToken: 'SECRET-t', Expiration: ${JSON.stringify(new Date(end).toISOString())} }));
`);
		await machine.config(`[profile made]\ncredential_process = "${process.execPath}" "${script}" for-bedrock\n`);
		let now = Date.now();
		const resolver = makeResolver(machine, { now: () => now });
		const expected = {
			accessKeyId: 'ASIAPROCESS000000001',
			secretAccessKey: 'SECRET-p',
			sessionToken: 'SECRET-t',
			expiration: new Date(end),
		};
		expect(await keysFrom(resolver, 'profile:made')).toMatchObject(expected);
		now = end - 5 * 60_000 - 1;
		expect(await keysFrom(resolver, 'profile:made')).toMatchObject(expected);
		expect(await readFile(asked, 'utf8')).toBe('for-bedrock\n');
		now = end - 5 * 60_000;
		await keysFrom(resolver, 'profile:made');
		expect(await readFile(asked, 'utf8')).toBe('for-bedrock\nfor-bedrock\n');
	});

	test('is run once for all who wait, and one who leaves takes nothing from the others', async () => {
		const asked = `${machine.homeFolder}/asked`;
		const go = `${machine.homeFolder}/go`;
		const script = await program(`import { appendFileSync, existsSync, watch } from 'node:fs';
const answer = () => {
	console.log(JSON.stringify({ Version: 1, AccessKeyId: 'AKIAPROCESS000000001', SecretAccessKey: 'SECRET-p' }));
	process.exit();
};
watch(${JSON.stringify(machine.homeFolder)}, () => existsSync(${JSON.stringify(go)}) && answer());
appendFileSync(${JSON.stringify(asked)}, 'asked\\n');
if (existsSync(${JSON.stringify(go)})) answer();
`);
		await machine.config(`[profile made]\ncredential_process = "${process.execPath}" "${script}"\n`);
		const resolver = makeResolver(machine);
		const leaving = new AbortController();
		const first = keysFrom(resolver, 'profile:made', leaving.signal);
		const second = keysFrom(resolver, 'profile:made');
		leaving.abort(new Error('left'));
		await expect(first).rejects.toThrow('left');
		await machine.write('go', '');
		expect((await second).accessKeyId).toBe('AKIAPROCESS000000001');
		expect(await readFile(asked, 'utf8')).toBe('asked\n');
	});

	test.each([
		['console.log("SECRET-nonsense")', /^Profile made credential_process returned invalid JSON\.$/],
		['console.log(\'{"Version":2}\')', /^Profile made credential_process did not return Version 1\.$/],
		['console.error("no vault"); process.exit(3)', /^Command failed: .*give-keys\.mjs"\nno vault\n$/s],
		[
			'console.log(JSON.stringify({ Version: 1, AccessKeyId: "A", SecretAccessKey: "B", Expiration: "2020-01-01T00:00:00Z" }))',
			/^Profile made credential_process returned expired credentials\.$/,
		],
	])('that says %s fails', async (body, words) => {
		const script = await program(body);
		await machine.config(`[profile made]\ncredential_process = "${process.execPath}" "${script}"\n`);
		await expect(resolve('made')).rejects.toMatchObject({
			name: 'CredentialsProviderError',
			message: expect.stringMatching(words),
		});
	});
});

describe('SSO', () => {
	const SESSION = `[profile sso]
sso_session = work
sso_account_id = 111122223333
sso_role_name = reader
[sso-session work]
sso_region = eu-central-1
sso_start_url = https://example.awsapps.com/start
`;

	test('takes the session’s token to the portal', async () => {
		await machine.config(SESSION);
		const { accessToken } = fake.issue();
		await machine.ssoToken('work', { accessToken, expiresAt: inAnHour() });
		expect((await resolve('sso')).accessKeyId).toBe(KEYS.accessKeyId);
		const [request] = await fake.received('GetRoleCredentials');
		expect(request?.fields).toEqual({ account_id: '111122223333', role_name: 'reader' });
		expect(request?.headers['x-amz-sso_bearer_token']).toBe(accessToken);
	});

	test('renews a token that has run out, for the AWS CLI too', async () => {
		await machine.config(SESSION);
		const { accessToken: _, ...registered } = fake.issue();
		const file = await machine.ssoToken('work', {
			...registered,
			accessToken: 'SECRET-old',
			expiresAt: '2020-01-01T00:00:00Z',
			region: 'eu-central-1',
			startUrl: 'https://example.awsapps.com/start',
		});
		expect((await resolve('sso')).accessKeyId).toBe(KEYS.accessKeyId);
		expect(fake.operations()).toEqual(['CreateToken', 'GetRoleCredentials']);
		const kept = JSON.parse(await readFile(file, 'utf8'));
		expect(fake.requests[1]?.headers['x-amz-sso_bearer_token']).toBe(kept.accessToken);
		expect(kept).toMatchObject({ region: 'eu-central-1', startUrl: 'https://example.awsapps.com/start' });
	});

	test('of the old kind finds its token by the start URL, and is a role’s source', async () => {
		fake.set({ keys: null });
		await machine.config(`[profile legacy]
sso_start_url = https://legacy.awsapps.com/start
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = reader
[profile role]
role_arn = arn:aws:iam::444455556666:role/r
source_profile = legacy
`);
		const { accessToken } = fake.issue();
		await machine.ssoToken('https://legacy.awsapps.com/start', { accessToken, expiresAt: inAnHour() });
		await resolve('role');
		expect(fake.operations()).toEqual(['GetRoleCredentials', 'AssumeRole']);
	});

	test('of the old kind gives other keys after another sign-in', async () => {
		fake.set({ keys: null });
		const url = 'https://again.awsapps.com/start';
		await machine.config(
			`[profile legacy]\nsso_start_url = ${url}\nsso_region = us-east-1\nsso_account_id = 1\nsso_role_name = reader\n`,
		);
		const resolver = makeResolver(machine, { environment: fake.environment });
		const keys: string[] = [];
		for (const _ of [1, 2]) {
			await machine.ssoToken(url, { accessToken: fake.issue().accessToken, expiresAt: inAnHour() });
			keys.push((await keysFrom(resolver, 'profile:legacy')).accessKeyId);
		}
		expect(new Set(keys).size).toBe(2);
	});

	test('works after a sign-in without a restart, and another sign-in gives other keys', async () => {
		fake.set({ keys: null });
		await machine.config(SESSION);
		const resolver = makeResolver(machine, { environment: fake.environment });
		await expect(keysFrom(resolver, 'profile:sso')).rejects.toThrow(
			/^The SSO session token associated with profile=sso/,
		);
		await machine.ssoToken('work', { accessToken: fake.issue().accessToken, expiresAt: inAnHour() });
		const first = await keysFrom(resolver, 'profile:sso');
		expect(await keysFrom(resolver, 'profile:sso')).toEqual(first);
		await machine.ssoToken('work', { accessToken: fake.issue().accessToken, expiresAt: inAnHour() });
		expect((await keysFrom(resolver, 'profile:sso')).accessKeyId).not.toBe(first.accessKeyId);
		expect(fake.operations()).toEqual(['GetRoleCredentials', 'GetRoleCredentials']);
	});

	test('goes to its own profile’s endpoint, whatever the process’s profile has', async () => {
		await machine.config(
			`[default]\nendpoint_url = ${other.endpoint}\n${SESSION.replace('sso_session = work', 'sso_session = work\nservices = own')}
[services own]
sso =
  endpoint_url = ${fake.endpoint}/
`,
		);
		await machine.ssoToken('work', { accessToken: fake.issue().accessToken, expiresAt: inAnHour() });
		expect((await resolve('sso', { environment: {} })).accessKeyId).toBe(KEYS.accessKeyId);
		expect(fake.requests[0]?.headers.host).toBe(new URL(fake.endpoint).host);
	});

	test('that the portal refuses says why, after one request', async () => {
		await machine.config(SESSION);
		await machine.ssoToken('work', { accessToken: fake.issue().accessToken, expiresAt: inAnHour() });
		fake.failNext('GetRoleCredentials', 'ForbiddenException', 'No access', 403);
		await expect(resolve('sso')).rejects.toMatchObject({ name: 'ForbiddenException', message: 'No access' });
		expect(fake.operations()).toEqual(['GetRoleCredentials']);
	});

	test('is not asked for again behind a person’s back when the portal fails', async () => {
		await machine.config(SESSION);
		await machine.ssoToken('work', { accessToken: fake.issue().accessToken, expiresAt: inAnHour() });
		fake.failNext('GetRoleCredentials', 'ServiceUnavailable', 'Try later.', 503);
		await expect(resolve('sso')).rejects.toThrow('Try later.');
		expect(fake.operations()).toEqual(['GetRoleCredentials']);
	});

	test('whose renewal fails is not renewed again behind a person’s back', async () => {
		await machine.config(SESSION.replaceAll('work', 'failing'));
		const token = fake.issue();
		await machine.ssoToken('failing', { ...token, accessToken: 'SECRET-old', expiresAt: '2020-01-01T00:00:00Z' });
		fake.failNext('CreateToken', 'InternalServerException', 'Not now.', 500);
		await expect(resolve('sso')).rejects.toThrow();
		expect(fake.operations()).toEqual(['CreateToken']);
	});

	test('without a network says so, and does not ask for another sign-in', async () => {
		await machine.config(SESSION.replaceAll('work', 'offline'));
		const token = fake.issue();
		await machine.ssoToken('offline', { ...token, accessToken: 'SECRET-old', expiresAt: '2020-01-01T00:00:00Z' });
		await fake.close();
		await expect(resolve('sso')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	});
});

test('aws login: the keys of its cache are used while they hold', async () => {
	await machine.config('[profile login]\nlogin_session = arn:aws:iam::111122223333:user/alice\n');
	vi.stubEnv('AWS_LOGIN_CACHE_DIRECTORY', `${machine.homeFolder}/.aws/login/cache`);
	const { createHash } = await import('node:crypto');
	const name = createHash('sha256').update('arn:aws:iam::111122223333:user/alice').digest('hex');
	const expiration = inAnHour();
	await machine.write(
		`.aws/login/cache/${name}.json`,
		JSON.stringify({
			accessToken: { ...KEYS, accountId: '111122223333', expiresAt: expiration },
			clientId: 'arn:aws:signin:::devtools/same-device',
			refreshToken: 'SECRET-refresh',
			idToken: 'SECRET-id',
			dpopKey: 'SECRET-key',
			tokenType: 'urn:aws:params:oauth:token-type:access_token_sigv4',
		}),
	);
	expect(await resolve('login')).toMatchObject({ ...KEYS, expiration: new Date(expiration) });
});

test('a change to another profile is no reason to ask again', async () => {
	fake.set({ keys: null });
	const role = '[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\n';
	await machine.credentials(BASE);
	await machine.config(role);
	const resolver = makeResolver(machine, { environment: fake.environment });
	const first = await keysFrom(resolver, 'profile:role');
	await machine.config(`${role}[profile more]\nregion = us-west-2\n`);
	expect(await keysFrom(resolver, 'profile:role')).toEqual(first);
	await machine.credentials(BASE.replace('SECRET-of-base', 'SECRET-of-new-base'));
	expect((await keysFrom(resolver, 'profile:role')).accessKeyId).not.toBe(first.accessKeyId);
});

/** A server that takes requests and never answers. */
async function startSilence() {
	const { createServer } = await import('node:http');
	const server = createServer(() => {});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
