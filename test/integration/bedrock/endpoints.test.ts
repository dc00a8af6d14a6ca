import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { makeCall, makeCaller } from './support/caller.ts';
import { recordingSink } from './support/recording-sink.ts';

let homeFolder: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-endpoints-'));
	await mkdir(join(homeFolder, '.aws'));
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

/** Where a call would go. Nothing leaves this machine: it is stopped where it would open its connection. */
async function target(config: string, settings: Partial<RequestSettings>, environment: Record<string, string> = {}) {
	const keys = 'aws_access_key_id = AKIAWORK000000000001\naws_secret_access_key = x\n';
	await writeFile(join(homeFolder, '.aws', 'config'), `[profile work]\n${keys}${config}`);
	const stop = new AbortController();
	const sink = recordingSink();
	const stopping = {
		...sink,
		attemptStarted(attempt: Parameters<typeof sink.attemptStarted>[0]) {
			sink.attemptStarted(attempt);
			stop.abort();
		},
	};
	const call = makeCaller({ endpoint: '', homeFolder, environment });
	const end = await call(makeCall({ connection: 'profile:work', ...settings }), stopping, stop.signal);
	expect(end).toEqual({ state: 'stopped', failure: null });
	const { region, endpoint } = sink.targets[0] ?? {};
	expect(sink.attempts.map(({ url }) => new URL(url).origin)).toEqual([endpoint]);
	return [region, endpoint];
}

const FIPS = { fips: true };
const DUAL = { dualStack: true };
const BOTH = { ...FIPS, ...DUAL };

// The names are those that the SDK's own rules give; no account here has seen them answer.
test.each([
	['us-east-1', FIPS, 'https://bedrock-runtime-fips.us-east-1.amazonaws.com'],
	['us-east-1', DUAL, 'https://bedrock-runtime.us-east-1.api.aws'],
	['us-east-1', BOTH, 'https://bedrock-runtime-fips.us-east-1.api.aws'],
	['ca-central-1', FIPS, 'https://bedrock-runtime-fips.ca-central-1.amazonaws.com'],
	['us-gov-west-1', FIPS, 'https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com'],
	['us-gov-west-1', BOTH, 'https://bedrock-runtime-fips.us-gov-west-1.api.aws'],
	['cn-north-1', DUAL, 'https://bedrock-runtime.cn-north-1.api.amazonwebservices.com.cn'],
])('%s with %j', async (region, settings, endpoint) => {
	expect(await target('', { region, ...settings })).toEqual([region, endpoint]);
});

test('the files say it as well as the conversation, which goes first', async () => {
	const config = 'region = eu-west-1\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\n';
	const endpoint = async (settings: Partial<RequestSettings>) => (await target(config, settings))[1];
	expect(await endpoint({})).toBe('https://bedrock-runtime-fips.eu-west-1.api.aws');
	const own = { endpointUrl: 'https://vpce-1.example.test', fips: false, dualStack: false };
	expect(await endpoint(own)).toBe('https://vpce-1.example.test');
});

test('the region is the conversation’s, else the profile’s, else the environment’s', async () => {
	const environment = { AWS_REGION: 'sa-east-1', AWS_DEFAULT_REGION: 'us-east-2' };
	const own = 'region = eu-west-1\n';
	expect(await target(own, { region: 'us-west-2' }, environment)).toEqual([
		'us-west-2',
		'https://bedrock-runtime.us-west-2.amazonaws.com',
	]);
	expect((await target(own, {}, environment))[0]).toBe('eu-west-1');
	expect((await target('', {}, environment))[0]).toBe('sa-east-1');
});
