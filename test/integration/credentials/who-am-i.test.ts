import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { memorySecrets } from '../../../src/main/core/hosting/memory-secrets.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { openTestApp } from '../../helpers/test-app.ts';
import type { Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

let practice: PracticeServer;
beforeAll(async () => {
	practice = await startPractice({ pace: 'none' });
});
afterAll(() => practice.close());

let machine: Machine;
let fake: FakeSignIn;
let app: TestApp;
beforeEach(async () => {
	[machine, fake] = await Promise.all([makeMachine(), startFakeSignIn()]);
	await machine.credentials(
		'[base]\naws_access_key_id = AKIABASE000000000001\naws_secret_access_key = SECRET-of-base\n',
	);
	await machine.config(`[profile role]
role_arn = arn:aws:iam::111122223333:role/reader
role_session_name = me
source_profile = base
region = ap-northeast-1
[profile sso]
sso_session = work
`);
	const secrets = memorySecrets();
	await secrets.write('api-key', 'ABSK-planted');
	app = await openTestApp(machine.homeFolder, practice, {
		environment: { ...fake.environment, AWS_BEARER_TOKEN_BEDROCK: 'ABSK-planted' },
		secrets,
	});
});
afterEach(async () => {
	await app.close();
	await Promise.all([fake.close(), machine.remove()]);
});

const ask = (connection: string, region: string | null = null) => app.client.connections.whoAmI({ connection, region });

test('a profile’s own keys', async () => {
	expect(await ask('profile:base')).toEqual({
		ok: true,
		identity: {
			account: '111122223333',
			arn: 'arn:aws:iam::111122223333:user/alice',
			userId: 'AIDAFAKEUSER00000001',
			source: 'static',
			accessKeyId: 'AKIABASE000000000001',
			expiresAt: null,
		},
	});
	const [request] = await fake.received('GetCallerIdentity');
	// Without a region anywhere; the answer is the same in each.
	expect(request?.headers.authorization).toMatch(/Credential=AKIABASE000000000001\/\d{8}\/us-east-1\/sts\//);
});

test('the practice endpoint knows its own keys', async () => {
	expect(await ask('practice')).toMatchObject({
		ok: true,
		identity: { source: 'practice', accessKeyId: practice.accessKeyId, account: expect.stringMatching(/^\d{12}$/) },
	});
	expect(fake.requests).toEqual([]);
});

test('a role, with its end, in its own region', async () => {
	const answer = await ask('profile:role');
	expect(answer).toMatchObject({
		ok: true,
		identity: {
			arn: 'arn:aws:sts::111122223333:assumed-role/reader/me',
			source: 'assume-role',
			accessKeyId: expect.stringMatching(/^ASIA/),
		},
	});
	const [request] = await fake.received('GetCallerIdentity');
	expect(request?.headers.authorization).toContain('/ap-northeast-1/sts/');
	const { expiresAt } = answer.ok ? answer.identity : { expiresAt: null };
	// AWS tells whole seconds.
	expect(Math.abs((expiresAt ?? 0) - (Date.now() + 3_600_000))).toBeLessThan(60_000);
	expect(JSON.stringify(answer)).not.toContain('SECRET');
});

test('a refusal is an answer, asked for once', async () => {
	fake.failNext(
		'GetCallerIdentity',
		'InvalidClientTokenId',
		'The security token included in the request is invalid.',
		403,
	);
	expect(await ask('profile:base')).toEqual({
		ok: false,
		failure: {
			code: 'invalid-credentials',
			type: 'InvalidClientTokenId',
			message: 'The security token included in the request is invalid.',
			status: 403,
			requestId: 'fake-sign-in-1',
			systemCode: null,
		},
	});
	fake.failNext('GetCallerIdentity', 'ServiceUnavailable', 'Try later.', 503);
	expect(await ask('profile:base')).toMatchObject({ ok: false, failure: { code: 'unavailable', status: 503 } });
	expect(fake.operations()).toEqual(['GetCallerIdentity', 'GetCallerIdentity']);
});

test('keys that STS does not take any more are got anew', async () => {
	await ask('profile:role');
	fake.failNext('GetCallerIdentity', 'ExpiredToken', 'The security token included in the request is expired', 403);
	expect(await ask('profile:role')).toMatchObject({ ok: false, failure: { code: 'expired-credentials' } });
	expect((await ask('profile:role')).ok).toBe(true);
	expect(fake.operations().filter((operation) => operation === 'AssumeRole').length).toBe(2);
});

test('what fails before STS is asked is told in the SDK’s words', async () => {
	expect(await ask('profile:nope')).toMatchObject({
		ok: false,
		failure: {
			type: 'CredentialsProviderError',
			message: 'Could not resolve credentials using profile: [nope] in configuration/credentials file(s).',
		},
	});
	expect(fake.requests).toEqual([]);
});

test.each(['api-key', 'environment-api-key'])('%s has no identity that STS could tell', async (connection) => {
	expect(await ask(connection)).toEqual({
		ok: false,
		failure: {
			code: 'unknown',
			type: 'NoIdentity',
			message: 'AWS STS cannot be asked with a Bedrock API key.',
			status: null,
			requestId: null,
			systemCode: null,
		},
	});
	expect(fake.requests).toEqual([]);
});

test('a network without STS', async () => {
	await fake.close();
	expect(await ask('profile:base')).toMatchObject({
		ok: false,
		failure: { code: 'no-network', systemCode: 'ECONNREFUSED' },
	});
});
