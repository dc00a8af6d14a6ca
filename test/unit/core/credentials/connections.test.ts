import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listConnections } from '../../../../src/main/core/credentials/connections.ts';
import { systemClock } from '../../../../src/main/core/hosting/system-clock.ts';

let homeFolder: string;
let config: string;
let credentials: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-aws-'));
	await mkdir(join(homeFolder, '.aws'));
	config = join(homeFolder, '.aws', 'config');
	credentials = join(homeFolder, '.aws', 'credentials');
});
afterEach(() => rm(homeFolder, { recursive: true, force: true }));

const list = (environment: Record<string, string> = {}, storedApiKey: string | null = null) =>
	listConnections({
		clock: systemClock,
		environment,
		homeFolder,
		practiceRegion: 'us-east-1',
		storedApiKey: async () => storedApiKey,
		systemFolder: join(homeFolder, 'sys'),
	});

const practice = {
	id: 'practice',
	name: 'practice',
	kind: 'practice',
	region: 'us-east-1',
	regionFrom: 'practice',
	mfa: false,
	signIn: null,
	expiresAt: null,
};

test('a machine without configuration has the practice endpoint', async () => {
	expect(await list()).toEqual({ connections: [practice], problems: [] });
});

test('every profile is listed with the kind of its credentials and its region, and without a value', async () => {
	await writeFile(
		config,
		`[default]
region = eu-west-1
[profile role]
role_arn = arn:aws:iam::1:role/r
source_profile = default
region = us-west-2
[profile source]
role_arn = arn:aws:iam::1:role/r
credential_source = Environment
[profile web]
role_arn = arn:aws:iam::1:role/r
web_identity_token_file = /token
[profile process]
credential_process = /bin/echo SECRET-OF-PROCESS
[profile sso]
sso_session = work
sso_account_id = 1
sso_role_name = r
[sso-session work]
sso_region = us-east-1
sso_start_url = https://example.awsapps.com/start
[profile login]
login_session = arn:aws:iam::1:user/u
[profile 日本]
region = ap-northeast-1
[services local]
bedrock_runtime =
  endpoint_url = http://127.0.0.1:1
[profile only-region]
region = ap-northeast-1
`,
	);
	await writeFile(
		credentials,
		`[default]
aws_access_key_id = AKIAPLANTED
aws_secret_access_key = PLANTED-SECRET
[work]
aws_access_key_id = AKIAPLANTED
aws_secret_access_key = PLANTED-SECRET
aws_session_token = PLANTED-TOKEN
`,
	);
	const found = await list();
	// The SDK can't read this name, so no call could use it.
	expect(found.problems).toEqual([{ file: config, line: 24, code: 'bad-section', detail: '[profile 日本]' }]);
	expect(found.connections.map(({ id, kind, region }) => [id, kind, region])).toEqual([
		['practice', 'practice', 'us-east-1'],
		['profile:default', 'static', 'eu-west-1'],
		['profile:work', 'static', null],
		['profile:role', 'assume-role', 'us-west-2'],
		['profile:source', 'assume-role', null],
		['profile:web', 'web-identity', null],
		['profile:process', 'process', null],
		['profile:sso', 'sso', null],
		['profile:login', 'login', null],
		['profile:only-region', 'none', 'ap-northeast-1'],
	]);
	expect(JSON.stringify(found)).not.toMatch(/PLANTED|SECRET/);
});

test('what stands in the credentials file goes before the config file, as in the SDK', async () => {
	await writeFile(config, '[profile work]\nregion = eu-west-1\noutput = json\n');
	await writeFile(credentials, '[work]\nregion = us-west-2\n');
	expect((await list()).connections[1]).toMatchObject({ id: 'profile:work', region: 'us-west-2' });
});

test('the environment’s credentials come after practice; its region serves profiles without one', async () => {
	await writeFile(config, '[default]\nregion = eu-west-1\n[profile a]\nregion = eu-west-2\n');
	const keys = { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 'PLANTED' };
	expect((await list({ ...keys, AWS_PROFILE: 'a' })).connections.map(({ id, region }) => [id, region])).toEqual([
		['practice', 'us-east-1'],
		['environment', 'eu-west-2'],
		['profile:default', 'eu-west-1'],
		['profile:a', 'eu-west-2'],
	]);
	await writeFile(config, '[default]\nregion = eu-west-1\n[profile a]\n[profile b]\noutput = json\n');
	const there = await list({ ...keys, AWS_REGION: 'sa-east-1' });
	expect(there.connections.map(({ id, region }) => [id, region])).toEqual([
		['practice', 'us-east-1'],
		['environment', 'sa-east-1'],
		['profile:default', 'eu-west-1'],
		['profile:b', 'sa-east-1'],
	]);
	expect((await list({ AWS_ACCESS_KEY_ID: 'AKIA1' })).connections[1]?.id).toBe('profile:default');
});

