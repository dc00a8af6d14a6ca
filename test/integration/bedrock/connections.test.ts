import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import type { CallerOptions } from './support/caller.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubService } from './support/stub-service.ts';
import { json, refusal, startStubService } from './support/stub-service.ts';

let service: StubService;
let practice: ObservedPractice;
beforeAll(async () => {
	[service, practice] = await Promise.all([startStubService(), startObservedPractice()]);
});
afterAll(() => Promise.all([service.close(), practice.server.close()]));

let homeFolder: string;
let config: string;
let credentials: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-aws-'));
	await mkdir(join(homeFolder, '.aws', 'sso', 'cache'), { recursive: true });
	config = join(homeFolder, '.aws', 'config');
	credentials = join(homeFolder, '.aws', 'credentials');
	// The SDK looks for SSO tokens, and for the files of an SSO profile, in the process's own home folder.
	vi.stubEnv('HOME', homeFolder);
	service.answerWith(json(ANSWER));
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

const ANSWER = {
	metrics: { latencyMs: 3 },
	output: { message: { role: 'assistant', content: [{ text: 'OK' }] } },
	stopReason: 'end_turn',
	usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
};

async function run(settings: Partial<RequestSettings>, options: CallerOptions = {}) {
	const sink = recordingSink();
	const call = makeCaller({ endpoint: 'http://127.0.0.1:1', homeFolder, ...options });
	const end = await call(makeCall({ operation: 'Converse', ...settings }), sink, unstopped);
	return { end, sink, call };
}

