import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { SsoMachine } from './support/sso-machine.ts';
import { follow, makeSsoMachine, nextEvent, visit } from './support/sso-machine.ts';

let fake: FakeSignIn;
let machine: SsoMachine;
beforeEach(async () => {
	fake = await startFakeSignIn();
	machine = await makeSsoMachine(fake);
	machine.holdWaits();
	// The SDK looks for SSO tokens in the process's own home folder.
	vi.stubEnv('HOME', machine.homeFolder);
});
afterEach(async () => {
	await fake.close();
	await machine.remove();
});

const unstopped = new AbortController().signal;
const failure = { code: 'unknown', status: null, requestId: null, systemCode: null };

/** Begins and goes as far as the browser. */
async function begin(profile = 'work', signal = unstopped) {
	const events = machine.signIn({ connection: `profile:${profile}` }, signal);
	const { url } = await nextEvent(events, 'browser');
	const redirectUri = new URL(url).searchParams.get('redirect_uri') ?? '';
	return { events, url, redirectUri };
}

const refusedBy = (url: string) => expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });

describe('with the browser', () => {
	test('a person signs in, and the unmodified SDK finds the token', async () => {
		const pages: Promise<unknown>[] = [];
		const events = await follow(machine.signIn({ connection: 'profile:work' }, unstopped), (event) => {
			if (event.type === 'browser') pages.push(visit(event.url));
		});
		const [asked] = events;
		if (asked?.type !== 'browser') throw new Error('No browser was asked for.');
		const query = Object.fromEntries(new URL(asked.url).searchParams);
		const expiresAt = Math.floor(machine.clock.time / 1000 + 28_800) * 1000;
		expect(events).toEqual([
			{ type: 'browser', url: asked.url, opened: false },
			{ type: 'done', expiresAt },
		]);
		expect(asked.url.startsWith(`${fake.endpoint}/authorize?`)).toBe(true);
		// As the AWS CLI encodes it: `+` is a space to forms only.
		expect(asked.url).toContain('&scopes=sso%3Aaccount%3Aaccess%20codewhisperer%3Aanalysis&');
		expect(query).toEqual({
			response_type: 'code',
			client_id: 'client-1',
			redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/),
			state: expect.stringMatching(/^[\da-f-]{36}$/),
			code_challenge_method: 'S256',
			scopes: 'sso:account:access codewhisperer:analysis',
			code_challenge: expect.stringMatching(/^[\w-]{43}$/),
		});

		expect(fake.operations()).toEqual(['RegisterClient', 'Authorize', 'CreateToken']);
		const [registered, , exchanged] = fake.requests.map(({ fields }) => fields);
		expect(registered).toEqual({
			clientName: 'outcrop',
			clientType: 'public',
			scopes: ['sso:account:access', 'codewhisperer:analysis'],
			grantTypes: ['authorization_code', 'refresh_token'],
			redirectUris: ['http://127.0.0.1/oauth/callback'],
			issuerUrl: 'https://acme.awsapps.com/start',
		});
		expect(exchanged).toEqual({
			clientId: 'client-1',
			clientSecret: expect.stringMatching(/^SECRET-client-/),
			grantType: 'authorization_code',
			code: expect.stringMatching(/^SECRET-code-/),
			codeVerifier: expect.stringMatching(/^[\w-]{64}$/),
			redirectUri: query['redirect_uri'],
		});
		expect(createHash('sha256').update(String(exchanged?.['codeVerifier'])).digest('base64url')).toBe(
			query['code_challenge'],
		);

		expect(await Promise.all(pages)).toEqual([
			{ status: 200, html: expect.stringContaining('<h1>Signed in</h1><p>You can close this tab') },
		]);
		await refusedBy(query['redirect_uri'] ?? '');
		expect(machine.changes()).toBe(1);
		expect(machine.waits).toEqual([600_000]);

		const target = await machine.access.target(
			{ connection: 'profile:work', region: null, endpointUrl: null, fips: null, dualStack: null },
			'bedrock_runtime',
		);
		const { accessToken } = await machine.readCache('acme');
		expect(await machine.access.authenticate(target, unstopped)).toMatchObject({
			type: 'keys',
			credentials: {
				accessKeyId: expect.stringMatching(/^ASIA/),
				secretAccessKey: expect.stringMatching(/^SECRET-key/),
			},
		});
		const portal = fake.requests.at(-1);
		expect([portal?.operation, portal?.fields, portal?.headers['x-amz-sso_bearer_token']]).toEqual([
			'GetRoleCredentials',
			{ account_id: '111122223333', role_name: 'reader' },
			accessToken,
		]);
	});

	test('the token is kept as the AWS CLI keeps it, for the user alone', async () => {
		const { events, url } = await begin();
		await Promise.all([visit(url), follow(events)]);
		const { clientSecret } = fake.requests[2]?.fields ?? {};
		const seconds = Math.floor(machine.clock.time / 1000);
		const cliTime = (time: number) => `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
		const kept = await machine.readCache('acme');
		expect(kept).toEqual({
			startUrl: 'https://acme.awsapps.com/start',
			region: 'eu-central-1',
			accessToken: expect.stringMatching(/^SECRET-access-/),
			expiresAt: cliTime(seconds + 28_800),
			clientId: 'client-1',
			clientSecret,
			registrationExpiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
			refreshToken: expect.stringMatching(/^SECRET-refresh-/),
		});
		const file = machine.cacheFile('acme');
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
		expect(await readdir(dirname(file))).toEqual([file.split('/').at(-1)]);
	});

	test('what other tools keep in the file stays, but for a refresh token that is no longer good', async () => {
		fake.set({ refresh: false });
		await machine.writeCache('acme', { refreshToken: 'SECRET-old', accessToken: 'SECRET-old', note: { kept: true } });
		const { events, url } = await begin();
		await Promise.all([visit(url), follow(events)]);
		const kept = await machine.readCache('acme');
		expect(Object.keys(kept)).toEqual([
			'accessToken',
			'note',
			'startUrl',
			'region',
			'expiresAt',
			'clientId',
			'clientSecret',
			'registrationExpiresAt',
		]);
		expect(kept['note']).toEqual({ kept: true });
		expect(kept['accessToken']).not.toBe('SECRET-old');
	});

	test('a refusal in the browser ends it, and the tab says so', async () => {
		fake.set({ authorize: 'deny' });
		const { events, url, redirectUri } = await begin();
		const [page, rest] = await Promise.all([visit(url, 'ja,en'), follow(events)]);
		expect(rest).toEqual([
			{ type: 'failed', failure: { ...failure, type: 'SignInDenied', message: 'The person has refused.' } },
		]);
		expect(page.html).toContain('<h1>サインインできませんでした</h1>');
		expect(fake.operations()).toEqual(['RegisterClient', 'Authorize']);
		await refusedBy(redirectUri);
	});

	test('another error of AWS is told in its words', async () => {
		const { events, redirectUri, url } = await begin();
		const state = new URL(url).searchParams.get('state');
		const error = `error=invalid_scope&error_description=No+such+scope&state=${state}`;
		const [, rest] = await Promise.all([visit(`${redirectUri}?${error}`), follow(events)]);
		expect(rest).toEqual([
			{ type: 'failed', failure: { ...failure, type: 'SignInRefused', message: 'invalid_scope: No such scope' } },
		]);
	});

	test('what does not belong to this sign-in is turned away and changes nothing', async () => {
		fake.set({ authorize: 'wrong-state' });
		const { events, url, redirectUri } = await begin();
		const origin = new URL(redirectUri).origin;
		const strangers = [
			url,
			`${redirectUri}?code=SECRET-planted`,
			`${redirectUri}?code=SECRET-planted&state=`,
			`${redirectUri}?error=access_denied&state=guessed`,
			`${redirectUri}?state=${new URL(url).searchParams.get('state')}`,
			`${origin}/?code=SECRET-planted`,
			`${origin}//`,
		];
		for (const stranger of strangers) {
			const { status, html } = await visit(stranger);
			expect([stranger, status, html]).toEqual([
				stranger,
				400,
				expect.stringContaining('<h1>Nothing is waiting for this</h1>'),
			]);
		}
		fake.set({ authorize: 'allow' });
		const [page, rest] = await Promise.all([visit(url), follow(events)]);
		expect([page.status, rest.map(({ type }) => type)]).toEqual([200, ['done']]);
		expect(fake.operations().filter((name) => name === 'CreateToken')).toHaveLength(1);
	});

	test('a code that AWS does not take ends it in AWS’s words, and nothing is kept', async () => {
		fake.failNext('CreateToken', 'InvalidGrantException', 'This code was used before.');
		const { events, url } = await begin();
		const [page, rest] = await Promise.all([visit(url), follow(events)]);
		expect(rest).toEqual([
			{
				type: 'failed',
				failure: {
					code: expect.any(String),
					type: 'InvalidGrantException',
					message: 'This code was used before.',
					status: 400,
					requestId: 'fake-sign-in-1',
					systemCode: null,
				},
			},
		]);
		expect(page.html).toContain('<h1>Not signed in</h1>');
		await expect(stat(machine.cacheFile('acme'))).rejects.toMatchObject({ code: 'ENOENT' });
		expect(machine.changes()).toBe(0);
	});

	test('a failure in whose words AWS repeats the code, its verifier or the client’s secret is told without them', async () => {
		fake.failNext('CreateToken', 'InvalidGrantException', 'Not {code} by {codeVerifier} of {clientSecret}.');
		const { events, url } = await begin();
		const [, rest] = await Promise.all([visit(url), follow(events)]);
		expect(rest).toMatchObject([{ failure: { type: 'InvalidGrantException', message: 'Not … by … of ….' } }]);
	});

	test('nobody answers: it ends after ten minutes', async () => {
		const other = await makeSsoMachine(fake);
		const events = await follow(other.signIn({ connection: 'profile:work' }, unstopped));
		await other.remove();
		const [asked, last] = events;
		expect(last).toEqual({
			type: 'failed',
			failure: { ...failure, type: 'SignInTimeout', message: 'Nobody answered in the browser in time.' },
		});
		expect(other.waits).toEqual([600_000]);
		if (asked?.type !== 'browser') throw new Error('No browser was asked for.');
		await refusedBy(new URL(asked.url).searchParams.get('redirect_uri') ?? '');
	});

	test('given up, it ends at once without a word, and nothing listens any more', async () => {
		const stop = new AbortController();
		const { events, redirectUri } = await begin('work', stop.signal);
		stop.abort();
		expect(await events.next()).toEqual({ done: true, value: undefined });
		await vi.waitFor(() => refusedBy(redirectUri));
		expect([fake.operations(), machine.changes()]).toEqual([['RegisterClient'], 0]);
	});

	test('leaving the loop gives it up as well', async () => {
		const { events, redirectUri } = await begin();
		await events.return(undefined);
		await vi.waitFor(() => refusedBy(redirectUri));
	});

	test('two at once are one; it goes on while one of them follows it', async () => {
		const stop = new AbortController();
		const first = await begin('work', stop.signal);
		// Another profile, the same session.
		const second = await begin('role');
		expect(second.url).toBe(first.url);
		stop.abort();
		expect(await first.events.next()).toEqual({ done: true, value: undefined });
		const [, rest] = await Promise.all([visit(first.url), follow(second.events)]);
		expect(rest.map(({ type }) => type)).toEqual(['done']);
		expect(fake.operations()).toEqual(['RegisterClient', 'Authorize', 'CreateToken']);
	});

	test('the app registers once, anew when the registration nears its end or AWS does not know it', async () => {
		const signIn = async () => {
			const { events, url } = await begin();
			const [, rest] = await Promise.all([visit(url), follow(events)]);
			return [rest.at(-1)?.type, fake.operations().filter((name) => name === 'RegisterClient').length];
		};
		expect(await signIn()).toEqual(['done', 1]);
		expect(await signIn()).toEqual(['done', 1]);
		fake.failNext('CreateToken', 'InvalidClientException', 'Unknown client.', 401);
		expect(await signIn()).toEqual(['failed', 1]);
		expect(await signIn()).toEqual(['done', 2]);
		machine.clock.time += 84 * 86_400_000;
		expect(await signIn()).toEqual(['done', 3]);
	});

	test('for another grant or other scopes the app registers anew', async () => {
		machine.freeWaits();
		await follow(machine.signIn({ connection: 'profile:work', flow: 'device' }, unstopped));
		machine.holdWaits();
		const browser = async () => {
			const { events, url } = await begin();
			await Promise.all([visit(url), follow(events)]);
		};
		await browser();
		const config = join(machine.homeFolder, '.aws', 'config');
		await writeFile(config, (await readFile(config, 'utf8')).replace(', codewhisperer:analysis', ''));
		await browser();
		const registered = fake.requests.filter(({ operation }) => operation === 'RegisterClient');
		expect(registered.map(({ fields }) => [fields['grantTypes'] !== undefined, fields['scopes']])).toEqual([
			[false, ['sso:account:access', 'codewhisperer:analysis']],
			[true, ['sso:account:access', 'codewhisperer:analysis']],
			[true, ['sso:account:access']],
		]);
	});

	test('a token whose place is taken leaves no file behind', async () => {
		await mkdir(machine.cacheFile('acme'), { recursive: true });
		const { events, url } = await begin();
		const [, rest] = await Promise.all([visit(url), follow(events)]);
		expect(rest).toMatchObject([{ type: 'failed' }]);
		const file = machine.cacheFile('acme');
		expect(await readdir(dirname(file))).toEqual([basename(file)]);
	});

	test('a token that can’t be kept is a failure with the system’s code', async () => {
		await writeFile(join(machine.homeFolder, '.aws', 'sso'), 'not a folder');
		const { events, url } = await begin();
		const [page, rest] = await Promise.all([visit(url), follow(events)]);
		expect(rest).toMatchObject([{ type: 'failed', failure: { systemCode: 'ENOTDIR' } }]);
		expect(JSON.stringify(rest)).not.toContain('SECRET');
		expect(page.html).toContain('<h1>Not signed in</h1>');
	});
});

