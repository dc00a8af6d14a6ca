import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { Machine } from './support/machine.ts';
import { keysFrom, makeMachine, makeResolver } from './support/machine.ts';

let machine: Machine;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
	machine = await makeMachine();
});
afterEach(async () => {
	await Promise.all(closing.splice(0).map((close) => close()));
	await machine.remove();
});

const unaborted = new AbortController().signal;

describe('the environment', () => {
	test('gives its keys, their session and their end', async () => {
		const environment = {
			AWS_ACCESS_KEY_ID: 'ASIAENVIRONMENT00001',
			AWS_SECRET_ACCESS_KEY: 'SECRET-e',
			AWS_SESSION_TOKEN: 'SECRET-t',
			AWS_CREDENTIAL_EXPIRATION: '2026-11-21T05:00:00Z',
		};
		expect(await keysFrom(makeResolver(machine, { environment }), 'environment')).toEqual({
			accessKeyId: 'ASIAENVIRONMENT00001',
			secretAccessKey: 'SECRET-e',
			sessionToken: 'SECRET-t',
			expiration: new Date('2026-11-21T05:00:00Z'),
		});
	});

	test('with half a pair of keys gives none', async () => {
		const environment = { AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00001' };
		await expect(keysFrom(makeResolver(machine, { environment }), 'environment')).rejects.toThrow(
			'Unable to find environment variable credentials.',
		);
	});
});

describe('a Bedrock API key', () => {
	test('is the app’s own or the environment’s, as chosen', async () => {
		const resolver = makeResolver(machine, {
			environment: { AWS_BEARER_TOKEN_BEDROCK: 'ABSK-environment' },
			storedApiKey: 'ABSK-stored',
		});
		const resolve = (connection: string) => resolver.resolve(connection, { region: null }, unaborted);
		expect(await resolve('api-key')).toEqual({ type: 'bearer', token: 'ABSK-stored' });
		expect(await resolve('environment-api-key')).toEqual({ type: 'bearer', token: 'ABSK-environment' });
	});

	test.each([
		['api-key', 'No Bedrock API key is kept.'],
		['environment-api-key', 'No Bedrock API key is set in AWS_BEARER_TOKEN_BEDROCK.'],
	])('that is not there is missed, and no other is taken: %s', async (connection, message) => {
		const other =
			connection === 'api-key' ? { environment: { AWS_BEARER_TOKEN_BEDROCK: 'ABSK' } } : { storedApiKey: 'ABSK' };
		await expect(makeResolver(machine, other).resolve(connection, { region: null }, unaborted)).rejects.toMatchObject({
			name: 'CredentialsProviderError',
			message,
		});
	});
});

describe('web identity', () => {
	let fake: FakeSignIn;
	beforeEach(async () => {
		fake = await startFakeSignIn();
		closing.push(() => fake.close());
	});

	test('of the environment assumes its role with the file’s token', async () => {
		const environment = {
			...fake.environment,
			AWS_WEB_IDENTITY_TOKEN_FILE: await machine.write('token', 'SECRET-web-token'),
			AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/pod',
			AWS_ROLE_SESSION_NAME: 'pod-1',
		};
		expect((await keysFrom(makeResolver(machine, { environment }), 'web-identity')).accessKeyId).toMatch(/^ASIA/);
		const [request] = await fake.received('AssumeRoleWithWebIdentity');
		expect(request?.fields).toMatchObject({
			RoleArn: 'arn:aws:iam::111122223333:role/pod',
			RoleSessionName: 'pod-1',
			WebIdentityToken: 'SECRET-web-token',
		});
		expect(request?.headers.authorization).toBeUndefined();
	});

	test('takes nothing from the process’s environment', async () => {
		vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', await machine.write('token', 'SECRET-web-token'));
		vi.stubEnv('AWS_ROLE_ARN', 'arn:aws:iam::111122223333:role/pod');
		const half = { AWS_WEB_IDENTITY_TOKEN_FILE: await machine.write('token', 'SECRET-web-token') };
		for (const environment of [fake.environment, { ...fake.environment, ...half }]) {
			await expect(keysFrom(makeResolver(machine, { environment }), 'web-identity')).rejects.toThrow(
				'Web identity configuration not specified',
			);
		}
		expect(fake.requests).toEqual([]);
	});
});

/** Answers every path with what stands for it, and remembers who asked with what. */
async function serve(answers: Readonly<Record<string, string>>) {
	const seen: { method: string; url: string; headers: NodeJS.Dict<string | string[]> }[] = [];
	const server = createServer(({ method = '', url = '', headers }, response) => {
		seen.push({ method, url, headers });
		const answer = answers[`${method} ${url}`];
		response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' }).end(answer ?? '{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closing.push(
		() =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	);
	return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const GIVEN = JSON.stringify({
	Code: 'Success',
	AccessKeyId: 'ASIACONTAINER0000001',
	SecretAccessKey: 'SECRET-c',
	Token: 'SECRET-t',
	Expiration: '2999-01-01T00:00:00Z',
});
const TAKEN = {
	accessKeyId: 'ASIACONTAINER0000001',
	secretAccessKey: 'SECRET-c',
	sessionToken: 'SECRET-t',
	expiration: new Date('2999-01-01T00:00:00Z'),
};

describe('a container', () => {
	test('is asked once, with the token of the file, and its keys are kept', async () => {
		const { endpoint, seen } = await serve({ 'GET /creds?id=1': GIVEN });
		const resolver = makeResolver(machine, {
			environment: {
				AWS_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint}/creds?id=1`,
				AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: await machine.write('token', 'SECRET-pod-token'),
			},
		});
		expect(await keysFrom(resolver, 'container')).toMatchObject(TAKEN);
		expect(await keysFrom(resolver, 'container')).toMatchObject(TAKEN);
		expect(seen.map(({ headers }) => headers['authorization'])).toEqual(['SECRET-pod-token']);
	});

	test('that refuses is asked once', async () => {
		const { endpoint, seen } = await serve({});
		const environment = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint}/creds` };
		await expect(keysFrom(makeResolver(machine, { environment }), 'container')).rejects.toMatchObject({
			name: 'CredentialsProviderError',
			message: 'Server responded with status: 404',
		});
		expect(seen.length).toBe(1);
	});

	test('is never reached in the open', async () => {
		const environment = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://203.0.113.1/creds' };
		await expect(keysFrom(makeResolver(machine, { environment }), 'container')).rejects.toThrow(/^URL not accepted/);
	});
});

test('an instance gives the keys of its role, after a token of its metadata service', async () => {
	const role = '/latest/meta-data/iam/security-credentials/';
	const { endpoint, seen } = await serve({
		'PUT /latest/api/token': 'metadata-token',
		[`GET ${role}`]: 'reader',
		[`GET ${role}reader`]: GIVEN,
	});
	vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', endpoint);
	expect(await keysFrom(makeResolver(machine), 'instance')).toMatchObject(TAKEN);
	expect(seen.map(({ url, headers }) => [url, headers['x-aws-ec2-metadata-token']])).toEqual([
		['/latest/api/token', undefined],
		[role, 'metadata-token'],
		[`${role}reader`, 'metadata-token'],
	]);
});

test('an instance is not asked where that is disabled, not even for a profile that builds on it', async () => {
	const { endpoint, seen } = await serve({});
	vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', endpoint);
	await machine.config(
		'[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Ec2InstanceMetadata\n',
	);
	const disabled = makeResolver(machine, { environment: { AWS_EC2_METADATA_DISABLED: 'true' } });
	for (const connection of ['instance', 'profile:role']) {
		await expect(keysFrom(disabled, connection)).rejects.toMatchObject({
			name: 'CredentialsProviderError',
			message: 'The metadata of EC2 instances is not asked: AWS_EC2_METADATA_DISABLED is true.',
		});
		expect(seen).toEqual([]);
	}
	await expect(keysFrom(makeResolver(machine), 'profile:role')).rejects.toMatchObject({ name: /ProviderError$/ });
	expect(seen[0]?.url).toBe('/latest/api/token');
});

test('a machine that is surely no instance is not asked for one’s metadata', async () => {
	const { endpoint, seen } = await serve({});
	// Where the SDK would ask; the app knows nothing of it, or it would be the address that a person has set.
	vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', endpoint);
	await machine.write('sys/class/dmi/id/sys_vendor', 'LENOVO\n');
	await machine.config(
		`[profile role]
role_arn = arn:aws:iam::111122223333:role/r
credential_source = Ec2InstanceMetadata
[profile further]
role_arn = arn:aws:iam::111122223333:role/f
source_profile = role
`,
	);
	for (const connection of ['instance', 'profile:role', 'profile:further']) {
		await expect(keysFrom(makeResolver(machine), connection)).rejects.toMatchObject({
			name: 'CredentialsProviderError',
			message: 'The metadata of EC2 instances is not asked: this machine is no EC2 instance.',
		});
	}
	expect(seen).toEqual([]);

	const environment = { AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint };
	await expect(keysFrom(makeResolver(machine, { environment }), 'profile:role')).rejects.toMatchObject({
		name: /ProviderError$/,
	});
	expect(seen[0]?.url).toBe('/latest/api/token');
	seen.length = 0;
	await machine.write('sys/class/dmi/id/sys_vendor', 'Amazon EC2\n');
	await expect(keysFrom(makeResolver(machine), 'profile:role')).rejects.toMatchObject({ name: /ProviderError$/ });
	expect(seen[0]?.url).toBe('/latest/api/token');
});

test('what is no connection of this machine is refused, not replaced', async () => {
	const environment = { AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00001', AWS_SECRET_ACCESS_KEY: 'SECRET-e' };
	const resolver = makeResolver(machine, { environment, storedApiKey: 'ABSK' });
	for (const connection of ['web-identity', 'container', 'profile:nowhere', 'profile:default']) {
		await expect(keysFrom(resolver, connection)).rejects.toMatchObject({ name: 'CredentialsProviderError' });
	}
	await expect(keysFrom(resolver, 'nonsense')).rejects.toThrow('No credentials are resolved for nonsense.');
});
