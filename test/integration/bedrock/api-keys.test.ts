import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
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
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-keys-'));
	service.answerWith(
		json({
			metrics: { latencyMs: 3 },
			output: { message: { role: 'assistant', content: [{ text: 'OK' }] } },
			stopReason: 'end_turn',
			usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
		}),
	);
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

async function run(settings: Partial<RequestSettings>, options: CallerOptions = {}) {
	const sink = recordingSink();
	const call = makeCaller({ endpoint: 'http://127.0.0.1:1', homeFolder, ...options });
	const end = await call(
		makeCall({ operation: 'Converse', endpointUrl: service.endpoint, ...settings }),
		sink,
		unstopped,
	);
	return { end, sink };
}

const authorizations = () =>
	service.requests.map(({ headers }) => headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]);

/** A short-term key, as AWS's token generator makes it. */
const SHORT_TERM = `bedrock-api-key-${Buffer.from(
	'bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Credential=ASIAPLANTED000000001%2F20261121%2Fap-northeast-1%2Fbedrock%2Faws4_request&X-Amz-Date=20261121T033733Z&X-Amz-Expires=43200&X-Amz-Signature=SECRET',
).toString('base64')}`;

test('the app’s own key is sent as it is, whatever keys and key the environment has', async () => {
	const environment = {
		AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00003',
		AWS_SECRET_ACCESS_KEY: 'x',
		AWS_BEARER_TOKEN_BEDROCK: 'ABSK-of-the-environment',
		AWS_REGION: 'eu-west-1',
	};
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	const { end, sink } = await run(
		{ connection: 'api-key' },
		{ environment, storedApiKey: async () => 'ABSK-of-the-app' },
	);
	expect(end).toEqual({ state: 'complete', failure: null });
	expect(authorizations()).toEqual(['Bearer ABSK-of-the-app']);
	expect(sink.targets[0]?.region).toBe('eu-west-1');
	expect(sink.attempts[0]?.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]).toBe('Bearer …');
	expect(sink.everything()).not.toContain('ABSK');
});

test('the environment’s key is taken where it was chosen', async () => {
	const environment = { AWS_BEARER_TOKEN_BEDROCK: 'ABSK-of-the-environment', AWS_REGION: 'eu-west-1' };
	const { end, sink } = await run(
		{ connection: 'environment-api-key' },
		{ environment, storedApiKey: async () => 'ABSK-of-the-app' },
	);
	expect(end).toEqual({ state: 'complete', failure: null });
	expect(authorizations()).toEqual(['Bearer ABSK-of-the-environment']);
	expect(sink.everything()).not.toContain('ABSK');
});

test('keys are signed with, though the environment has an API key', async () => {
	const environment = {
		AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00003',
		AWS_SECRET_ACCESS_KEY: 'x',
		AWS_BEARER_TOKEN_BEDROCK: 'ABSK-of-the-environment',
		AWS_REGION: 'eu-west-1',
	};
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	await run({ connection: 'environment' }, { environment });
	expect(authorizations()).toEqual([expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIAENVIRONMENT00003\//)]);
});

test('a short-term key goes to its own region, unless the conversation has one', async () => {
	const options = { environment: { AWS_REGION: 'eu-west-1' }, storedApiKey: async () => SHORT_TERM };
	expect((await run({ connection: 'api-key' }, options)).sink.targets[0]?.region).toBe('ap-northeast-1');
	const { sink } = await run({ connection: 'api-key', region: 'us-west-2' }, options);
	expect(sink.targets[0]?.region).toBe('us-west-2');
});

test('without a key nothing is sent', async () => {
	const { end } = await run({ connection: 'api-key', region: 'us-east-1' });
	expect(end).toEqual({
		state: 'failed',
		failure: {
			code: 'api-key-missing',
			type: 'CredentialsProviderError',
			message: 'No Bedrock API key is kept.',
			status: null,
			requestId: null,
			systemCode: null,
		},
	});
	expect(service.requests).toEqual([]);
});

test.each(['ABSK-two\nlines', 'ABSK 2', 'ABSK-鍵', 'ABSK\0'])(
	'a mangled key is told as one, and not sent: %j',
	async (key) => {
		const { end, sink } = await run({ connection: 'api-key', region: 'us-east-1' }, { storedApiKey: async () => key });
		expect(end.failure).toMatchObject({ code: 'api-key-invalid', status: null });
		expect(service.requests).toEqual([]);
		expect(sink.everything() + JSON.stringify(end)).not.toContain('ABSK');
	},
);

test('the line end of a key of the environment is not sent', async () => {
	const environment = { AWS_BEARER_TOKEN_BEDROCK: 'ABSK-of-the-environment\n', AWS_REGION: 'eu-west-1' };
	expect((await run({ connection: 'environment-api-key' }, { environment })).end.state).toBe('complete');
	expect(authorizations()).toEqual(['Bearer ABSK-of-the-environment']);
});

test('the practice endpoint takes its own key and refuses another in AWS’s words', async () => {
	const settings = { connection: 'api-key', region: 'us-east-1', endpointUrl: practice.server.endpoint };
	const good = await run(settings, { storedApiKey: async () => practice.server.apiKey });
	expect(good.end).toEqual({ state: 'complete', failure: null });
	const bad = await run(settings, { storedApiKey: async () => 'ABSK-wrong-wrong' });
	expect(bad.end.failure).toMatchObject({
		code: 'api-key-invalid',
		status: 403,
		message: 'Authentication failed: Please make sure your API Key is valid.',
	});
	await practice.exchanges(2);
});

test('a service that repeats the key is told of without it', async () => {
	service.answerWith(refusal(403, 'AccessDeniedException', JSON.stringify({ message: `Unknown key ${SHORT_TERM}` })));
	const { end, sink } = await run({ connection: 'api-key' }, { storedApiKey: async () => SHORT_TERM });
	expect(end.failure?.message).toBe('Unknown key …');
	expect(sink.everything() + JSON.stringify(end)).not.toContain(SHORT_TERM.slice(20));
});
