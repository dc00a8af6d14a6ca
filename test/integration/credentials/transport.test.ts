import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { TestProxy } from '../../helpers/test-proxy.ts';
import { startProxy } from '../../helpers/test-proxy.ts';
import type { TlsFront } from '../../helpers/tls-front.ts';
import { CA_FILE, startTlsFront } from '../../helpers/tls-front.ts';
import type { Machine } from './support/machine.ts';
import { keysFrom, makeMachine, makeResolver } from './support/machine.ts';

let machine: Machine;
let fake: FakeSignIn;
let front: TlsFront;
let proxy: TestProxy;
beforeEach(async () => {
	[machine, fake] = await Promise.all([makeMachine(), startFakeSignIn()]);
	front = await startTlsFront(Number(new URL(fake.endpoint).port));
	proxy = await startProxy(front.port);
	vi.stubEnv('HOME', machine.homeFolder);
});
afterEach(async () => {
	await Promise.all([proxy.close(), front.close(), fake.close(), machine.remove()]);
});

/** A name that resolves nowhere: only the proxy leads to it, and only the test's authority vouches for it. */
const NOWHERE = 'https://bedrock.test';

const resolver = (caBundle: string | null) =>
	makeResolver(machine, {
		environment: {
			AWS_ENDPOINT_URL_STS: NOWHERE,
			AWS_ENDPOINT_URL_SSO: NOWHERE,
			AWS_ENDPOINT_URL_SSO_OIDC: NOWHERE,
		},
		network: { proxy: 'own', proxyUrl: proxy.url, caBundle },
	});

const ROLE = (session: string) => `[profile role]
role_arn = arn:aws:iam::444455556666:role/r
source_profile = sso
[profile sso]
sso_session = ${session}
sso_account_id = 111122223333
sso_role_name = reader
[sso-session ${session}]
sso_region = us-east-1
sso_start_url = https://example.awsapps.com/start
`;

test('renewing a sign-in, SSO and STS all go by the proxy and the authority of the settings', async () => {
	await machine.config(ROLE('through-proxy'));
	await machine.ssoToken('through-proxy', { ...fake.issue(), expiresAt: '2020-01-01T00:00:00Z' });
	expect((await keysFrom(resolver(CA_FILE), 'profile:role')).accessKeyId).toMatch(/^ASIA/);
	expect(fake.operations()).toEqual(['CreateToken', 'GetRoleCredentials', 'AssumeRole']);
	expect(new Set(proxy.requests.map(({ method, target }) => `${method} ${target}`))).toEqual(
		new Set(['CONNECT bedrock.test:443']),
	);
	expect(fake.requests.map(({ headers }) => headers.host)).toEqual(Array(3).fill('bedrock.test'));
});

test('the authority of the chosen profile is trusted for its sign-in and its roles, where nothing else is named', async () => {
	const config = ROLE('of-the-profile').replace('[profile role]', `[profile role]\nca_bundle = ${CA_FILE}`);
	await machine.config(config);
	await machine.ssoToken('of-the-profile', { ...fake.issue(), expiresAt: '2020-01-01T00:00:00Z' });
	expect((await keysFrom(resolver(null), 'profile:role')).accessKeyId).toMatch(/^ASIA/);
	expect(fake.operations()).toEqual(['CreateToken', 'GetRoleCredentials', 'AssumeRole']);
	await expect(keysFrom(resolver('/nowhere.pem'), 'profile:role')).rejects.toMatchObject({ name: 'CaBundleError' });
});

test('an authority that nobody trusts is told as such, not as a sign-in that has ended', async () => {
	await machine.config(ROLE('not-trusted'));
	await machine.ssoToken('not-trusted', { ...fake.issue(), expiresAt: '2020-01-01T00:00:00Z' });
	await expect(keysFrom(resolver(null), 'profile:role')).rejects.toMatchObject({
		code: expect.stringMatching(/^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/),
	});
	expect(fake.requests).toEqual([]);
});

test('a proxy that refuses is told as such', async () => {
	proxy.behave('407 Proxy Authentication Required');
	await machine.config(ROLE('refused'));
	await machine.ssoToken('refused', { ...fake.issue(), expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
	await expect(keysFrom(resolver(CA_FILE), 'profile:role')).rejects.toMatchObject({ name: 'ProxyError' });
});

test.each([
	[
		'use_fips_endpoint = true\n',
		['portal.sso-fips.eu-west-1.amazonaws.com:443', 'sts-fips.us-west-2.amazonaws.com:443'],
	],
	['use_dualstack_endpoint = true\n', ['portal.sso.eu-west-1.api.aws:443', 'sts.us-west-2.api.aws:443']],
	['', ['portal.sso.eu-west-1.amazonaws.com:443', 'sts.us-west-2.amazonaws.com:443']],
])('SSO and STS are asked at the endpoints of the profile: %j', async (kind, targets) => {
	// The proxy lets nothing through: nothing leaves this machine.
	proxy.behave('403 Forbidden');
	await machine.credentials('[base]\naws_access_key_id = AKIABASE000000000001\naws_secret_access_key = SECRET-b\n');
	await machine.config(`[profile sso]
sso_session = hosts
sso_account_id = 111122223333
sso_role_name = reader
${kind}[sso-session hosts]
sso_region = eu-west-1
sso_start_url = https://example.awsapps.com/start
[profile role]
role_arn = arn:aws:iam::444455556666:role/r
source_profile = base
region = us-west-2
${kind}`);
	await machine.ssoToken('hosts', { ...fake.issue(), expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
	const network = { proxy: 'own', proxyUrl: proxy.url, caBundle: null } as const;
	const resolver = makeResolver(machine, { network });
	for (const profile of ['sso', 'role']) {
		await expect(keysFrom(resolver, `profile:${profile}`)).rejects.toMatchObject({ name: 'ProxyError' });
	}
	expect(proxy.requests.map(({ target }) => target)).toEqual(targets);
});