test('an expired token with a refresh token is renewed by the SDK itself, with what the app has kept', async () => {
	fake.set({ tokenSeconds: -60 });
	const { events, url } = await begin('plain');
	await Promise.all([visit(url), follow(events)]);
	// A session that names no scopes asks for what the AWS CLI asks for.
	expect(fake.requests[0]?.fields['scopes']).toEqual(['sso:account:access']);
	const before = await machine.readCache('plain');
	fake.set({ tokenSeconds: 28_800 });
	const settings = { connection: 'profile:plain', region: null, endpointUrl: null, fips: null, dualStack: null };
	const target = await machine.access.target(settings, 'bedrock_runtime');
	expect(await machine.access.authenticate(target, unstopped)).toMatchObject({ type: 'keys' });
	expect(fake.operations().slice(-2)).toEqual(['CreateToken', 'GetRoleCredentials']);
	expect(fake.requests.at(-2)?.fields).toEqual({
		clientId: before['clientId'],
		clientSecret: before['clientSecret'],
		grantType: 'refresh_token',
		refreshToken: before['refreshToken'],
	});
	const { accessToken } = await machine.readCache('plain');
	expect(fake.requests.at(-1)?.headers['x-amz-sso_bearer_token']).toBe(accessToken);
});

test.each([
	['static', 'SignInNotOffered', 'Nobody signs in for profile:static.'],
	['absent', 'SignInNotOffered', 'Nobody signs in for profile:absent.'],
	['signin', 'SignInNotOffered', "Run 'aws login --profile signin' in a terminal."],
	['nowhere', 'SsoConfigurationIncomplete', "Sso session 'missing' could not be found in shared credentials file."],
	['regionless', 'SsoConfigurationIncomplete', "Profile 'regionless' is missing required property 'sso_region'."],
])('profile %s: %s', async (profile, type, message) => {
	expect(await follow(machine.signIn({ connection: `profile:${profile}` }, unstopped))).toEqual([
		{ type: 'failed', failure: { ...failure, type, message } },
	]);
	expect(fake.requests).toEqual([]);
});
