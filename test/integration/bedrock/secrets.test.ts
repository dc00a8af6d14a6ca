import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createLineLog } from '../../../src/main/core/hosting/line-log.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubService } from './support/stub-service.ts';
import { json, startStubService } from './support/stub-service.ts';

let service: StubService;
beforeAll(async () => {
	service = await startStubService();
});
afterAll(() => service.close());

let homeFolder: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-secrets-'));
	await mkdir(join(homeFolder, '.aws'));
	vi.stubEnv('HOME', homeFolder);
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

/** Calls with what stands in the config file; gives how it ended, and all that was told or logged of it. */
async function run(config: string, settings: Partial<RequestSettings> = {}) {
	await writeFile(join(homeFolder, '.aws', 'config'), config);
	const sink = recordingSink();
	const lines: string[] = [];
	const log = createLineLog((text) => lines.push(text), { now: () => 0 });
	const call = makeCaller({ endpoint: 'http://127.0.0.1:1', homeFolder, log });
	const profile = { connection: 'profile:work', region: 'us-east-1', operation: 'Converse' } as const;
	const end = await call(makeCall({ ...profile, ...settings }), sink, unstopped);
	return { end, told: sink.everything() + JSON.stringify([sink.targets, end]) + lines.join('') };
}

const keys = 'aws_access_key_id = AKIAWORK000000000001\naws_secret_access_key = SECRET-OF-WORK\n';

test('a process that fails is told of without its command line', async () => {
	const { end, told } = await run(
		'[profile work]\ncredential_process = sh -c "echo no vault >&2; exit 3" --token hunter2-hunter2\n',
	);
	expect(end.failure).toMatchObject({ code: 'process-failed', message: 'Command failed: …\nno vault\n' });
	expect(told).not.toContain('hunter2');
});

test('a shell that repeats the command line it can’t read repeats no argument of it', async () => {
	const script = join(homeFolder, 'credentials.sh');
	await writeFile(script, 'echo "line 1: $1: unexpected" >&2; exit 2');
	const { end, told } = await run(`[profile work]\ncredential_process = sh ${script} --pw=hunter2-hunter2\n`);
	expect(end.failure?.message).toBe('Command failed: …\nline 1: --pw=…: unexpected\n');
	expect(told).not.toContain('hunter2');
});

test('the process of a profile that another one builds on is told of in the same way', async () => {
	const { end, told } = await run(
		'[profile work]\nrole_arn = arn:aws:iam::111122223333:role/R\nsource_profile = base\n' +
			'[profile base]\ncredential_process = sh -c "exit 3" --token hunter2-hunter2\n',
	);
	expect(end.state).toBe('failed');
	expect(told).not.toContain('hunter2');
});

test.each(['endpoint_url', 'endpoint_url that can’t be read'])('an %s with a password', async (name) => {
	service.answerWith(json({}));
	const address = new URL(service.endpoint).host;
	const url = name === 'endpoint_url' ? `http://me:hunter2@${address}` : `http://me:hunter2@[${address}`;
	const { told } = await run(`[profile work]\n${keys}endpoint_url = ${url}/?key=hunter2\n`);
	expect(told).not.toMatch(/hunter2|SECRET-OF/);
});

test('an error of the transport that repeats the headers', async () => {
	const sink = recordingSink();
	const environment = {
		AWS_ACCESS_KEY_ID: 'AKIAWORK000000000001',
		AWS_SECRET_ACCESS_KEY: 'SECRET-OF-WORK',
		AWS_SESSION_TOKEN: 'TOKEN/OF+WORK==',
	};
	let signature = '';
	const requestHandler = {
		async handle({ headers }: { readonly headers: Readonly<Record<string, string>> }): Promise<never> {
			signature = /Signature=(\w+)/.exec(headers['authorization'] ?? '')?.[1] ?? '';
			throw new Error(`Not sent: ${JSON.stringify(headers)}`);
		},
	};
	const call = makeCaller({ endpoint: 'http://127.0.0.1:1', environment, requestHandler });
	const end = await call(makeCall({ connection: 'environment', region: 'us-east-1' }), sink, unstopped);
	expect(sink.attempts[0]?.ends[0]?.message).toMatch(/^Not sent: .*"x-amz-security-token":"…"/);
	expect(signature).toMatch(/^[0-9a-f]{64}$/);
	const told = sink.everything() + JSON.stringify(end);
	for (const value of [signature, 'TOKEN/OF', 'SECRET-OF']) expect(told).not.toContain(value);
});
