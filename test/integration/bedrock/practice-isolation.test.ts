import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
let homeFolder: string;
beforeAll(async () => {
	practice = await startObservedPractice();
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-aws-'));
});
afterAll(async () => {
	await practice.server.close();
	await rm(homeFolder, { recursive: true, force: true });
});

// Alone in its file: the SDK remembers some of what it has read for as long as its modules are loaded.
test.skipIf(process.platform === 'win32')(
	'the practice connection reads nothing of the machine’s AWS configuration',
	async () => {
		// Whoever opens a pipe to read it waits there for a writer, and can be seen to wait.
		const pipe = join(homeFolder, 'pipe');
		execFileSync('sh', ['-c', `mkfifo '${pipe}'`]);
		const planted = {
			AWS_CONFIG_FILE: pipe,
			AWS_SHARED_CREDENTIALS_FILE: pipe,
			AWS_PROFILE: 'nowhere',
			AWS_REGION: 'us-moon-1',
			AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
			AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://127.0.0.1:1',
			AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT00003',
			AWS_SECRET_ACCESS_KEY: 'x',
			AWS_SESSION_TOKEN: 'PLANTED-TOKEN',
			AWS_BEARER_TOKEN_BEDROCK: 'PLANTED-KEY',
			AWS_AUTH_SCHEME_PREFERENCE: 'httpBearerAuth',
			AWS_MAX_ATTEMPTS: '7',
			AWS_RETRY_MODE: 'adaptive',
			AWS_USE_FIPS_ENDPOINT: 'true',
			AWS_USE_DUALSTACK_ENDPOINT: 'true',
			AWS_DEFAULTS_MODE: 'never',
			AWS_SDK_UA_APP_ID: 'planted',
			AWS_DISABLE_CLOCK_SKEW_CORRECTION: 'perhaps',
		};
		for (const [name, value] of Object.entries(planted)) vi.stubEnv(name, value);
		const sink = recordingSink();
		const call = practice.caller({ homeFolder, environment: planted });
		const end = await call(makeCall({ maxTokens: 5 }, 'Hi'), sink, unstopped);
		const [seen] = await practice.exchanges(1);

		expect(end).toEqual({ state: 'complete', failure: null });
		expect(sink.targets).toEqual([{ region: 'us-east-1', endpoint: practice.server.endpoint, family: null }]);
		const sent = Object.fromEntries(seen?.requestHeaders ?? []);
		expect(sent['authorization']).toMatch(
			new RegExp(`^AWS4-HMAC-SHA256 Credential=${practice.server.accessKeyId}/\\d{8}/us-east-1/`),
		);
		expect(Object.keys(sent)).not.toContain('x-amz-security-token');
		expect(sent['amz-sdk-request']).toBe('attempt=1; max=3');
		expect(JSON.stringify(sent)).not.toMatch(/planted/i);
		await expect(open(pipe, constants.O_WRONLY | constants.O_NONBLOCK)).rejects.toMatchObject({ code: 'ENXIO' });
	},
);
