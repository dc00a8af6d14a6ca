import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { CallerOptions } from '../bedrock/support/caller.ts';
import { makeCall, makeCaller, unstopped } from '../bedrock/support/caller.ts';
import { recordingSink } from '../bedrock/support/recording-sink.ts';
import type { StubService } from '../bedrock/support/stub-service.ts';
import { json, startStubService } from '../bedrock/support/stub-service.ts';
import type { Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

let machine: Machine;
let fake: FakeSignIn;
let bedrock: StubService;
let container: Awaited<ReturnType<typeof startContainer>>;
beforeEach(async () => {
	[machine, fake, bedrock, container] = await Promise.all([
		makeMachine(),
		startFakeSignIn(),
		startStubService(),
		startContainer(),
	]);
	vi.stubEnv('HOME', machine.homeFolder);
	bedrock.answerWith(
		json({
			metrics: { latencyMs: 3 },
			output: { message: { role: 'assistant', content: [{ text: 'OK' }] } },
			stopReason: 'end_turn',
			usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
		}),
	);
});
afterEach(() => Promise.all([fake.close(), bedrock.close(), container.close(), machine.remove()]));

/** A container's endpoint that gives good keys to whoever asks. */
async function startContainer() {
	let requests = 0;
	const server = createServer((_, response) => {
		requests += 1;
		const keys = { AccessKeyId: 'ASIACONTAINER0000001', SecretAccessKey: 'c', Token: 't' };
		response.end(JSON.stringify({ ...keys, Expiration: '2999-01-01T00:00:00Z' }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/creds`,
		requests: () => requests,
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** Every way in but the one that is tried is good, in the app's surroundings and in the process's own. */
function good(): Record<string, string> {
	return {
		...fake.environment,
		AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00001',
		AWS_SECRET_ACCESS_KEY: 'SECRET-of-environment',
		AWS_BEARER_TOKEN_BEDROCK: 'ABSK-of-environment',
		AWS_CONTAINER_CREDENTIALS_FULL_URI: container.url,
		AWS_PROFILE: 'default',
		AWS_REGION: 'us-east-1',
	};
}

const PROFILES = `[default]
region = us-east-1
[profile gone]
role_arn = arn:aws:iam::111122223333:role/r
source_profile = nowhere
[profile denied]
role_arn = arn:aws:iam::111122223333:role/r
source_profile = default
[profile no-token]
role_arn = arn:aws:iam::111122223333:role/r
web_identity_token_file = /nowhere/token
[profile no-program]
credential_process = /nowhere/give-keys
[profile half]
aws_access_key_id = AKIAHALF000000000001
[profile sso]
sso_session = nobody
sso_account_id = 111122223333
sso_role_name = reader
[sso-session nobody]
sso_region = us-east-1
sso_start_url = https://example.awsapps.com/start
[profile no-session]
sso_session = missing
sso_account_id = 111122223333
sso_role_name = reader
[profile no-sso-region]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 111122223333
sso_role_name = reader
[profile half-sso]
sso_start_url = https://example.awsapps.com/start
sso_region = us-east-1
[profile login]
login_session = arn:aws:iam::111122223333:user/alice
[profile no-environment]
role_arn = arn:aws:iam::111122223333:role/r
credential_source = Anywhere
`;

async function run(connection: string, environment: Record<string, string>, more: Partial<CallerOptions> = {}) {
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	const sink = recordingSink();
	const call = makeCaller({
		endpoint: 'http://127.0.0.1:1',
		homeFolder: machine.homeFolder,
		environment,
		storedApiKey: async () => 'ABSK-of-the-app',
		...more,
	});
	const settings = { connection, operation: 'Converse', endpointUrl: bedrock.endpoint } as const;
	return { end: await call(makeCall(settings), sink, unstopped), sink };
}

describe('what was chosen fails, though all else is good', () => {
	test.each([
		['profile:gone', 'profile-missing', /^Could not resolve credentials using profile: \[nowhere\]/],
		['profile:denied', 'access-denied', /^Not you\.$/],
		['profile:no-token', 'web-identity-failed', /^The web identity token can't be read: ENOENT: .*\/nowhere\/token/],
		['profile:no-program', 'process-failed', /^Command failed: .*\/nowhere\/give-keys: not found/s],
		['profile:half', 'profile-empty', /^Profile half of the AWS config files has no credentials\.$/],
		['profile:sso', 'sso-never', /^The SSO session token associated with profile=sso was not found or is invalid\./],
		['profile:no-session', 'profile-incomplete', /^Sso session 'missing' could not be found/],
		[
			'profile:no-sso-region',
			'profile-incomplete',
			/^Profile 'no-sso-region' is missing required property 'sso_region'\.$/,
		],
		['profile:half-sso', 'profile-incomplete', /^Profile is configured with invalid SSO credentials\./],
		['profile:login', 'login-missing', /^Failed to load token from .*ENOENT/],
		['profile:no-environment', 'profile-incomplete', /Anywhere/],
		['profile:nowhere', 'profile-missing', /^Could not resolve credentials using profile: \[nowhere\]/],
	])('%s', async (connection, code, words) => {
		await machine.credentials(
			'[default]\naws_access_key_id = AKIADEFAULT000000001\naws_secret_access_key = SECRET-d\n',
		);
		await machine.config(PROFILES);
		if (connection === 'profile:denied') fake.failNext('AssumeRole', 'AccessDenied', 'Not you.', 403);
		const { end } = await run(connection, good());
		expect(end).toMatchObject({ state: 'failed', failure: { code, message: expect.stringMatching(words) } });
		expect([bedrock.requests.length, container.requests()]).toEqual([0, 0]);
	});

	test.each([
		['environment', { AWS_SECRET_ACCESS_KEY: '' }, 'Unable to find environment variable credentials.'],
		['environment-api-key', { AWS_BEARER_TOKEN_BEDROCK: '' }, 'No Bedrock API key is set in AWS_BEARER_TOKEN_BEDROCK.'],
		['web-identity', {}, 'Web identity configuration not specified'],
		[
			'web-identity',
			{ AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token', AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/r' },
			"The web identity token can't be read: ENOENT",
		],
		['container', { AWS_CONTAINER_CREDENTIALS_FULL_URI: '' }, 'No HTTP credential provider host provided.'],
	])('%s', async (connection, changes, words) => {
		await machine.credentials(
			'[default]\naws_access_key_id = AKIADEFAULT000000001\naws_secret_access_key = SECRET-d\n',
		);
		const { end } = await run(connection, { ...good(), ...changes });
		expect(end).toMatchObject({ state: 'failed', failure: { message: expect.stringContaining(words) } });
		expect([bedrock.requests.length, container.requests()]).toEqual([0, 0]);
	});

	test('api-key', async () => {
		const { end } = await run('api-key', good(), { storedApiKey: async () => null });
		expect(end.failure?.code).toBe('api-key-missing');
		expect(bedrock.requests).toEqual([]);
	});
});

test('no call looks for the metadata of an instance', async () => {
	const goals: string[] = [];
	const connect = Socket.prototype.connect;
	vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...given: unknown[]) {
		goals.push(JSON.stringify(given, (_key, value) => (value instanceof AbortSignal ? null : value)));
		return Reflect.apply(connect, this, given);
	});
	await machine.credentials('[default]\naws_access_key_id = AKIADEFAULT000000001\naws_secret_access_key = SECRET-d\n');
	await machine.config(`[profile role]
role_arn = arn:aws:iam::111122223333:role/r
source_profile = default
[profile bare]
region = us-east-1
`);
	const { AWS_ACCESS_KEY_ID: _, AWS_PROFILE: __, ...keyless } = good();
	for (const connection of ['profile:default', 'profile:role', 'api-key']) {
		expect((await run(connection, good())).end.state).toBe('complete');
	}
	for (const connection of ['profile:bare', 'profile:nowhere', 'environment', 'web-identity']) {
		expect((await run(connection, keyless)).end.state).toBe('failed');
	}
	expect(goals.length).toBeGreaterThan(3);
	for (const goal of goals) expect(goal).toMatch(/127\.0\.0\.1/);
});

describe('a profile', () => {
	test('that changes while a turn runs: the turn goes on as it began, and the next one is another’s', async () => {
		const write = (id: string) => machine.credentials(`[work]\naws_access_key_id = ${id}\naws_secret_access_key = x\n`);
		await write('AKIABEFORE0000000001');
		const answer = json({
			metrics: { latencyMs: 3 },
			output: { message: { role: 'assistant', content: [{ text: 'OK' }] } },
			stopReason: 'end_turn',
			usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
		});
		const { promise: changed, resolve: change } = Promise.withResolvers<void>();
		bedrock.answerWith((...open) => void changed.then(() => answer(...open)), answer);
		const first = run('profile:work', { AWS_REGION: 'us-east-1' });
		await bedrock.received(1);
		await write('AKIAAFTER00000000001');
		change();
		expect((await first).end).toEqual({ state: 'complete', failure: null });
		await run('profile:work', { AWS_REGION: 'us-east-1' });
		const ids = bedrock.requests.map(
			({ headers }) => /Credential=(\w+)/.exec(headers.find(([name]) => /^authorization$/i.test(name))?.[1] ?? '')?.[1],
		);
		expect(ids).toEqual(['AKIABEFORE0000000001', 'AKIAAFTER00000000001']);
	});
});
