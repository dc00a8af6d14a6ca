import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TargetSettings } from '../../../../src/main/core/credentials/target.ts';
import { resolveTarget } from '../../../../src/main/core/credentials/target.ts';

let homeFolder: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-target-'));
	await mkdir(join(homeFolder, '.aws'));
	await writeFile(
		join(homeFolder, '.aws', 'config'),
		'[profile work]\nregion = eu-west-1\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\nendpoint_url = http://profile.test\nca_bundle = ~/ca.pem\n',
	);
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

const practice = { endpoint: 'http://127.0.0.1:1', region: 'us-east-1', accessKeyId: 'A', secretAccessKey: 'B' };

function target(
	settings: Partial<TargetSettings>,
	environment: Record<string, string> = {},
	service: 'bedrock_runtime' | 'sts' = 'bedrock_runtime',
) {
	const all = { connection: 'profile:work', region: null, endpointUrl: null, fips: null, dualStack: null, ...settings };
	return resolveTarget(all, { environment, homeFolder }, practice, service);
}

test('settings go first; of the others a profile’s own region, and else the environment’s word', async () => {
	expect(await target({})).toEqual({
		connection: 'profile:work',
		region: 'eu-west-1',
		endpoint: 'http://profile.test',
		fips: true,
		dualStack: true,
		caBundle: '~/ca.pem',
		exists: true,
	});
	const environment = {
		AWS_REGION: 'sa-east-1',
		AWS_ENDPOINT_URL: 'http://environment.test',
		AWS_USE_FIPS_ENDPOINT: 'false',
		AWS_USE_DUALSTACK_ENDPOINT: 'false',
	};
	expect(await target({}, environment)).toMatchObject({
		region: 'eu-west-1',
		endpoint: 'http://environment.test',
		fips: false,
		dualStack: false,
	});
	const settings = { region: 'us-west-2', endpointUrl: 'http://settings.test', fips: true, dualStack: true };
	expect(await target(settings, environment)).toMatchObject({
		region: 'us-west-2',
		endpoint: 'http://settings.test',
		fips: true,
		dualStack: true,
	});
	expect(await target({ fips: false, dualStack: false })).toMatchObject({ fips: false, dualStack: false });
});

test('the settings’ URL is that of Bedrock Runtime alone', async () => {
	const settings = { endpointUrl: 'http://settings.test' };
	expect((await target(settings, { AWS_ENDPOINT_URL_STS: 'http://sts.test' }, 'sts')).endpoint).toBe('http://sts.test');
});

test('practice goes where practice is, whatever is set', async () => {
	const settings = { connection: 'practice', endpointUrl: 'http://settings.test', fips: true, dualStack: true };
	expect(await target(settings, { AWS_REGION: 'sa-east-1', AWS_ENDPOINT_URL: 'http://environment.test' })).toEqual({
		connection: 'practice',
		region: 'us-east-1',
		endpoint: 'http://127.0.0.1:1',
		fips: false,
		dualStack: false,
		caBundle: null,
		exists: true,
	});
});

test('a profile that is nowhere is known as such', async () => {
	expect(await target({ connection: 'profile:nope' })).toMatchObject({ exists: false, region: null });
	expect(await target({ connection: 'container' })).toMatchObject({ exists: true });
});
