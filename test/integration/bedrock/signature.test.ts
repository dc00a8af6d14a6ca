import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

let homeFolder: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-signature-'));
	await mkdir(join(homeFolder, '.aws'));
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

/** Calls with a profile that has the practice keys; gives what was told of the attempts. Practice checks each signature. */
async function attempts(settings: Partial<RequestSettings>, more: Readonly<Record<string, string>> = {}) {
	const { endpoint, accessKeyId, secretAccessKey } = practice.server;
	const keys = { aws_access_key_id: accessKeyId, aws_secret_access_key: secretAccessKey, ...more };
	const lines = Object.entries({ region: 'us-east-1', endpoint_url: endpoint, ...keys });
	await writeFile(
		join(homeFolder, '.aws', 'config'),
		['[profile work]', ...lines.map(([key, value]) => `${key} = ${value}`)].join('\n'),
	);
	const sink = recordingSink();
	await practice.caller({ homeFolder })(makeCall({ connection: 'profile:work', ...settings }), sink, unstopped);
	expect(sink.everything()).not.toContain(secretAccessKey);
	return sink.attempts;
}

test.each(operations)('%s: what was signed is found again, and is what was sent', async (operation) => {
	const [attempt] = await attempts({ operation });
	const signature = attempt?.signature;
	expect(attempt?.status).toBe(200);
	expect(signature?.matches).toBe(true);
	const lines = signature?.canonicalRequest.split('\n') ?? [];
	expect(lines[0]).toBe('POST');
	expect(lines[1]).toMatch(/^\/model\/us\.anthropic\.claude-haiku-4-5-20251001-v1%253A0\/[a-z-]+$/);
	expect(lines.at(-1)).toBe(
		createHash('sha256')
			.update(attempt?.body ?? '')
			.digest('hex'),
	);
	const authorization = attempt?.headers.find(([name]) => name === 'authorization')?.[1] ?? '';
	expect(authorization).toBe(
		`${signature?.algorithm} Credential=${signature?.accessKeyId}/${signature?.scope}, SignedHeaders=${signature?.signedHeaders.join(';')}, Signature=${signature?.signature}…`,
	);
	expect(signature?.stringToSign.split('\n').slice(0, 3)).toEqual([
		'AWS4-HMAC-SHA256',
		attempt?.headers.find(([name]) => name === 'x-amz-date')?.[1],
		signature?.scope,
	]);
});

test.each(['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3', "岩の model (v1)!*'"])(
	'the path of %s is signed as it is encoded',
	async (modelId) => {
		const [attempt] = await attempts({ operation: 'Converse', modelId });
		expect(attempt?.signature?.matches).toBe(true);
		// Practice refuses a signature with 403: any other answer means that it, too, found it right.
		expect(attempt?.status).not.toBe(403);
	},
);

test('with temporary keys the token is signed and not kept', async () => {
	const [attempt] = await attempts({ operation: 'Converse' }, { aws_session_token: PRACTICE_SESSION_TOKEN });
	expect(attempt?.status).toBe(200);
	expect(attempt?.signature?.matches).toBe(true);
	expect(attempt?.signature?.signedHeaders).toContain('x-amz-security-token');
	expect(attempt?.signature?.canonicalRequest).toContain('\nx-amz-security-token:…\n');
	expect(JSON.stringify(attempt)).not.toContain(PRACTICE_SESSION_TOKEN);
});

test('each attempt has a signature of its own', async () => {
	practice.server.faults.arm({ kind: 'throttled', retryAfterSeconds: 0 });
	const [first, second] = await attempts({ operation: 'ConverseStream' });
	expect([first?.status, second?.status]).toEqual([429, 200]);
	expect([first?.signature?.matches, second?.signature?.matches]).toEqual([true, true]);
	expect(first?.signature?.canonicalRequest).toContain('\namz-sdk-request:attempt=1; max=3\n');
	expect(second?.signature?.canonicalRequest).toContain('\namz-sdk-request:attempt=2; max=3\n');
});

test('a request with an API key has none', async () => {
	const sink = recordingSink();
	const call = practice.caller({ homeFolder, storedApiKey: async () => practice.server.apiKey });
	const settings = { connection: 'api-key', region: 'us-east-1', endpointUrl: practice.server.endpoint } as const;
	const end = await call(makeCall(settings), sink, unstopped);
	expect(end.state).toBe('complete');
	expect(sink.attempts[0]?.signature).toBeNull();
});