describe('what is there beside profiles', () => {
	const ids = async (...given: Parameters<typeof list>) => (await list(...given)).connections.map(({ id }) => id);

	test('is listed where it is whole', async () => {
		expect(await ids({ AWS_BEARER_TOKEN_BEDROCK: 'PLANTED' })).toEqual(['practice', 'environment-api-key']);
		const web = { AWS_WEB_IDENTITY_TOKEN_FILE: '/token', AWS_ROLE_ARN: 'arn:aws:iam::1:role/r' };
		expect(await ids(web)).toEqual(['practice', 'web-identity']);
		expect(await ids({ AWS_ROLE_ARN: web.AWS_ROLE_ARN })).toEqual(['practice']);
		expect(await ids({ AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/creds' })).toEqual(['practice', 'container']);
		expect(await ids({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://localhost/creds' })).toEqual([
			'practice',
			'container',
		]);
		expect(await ids({ AWS_CONTAINER_AUTHORIZATION_TOKEN: 'PLANTED' })).toEqual(['practice']);
	});

	test('is a problem where it is half set', async () => {
		const problem = (file: string, detail: string) => ({ file, line: null, code: 'half-set', detail });
		expect((await list({ AWS_ACCESS_KEY_ID: 'PLANTED' })).problems).toEqual([
			problem('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'),
		]);
		expect((await list({ AWS_SECRET_ACCESS_KEY: 'PLANTED', AWS_WEB_IDENTITY_TOKEN_FILE: '/token' })).problems).toEqual([
			problem('AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'),
			problem('AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN'),
		]);
	});

	test('comes in one order, the app’s own key first', async () => {
		const found = await list(
			{
				AWS_ACCESS_KEY_ID: 'AKIA1',
				AWS_SECRET_ACCESS_KEY: 'PLANTED',
				AWS_BEARER_TOKEN_BEDROCK: 'PLANTED',
				AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/creds',
				AWS_CONTAINER_AUTHORIZATION_TOKEN: 'PLANTED',
				AWS_REGION: 'sa-east-1',
			},
			'ABSK-PLANTED',
		);
		expect(found.connections.map(({ id, kind, region, regionFrom }) => [id, kind, region, regionFrom])).toEqual([
			['practice', 'practice', 'us-east-1', 'practice'],
			['api-key', 'api-key', 'sa-east-1', 'environment'],
			['environment-api-key', 'api-key', 'sa-east-1', 'environment'],
			['environment', 'environment', 'sa-east-1', 'environment'],
			['container', 'container', 'sa-east-1', 'environment'],
		]);
		expect(JSON.stringify(found)).not.toContain('PLANTED');
	});

	test('a short-term API key brings its region and its end', async () => {
		const query =
			'X-Amz-Credential=PLANTED%2F20261121%2Fap-northeast-1%2Fbedrock%2Faws4_request&X-Amz-Date=20261121T000000Z&X-Amz-Expires=3600';
		const key = `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?${query}`).toString('base64')}`;
		const facts = {
			region: 'ap-northeast-1',
			regionFrom: 'api-key',
			expiresAt: Date.parse('2026-11-21T01:00:00Z'),
		};
		const environment = { AWS_REGION: 'sa-east-1', AWS_BEARER_TOKEN_BEDROCK: key };
		const { connections } = await list(environment, key);
		expect(connections[1]).toMatchObject({ id: 'api-key', ...facts });
		expect(connections[2]).toMatchObject({ id: 'environment-api-key', ...facts });
	});

	test.each([
		['class/dmi/id/sys_vendor', 'Amazon EC2\n', true],
		['class/dmi/id/board_asset_tag', 'i-0123456789abcdef0\n', true],
		['hypervisor/uuid', 'ec2e1916-9099-7caf-fd21-012345abcdef\n', true],
		['class/dmi/id/sys_vendor', 'LENOVO\n', false],
		['class/dmi/id/board_asset_tag', 'Not Specified\n', false],
	])('an instance is listed where %s says %j: %s', async (file, text, isThere) => {
		await mkdir(join(homeFolder, 'sys', file, '..'), { recursive: true });
		await writeFile(join(homeFolder, 'sys', file), text);
		expect(await ids()).toEqual(isThere ? ['practice', 'instance'] : ['practice']);
		expect(await ids({ AWS_EC2_METADATA_DISABLED: 'true' })).toEqual(['practice']);
	});
});

test('a code is asked for where a role on the way has a device', async () => {
	await writeFile(
		config,
		`[profile base]
aws_access_key_id = A
aws_secret_access_key = PLANTED
mfa_serial = arn:aws:iam::1:mfa/unused
[profile admin]
role_arn = arn:aws:iam::1:role/admin
source_profile = base
mfa_serial = arn:aws:iam::1:mfa/alice
[profile deeper]
role_arn = arn:aws:iam::2:role/deep
source_profile = admin
[profile plain]
role_arn = arn:aws:iam::1:role/plain
source_profile = base
[profile a]
role_arn = arn:aws:iam::1:role/a
source_profile = b
[profile b]
role_arn = arn:aws:iam::1:role/b
source_profile = a
mfa_serial = arn:aws:iam::1:mfa/b
`,
	);
	expect((await list()).connections.filter(({ mfa }) => mfa).map(({ name }) => name)).toEqual([
		'admin',
		'deeper',
		'a',
		'b',
	]);
});

test('the files are where the environment says, and are read anew each time', async () => {
	const elsewhere = join(homeFolder, 'elsewhere');
	await writeFile(elsewhere, '[profile one]\nregion = us-east-2\n');
	const environment = { AWS_CONFIG_FILE: elsewhere, AWS_SHARED_CREDENTIALS_FILE: '~/own-credentials' };
	expect((await list(environment)).connections.map(({ id }) => id)).toEqual(['practice', 'profile:one']);
	await writeFile(elsewhere, '[profile two]\nregion = us-east-2\n');
	await writeFile(join(homeFolder, 'own-credentials'), '[three]\naws_access_key_id = A\naws_secret_access_key = B\n');
	expect((await list(environment)).connections.map(({ id }) => id)).toEqual([
		'practice',
		'profile:three',
		'profile:two',
	]);
});

describe('a broken file', () => {
	const problems = async (text: string | Uint8Array) => {
		await writeFile(credentials, text);
		const found = (await list()).problems;
		for (const problem of found) expect(problem.file).toBe(credentials);
		expect(JSON.stringify(found)).not.toContain('PLANTED');
		return found.map(({ line, code, detail }) => [line, code, detail]);
	};

	test('with lines that say nothing', async () => {
		expect(
			await problems(
				'# a comment\n[default]\naws_access_key_id AKIAPLANTED\n= PLANTED\naws_secret_access_key = PLANTED\n; fine\n\n',
			),
		).toEqual([
			[3, 'bad-line', '…'],
			[4, 'bad-line', '…'],
		]);
	});

	test('with keys before any section', async () => {
		expect(await problems('aws_secret_access_key = PLANTED\n[default]\nregion = x\n')).toEqual([
			[1, 'no-section', 'aws_secret_access_key = …'],
		]);
	});

	test.each([
		['[default\naws_secret_access_key = PLANTED', '[default'],
		['[]\na = PLANTED', '[]'],
		['[default aws_secret_access_key=PLANTED]', '[default aws_secret_access_key…'],
		['[default] PLANTED', '[default] …'],
		['[__proto__]\na = b', '[__proto__]'],
	])('with a section header like %j', async (text, detail) => {
		expect(await problems(text)).toEqual([[1, 'bad-section', detail]]);
	});

	test('in UTF-16, or not text at all', async () => {
		expect(await problems(Buffer.from('\ufeff[default]\nregion = PLANTED', 'utf16le'))).toEqual([
			[null, 'not-text', 'UTF-16'],
		]);
		expect(await problems(Uint8Array.of(0x5b, 0xff, 0xfe, 0x80))).toEqual([[null, 'not-text', '']]);
		expect(await problems('[default]\0')).toEqual([[null, 'not-text', '']]);
	});

	test('that begins with a byte order mark reads well', async () => {
		expect(await problems('\ufeff[default]\r\nregion = us-east-1\r\n')).toEqual([]);
	});

	test('that can’t be read', async () => {
		await mkdir(credentials);
		expect((await list()).problems).toEqual([{ file: credentials, line: null, code: 'unreadable', detail: 'EISDIR' }]);
	});

	test.skipIf(process.getuid?.() === 0)('that may not be read', async () => {
		await writeFile(config, '[default]\n');
		await chmod(config, 0);
		expect((await list()).problems).toEqual([{ file: config, line: null, code: 'unreadable', detail: 'EACCES' }]);
	});

	test('keeps nobody from the other one', async () => {
		await writeFile(config, '[profile good]\nregion = us-east-1\n');
		await mkdir(credentials);
		expect((await list()).connections.map(({ id }) => id)).toEqual(['practice', 'profile:good']);
	});
});
