import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { awsCliVersion } from '../../../../src/main/core/setup/aws-cli.ts';
import { lookAround } from '../../../../src/main/core/setup/look-around.ts';
import { temporaryFolder } from '../../../helpers/test-app.ts';

const { platform } = process;
const nobody = async () => ({ connections: [] });

test('an empty machine: both files are missing, and nothing else is there', async () => {
	await using home = await temporaryFolder();
	const machine = await lookAround({ environment: { PATH: home.path }, homeFolder: home.path }, nobody);
	expect(machine).toEqual({
		files: [
			{ kind: 'config', path: join(home.path, '.aws', 'config'), state: 'missing' },
			{ kind: 'credentials', path: join(home.path, '.aws', 'credentials'), state: 'missing' },
		],
		variables: [],
		connections: [],
	});
});

test('files are told by the place where they are looked for, and whether they can be read', async () => {
	await using home = await temporaryFolder();
	const config = join(home.path, 'elsewhere');
	await writeFile(config, '[default]\naws_secret_access_key = SECRET-IN-FILE\n');
	await mkdir(join(home.path, '.aws', 'credentials'), { recursive: true });
	const environment = { PATH: '', AWS_CONFIG_FILE: config };
	const machine = await lookAround({ environment, homeFolder: home.path }, nobody);
	expect(machine.files).toEqual([
		{ kind: 'config', path: config, state: 'found' },
		{ kind: 'credentials', path: join(home.path, '.aws', 'credentials'), state: 'unreadable' },
	]);
	expect(machine.variables).toEqual(['AWS_CONFIG_FILE']);
	expect(JSON.stringify(machine)).not.toContain('SECRET');
});

test('variables are named, an empty one is not, and no value is told', async () => {
	await using home = await temporaryFolder();
	const environment = {
		PATH: '',
		AWS_DEFAULT_REGION: 'VALUE-1',
		AWS_PROFILE: 'VALUE-2',
		AWS_REGION: '',
		AWS_BEARER_TOKEN_BEDROCK: 'VALUE-3',
		AWS_PAGER: 'VALUE-4',
	};
	const machine = await lookAround({ environment, homeFolder: home.path }, nobody);
	expect(machine.variables).toEqual(['AWS_PROFILE', 'AWS_DEFAULT_REGION', 'AWS_BEARER_TOKEN_BEDROCK']);
	expect(JSON.stringify(machine)).not.toContain('VALUE');
});

describe.skipIf(platform === 'win32')('the AWS CLI', () => {
	/** A machine whose only program is an `aws` of these lines. */
	async function withAws(lines: string) {
		const folder = await temporaryFolder();
		const file = join(folder.path, 'aws');
		await writeFile(file, `#!/bin/sh\n${lines}\n`);
		await chmod(file, 0o755);
		const surroundings = { environment: { PATH: folder.path }, homeFolder: folder.path, platform: 'linux' };
		return { ...surroundings, folder, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
	}

	test('says its version', async () => {
		await using here = await withAws('echo "aws-cli/2.31.0 Python/3.13.7 Linux/6.8 exe/x86_64"');
		expect(await awsCliVersion(here)).toBe('aws-cli/2.31.0');
	});

	test('version 1 says it on the error output', async () => {
		await using here = await withAws('echo "aws-cli/1.18.69 Python/2.7.18" >&2');
		expect(await awsCliVersion(here)).toBe('aws-cli/1.18.69');
	});

	test('is not there for one that fails, or that is another program', async () => {
		await using failing = await withAws('echo "aws-cli/2.31.0"; exit 1');
		expect(await awsCliVersion(failing)).toBeNull();
		await using other = await withAws('echo "aws, the awk wrapper script 1.0"');
		expect(await awsCliVersion(other)).toBeNull();
	});

	test('is looked for on the path of the surroundings, never in the home folder', async () => {
		await using here = await withAws('echo "aws-cli/2.31.0"');
		expect(await awsCliVersion({ ...here, environment: { PATH: '/nonexistent' } })).toBeNull();
	});
});