/** What the request was signed with, as the server got it. */
function scopes(): (string | undefined)[] {
	return service.requests.map(({ headers }) => {
		const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
		return /Credential=([^,]+),/.exec(authorization)?.[1]?.replace(/\/\d{8}\//, '/DATE/');
	});
}

const keys = (id: string) => `aws_access_key_id = ${id}\naws_secret_access_key = SECRET-OF-${id}\n`;

describe('a profile', () => {
	test('without an endpoint of its own goes to AWS, whatever endpoint another profile names', async () => {
		const endpoints = `endpoint_url = ${service.endpoint}\n`;
		await writeFile(config, `[default]\n${endpoints}[profile work]\nregion = eu-west-1\n${keys('AKIAWORK')}`);
		vi.stubEnv('AWS_CONFIG_FILE', config);
		vi.stubEnv('AWS_ENDPOINT_URL', service.endpoint);
		const controller = new AbortController();
		const sink = recordingSink();
		const call = makeCaller({ endpoint: 'http://127.0.0.1:1', homeFolder, environment: { AWS_CONFIG_FILE: config } });
		const end = await call(
			makeCall({ operation: 'Converse', connection: 'profile:work' }),
			{
				...sink,
				// Nothing may leave this machine: the call ends where it would open its connection.
				attemptStarted(attempt) {
					sink.attemptStarted(attempt);
					controller.abort();
				},
			},
			controller.signal,
		);
		expect(end.state).toBe('stopped');
		expect(sink.attempts.map(({ url }) => new URL(url).origin)).toEqual([
			'https://bedrock-runtime.eu-west-1.amazonaws.com',
		]);
		expect(service.requests).toEqual([]);
	});

	test('calls with its own keys, to its own region and endpoint, whatever the environment has', async () => {
		await writeFile(credentials, `[default]\n${keys('AKIADEFAULT000000001')}[work]\n${keys('AKIAWORK000000000002')}`);
		await writeFile(config, `[profile work]\nregion = eu-central-1\nendpoint_url = ${service.endpoint}\n`);
		const environment = {
			AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00003',
			AWS_SECRET_ACCESS_KEY: 'x',
			AWS_PROFILE: 'default',
			AWS_BEARER_TOKEN_BEDROCK: 'ABSK-PLANTED',
		};
		for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
		const { end, sink } = await run({ connection: 'profile:work' }, { environment });
		expect(end).toEqual({ state: 'complete', failure: null });
		expect(scopes()).toEqual(['AKIAWORK000000000002/DATE/eu-central-1/bedrock/aws4_request']);
		expect(sink.targets).toEqual([{ region: 'eu-central-1', endpoint: service.endpoint, family: null }]);
		expect(sink.everything()).not.toMatch(/SECRET-OF|ABSK/);
	});

	test('that has changed since the last call is read again', async () => {
		await writeFile(credentials, `[work]\n${keys('AKIAOLD0000000000001')}`);
		const settings = { connection: 'profile:work', region: 'us-east-1', endpointUrl: service.endpoint };
		const { call } = await run(settings);
		await writeFile(credentials, `[work]\n${keys('AKIANEW0000000000002')}`);
		await call(makeCall({ operation: 'Converse', ...settings }), recordingSink(), unstopped);
		expect(scopes().map((scope) => scope?.slice(0, 7))).toEqual(['AKIAOLD', 'AKIANEW']);
	});

	test('whose keys a process gives asks that process once, until the service refuses them', async () => {
		const asked = join(homeFolder, 'asked');
		const given = JSON.stringify({ Version: 1, AccessKeyId: 'AKIAPROCESS000000001', SecretAccessKey: 'x' });
		const script = join(homeFolder, 'credentials.sh');
		await writeFile(script, `echo asked >> '${asked}'\necho '${given}'\n`);
		await writeFile(config, `[profile made]\ncredential_process = sh ${script}\nregion = us-west-2\n`);
		const settings = { connection: 'profile:made', endpointUrl: service.endpoint };
		const times = async () => (await readFile(asked, 'utf8')).trim().split('\n').length;

		const { call } = await run(settings);
		const again = () => call(makeCall({ operation: 'Converse', ...settings }), recordingSink(), unstopped);
		await again();
		expect(await times()).toBe(1);
		expect(scopes()).toEqual([
			'AKIAPROCESS000000001/DATE/us-west-2/bedrock/aws4_request',
			'AKIAPROCESS000000001/DATE/us-west-2/bedrock/aws4_request',
		]);
		service.answerWith(refusal(403, 'ExpiredTokenException', '{"message":"expired"}'), json(ANSWER));
		expect((await again()).failure?.code).toBe('expired-credentials');
		expect((await again()).state).toBe('complete');
		expect(await times()).toBe(2);
	});

	test.each([
		[
			'that is nowhere',
			'nope',
			'profile-missing',
			'Could not resolve credentials using profile: [nope] in configuration/credentials file(s).',
		],
		['that has a region only', 'bare', 'profile-empty', 'Profile bare of the AWS config files has no credentials.'],
		[
			'whose SSO session was never logged in',
			'sso',
			'sso-never',
			"The SSO session token associated with profile=sso was not found or is invalid. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
		],
		[
			'whose SSO session has run out',
			'legacy',
			'sso-expired',
			'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
		],
		['whose role asks for a code that nobody gives', 'mfa', 'mfa-declined', 'No MFA code was given.'],
		[
			'whose process gives nonsense',
			'made',
			'process-failed',
			'Profile made credential_process returned invalid JSON.',
		],
	] as const)('%s fails in its own words, and falls back to nothing', async (_name, profile, code, message) => {
		await writeFile(credentials, `[default]\n${keys('AKIADEFAULT000000001')}`);
		await writeFile(
			config,
			`[profile bare]
region = us-east-1
[profile sso]
region = us-east-1
sso_session = work
sso_account_id = 123456789012
sso_role_name = reader
[sso-session work]
sso_region = us-east-1
sso_start_url = https://example.awsapps.com/start
[profile legacy]
region = us-east-1
sso_start_url = https://legacy.awsapps.com/start
sso_region = us-east-1
sso_account_id = 123456789012
sso_role_name = reader
[profile mfa]
region = us-east-1
role_arn = arn:aws:iam::123456789012:role/r
source_profile = default
mfa_serial = arn:aws:iam::123456789012:mfa/u
[profile made]
region = us-east-1
credential_process = echo SECRET-NONSENSE
`,
		);
		const cache = createHash('sha1').update('https://legacy.awsapps.com/start').digest('hex');
		await writeFile(
			join(homeFolder, '.aws', 'sso', 'cache', `${cache}.json`),
			JSON.stringify({ accessToken: 'SECRET-TOKEN', expiresAt: '2020-01-01T00:00:00Z' }),
		);
		const environment = { AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00003', AWS_SECRET_ACCESS_KEY: 'x' };
		for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
		const { end, sink } = await run(
			{ connection: `profile:${profile}`, endpointUrl: service.endpoint },
			{ environment },
		);
		expect(end).toEqual({
			state: 'failed',
			failure: { code, type: 'CredentialsProviderError', message, status: null, requestId: null, systemCode: null },
		});
		expect([sink.attempts, sink.targets, service.requests]).toEqual([[], [], []]);
	});
});

describe('the environment', () => {
	const environment = {
		AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00003',
		AWS_SECRET_ACCESS_KEY: 'SECRET',
		AWS_REGION: 'ap-northeast-1',
	};

	test('calls with its keys and its region', async () => {
		const { end, sink } = await run(
			{ connection: 'environment' },
			{ environment: { ...environment, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: service.endpoint } },
		);
		expect(end.failure).toBeNull();
		expect(scopes()).toEqual(['AKIAENVIRONMENT00003/DATE/ap-northeast-1/bedrock/aws4_request']);
		expect(sink.targets[0]?.endpoint).toBe(service.endpoint);
	});

	test('without keys fails in the SDK’s words', async () => {
		const { end } = await run({ connection: 'environment' }, { environment: { AWS_REGION: 'us-east-1' } });
		expect(end.failure).toMatchObject({
			code: 'environment-missing',
			type: 'CredentialsProviderError',
			message: 'Unable to find environment variable credentials.',
		});
	});

	test('without a region says so before any request', async () => {
		const { AWS_REGION: _, ...regionless } = environment;
		const { end, sink } = await run({ connection: 'environment' }, { environment: regionless });
		expect(end.failure).toMatchObject({ code: 'no-region', message: 'Region is missing' });
		expect(sink.targets).toEqual([]);
	});

	test.each([
		['us-east-1', {}, 'https://bedrock-runtime.us-east-1.amazonaws.com'],
		['cn-north-1', {}, 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn'],
		['us-west-2', { AWS_USE_FIPS_ENDPOINT: 'true' }, 'https://bedrock-runtime-fips.us-west-2.amazonaws.com'],
	])('goes to AWS’s endpoint of %s %j', async (region, more, endpoint) => {
		const stop = new AbortController();
		const sink = recordingSink();
		const stopping = {
			...sink,
			resolved(target: Parameters<typeof sink.resolved>[0]) {
				sink.resolved(target);
				stop.abort();
			},
		};
		const call = makeCaller({ endpoint: '', homeFolder, environment: { ...environment, ...more } });
		const end = await call(makeCall({ connection: 'environment', region }), stopping, stop.signal);
		expect(end).toEqual({ state: 'stopped', failure: null });
		expect(sink.targets).toEqual([{ region, endpoint, family: null }]);
	});

	test('is shown the session token’s end', async () => {
		const { EXPIRED_SESSION_TOKEN } = await import('../../../src/main/practice/credentials.ts');
		const { end, sink } = await run(
			{ connection: 'environment', endpointUrl: practice.server.endpoint },
			{
				environment: {
					AWS_ACCESS_KEY_ID: practice.server.accessKeyId,
					AWS_SECRET_ACCESS_KEY: practice.server.secretAccessKey,
					AWS_SESSION_TOKEN: EXPIRED_SESSION_TOKEN,
					AWS_REGION: 'eu-west-3',
				},
			},
		);
		await practice.exchanges(1);
		expect(end.failure).toMatchObject({
			code: 'expired-credentials',
			type: 'ExpiredTokenException',
			message: 'The security token included in the request is expired',
			status: 403,
		});
		expect(sink.everything()).not.toContain(EXPIRED_SESSION_TOKEN);
	});
});

test('the practice connection keeps a region that was chosen', async () => {
	const sink = recordingSink();
	const settings = { region: 'ap-northeast-1', endpointUrl: 'http://127.0.0.1:1', maxTokens: 5 };
	const end = await practice.caller()(makeCall(settings), sink, unstopped);
	await practice.exchanges(1);
	expect(end).toEqual({ state: 'complete', failure: null });
	expect(sink.targets).toEqual([{ region: 'ap-northeast-1', endpoint: practice.server.endpoint, family: null }]);
});
