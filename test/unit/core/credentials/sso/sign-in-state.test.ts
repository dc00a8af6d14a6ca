import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSignInState } from '../../../../../src/main/core/credentials/sso/sign-in-state.ts';

const session = { sso_start_url: 'https://acme.awsapps.com/start', sso_region: 'eu-central-1' };
const role = (source: string) => ({ role_arn: 'arn:aws:iam::1:role/r', source_profile: source });
const files = {
	profiles: {
		work: { sso_session: 'acme', sso_account_id: '1', sso_role_name: 'r' },
		legacy: { ...session, sso_account_id: '1', sso_role_name: 'r' },
		signin: { login_session: 'arn:aws:iam::1:user/alice' },
		static: { aws_access_key_id: 'AKIA', aws_secret_access_key: 'SECRET' },
		chained: role('between'),
		between: role('work'),
		keyed: role('both'),
		both: { ...role('work'), aws_access_key_id: 'AKIA', aws_secret_access_key: 'SECRET' },
		circle: role('circle'),
		lost: role('nowhere'),
		ambient: { role_arn: 'arn:aws:iam::1:role/r', credential_source: 'Environment' },
		sessionless: { sso_session: 'missing' },
		signinRole: role('signin'),
	},
	services: {},
	sessions: { acme: session },
};

const NOW = Date.parse('2026-11-21T04:00:00Z');
const AT = (text: string) => Date.parse(text);

let homeFolder: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-sign-in-'));
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

async function state(connection: string, environment: Record<string, string> = {}, now = NOW) {
	return readSignInState(connection, files, { homeFolder, environment }, { now: () => now, monotonic: () => 0 });
}

async function write(path: string, content: unknown): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
}

const hash = (algorithm: string, text: string) => `${createHash(algorithm).update(text).digest('hex')}.json`;
const keep = (id: string, content: unknown) => write(join(homeFolder, '.aws/sso/cache', hash('sha1', id)), content);
const login = (content: unknown, folder = join(homeFolder, '.aws/login/cache')) =>
	write(join(folder, hash('sha256', 'arn:aws:iam::1:user/alice')), content);

const never = { state: 'never', expiresAt: null, renewable: false };
const token = { accessToken: 'SECRET', expiresAt: '2026-11-21T05:00:00Z' };
const renewal = { clientId: 'c', clientSecret: 'SECRET', refreshToken: 'SECRET' };
const registered = { ...renewal, registrationExpiresAt: '2027-01-01T00:00:00Z' };

test.each(['profile:static', 'profile:keyed', 'profile:circle', 'profile:lost', 'profile:ambient', 'profile:none'])(
	'nobody signs in for %s',
	async (connection) => {
		expect(await state(connection)).toBeNull();
	},
);

test('nobody signs in for what is no profile', async () => {
	expect(await Promise.all(['practice', 'environment', 'api-key'].map((id) => state(id)))).toEqual([null, null, null]);
});

test.each([
	['profile:work', 'work', 'sso'],
	['profile:chained', 'work', 'sso'],
	['profile:legacy', 'legacy', 'sso'],
	['profile:sessionless', 'sessionless', 'sso'],
	['profile:signin', 'signin', 'login'],
	['profile:signinRole', 'signin', 'login'],
])('%s rests on the sign-in of %s', async (connection, profile, type) => {
	expect(await state(connection)).toEqual({ profile, type, ...never });
});

describe('the token of a session', () => {
	const end = AT('2026-11-21T05:00:00Z');
	const work = { profile: 'work', type: 'sso' };

	test.each([
		['with a renewal that AWS still takes', { ...token, ...registered }, true],
		['with a renewal of an unknown end', { ...token, ...renewal }, true],
		[
			'with a registration that has ended',
			{ ...token, ...renewal, registrationExpiresAt: '2026-11-21T04:00:00Z' },
			false,
		],
		['with a registration whose end makes no sense', { ...token, ...renewal, registrationExpiresAt: 'soon' }, false],
		['without a refresh token', { ...token, ...registered, refreshToken: undefined }, false],
		['without a client', { ...token, ...registered, clientId: undefined }, false],
		['without the client’s secret', { ...token, ...registered, clientSecret: undefined }, false],
	])('%s', async (_name, content, renewable) => {
		await keep('acme', content);
		expect(await state('profile:chained')).toEqual({ ...work, state: 'signed-in', expiresAt: end, renewable });
	});

	test('ends at its time by the app’s clock', async () => {
		await keep('acme', token);
		expect((await state('profile:work', {}, end - 1))?.state).toBe('signed-in');
		expect((await state('profile:work', {}, end))?.state).toBe('expired');
	});

	test('is read as old AWS CLIs wrote it', async () => {
		await keep('acme', { ...token, expiresAt: '2026-11-21T05:00:00UTC' });
		expect((await state('profile:work'))?.expiresAt).toBe(end);
	});

	test.each([
		['no JSON', '{"accessToken"'],
		['empty', ''],
		['no object', '[]'],
		['no token', { expiresAt: token.expiresAt }],
		['an empty token', { ...token, accessToken: '' }],
		['no end', { accessToken: 'SECRET' }],
		['an end that is no time', { ...token, expiresAt: 'tomorrow' }],
		['an end of another kind', { ...token, expiresAt: 1_900_000_000 }],
	])('counts as none where the file has %s', async (_name, content) => {
		await keep('acme', content);
		expect(await state('profile:work')).toEqual({ ...work, ...never });
	});
});

test('the token of a legacy profile is that of its start URL; no SDK renews it', async () => {
	await keep(session.sso_start_url, { ...token, ...registered });
	expect(await state('profile:legacy')).toEqual({
		profile: 'legacy',
		type: 'sso',
		state: 'signed-in',
		expiresAt: AT('2026-11-21T05:00:00Z'),
		renewable: false,
	});
	expect((await state('profile:work'))?.state).toBe('never');
});

describe('aws login', () => {
	const kept = { accessToken: { accessKeyId: 'ASIA', expiresAt: '2026-11-21T03:59:59Z' }, refreshToken: 'SECRET' };
	const signin = { profile: 'signin', type: 'login', expiresAt: AT('2026-11-21T03:59:59Z') };

	test('is read from its own cache', async () => {
		await login(kept);
		expect(await state('profile:signin')).toEqual({ ...signin, state: 'expired', renewable: true });
		expect((await state('profile:signin', {}, signin.expiresAt - 1))?.state).toBe('signed-in');
		await login({ ...kept, refreshToken: undefined });
		expect(await state('profile:signin')).toEqual({ ...signin, state: 'expired', renewable: false });
	});

	test('is read from the folder that the environment names', async () => {
		await login(kept, join(homeFolder, 'elsewhere'));
		const environment = { AWS_LOGIN_CACHE_DIRECTORY: join(homeFolder, 'elsewhere') };
		expect((await state('profile:signin', environment))?.state).toBe('expired');
		expect((await state('profile:signin'))?.state).toBe('never');
	});

	test('counts as never where the file makes no sense', async () => {
		await login({ accessToken: 'SECRET' });
		expect((await state('profile:signin'))?.state).toBe('never');
	});
});
