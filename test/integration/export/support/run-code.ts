import type { ExecFileException } from 'node:child_process';
import { execFile, execFileSync } from 'node:child_process';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Code, CodeTarget } from '../../../../src/shared/model/code.ts';
import { temporaryFolder } from '../../../helpers/test-app.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Calls a handler and prints what it answers. */
const CALLERS: Partial<Record<CodeTarget, readonly string[]>> = {
	'lambda-python': [
		'python3',
		'-c',
		'import json, lambda_function; print(json.dumps(lambda_function.lambda_handler({}, None)))',
	],
	'lambda-node': [
		process.execPath,
		'--input-type=module',
		'--eval',
		'import { handler } from "./index.mjs"; console.log(JSON.stringify(await handler({})));',
	],
};

/** Saves code under its own name in a fresh folder, with the project's packages beside it, and runs it. */
export async function runCode(
	target: CodeTarget,
	{ code, fileName }: Code,
	variables: Readonly<Record<string, string>>,
) {
	await using folder = await temporaryFolder();
	await writeFile(join(folder.path, fileName), code);
	await symlink(join(root, 'node_modules'), join(folder.path, 'node_modules'), 'junction');
	const runner = target.startsWith('python') ? 'python3' : /script$/.test(target) ? process.execPath : 'sh';
	const [file = '', ...args] = CALLERS[target] ?? [runner, fileName];
	const env = { ...withoutAws(), ...noFiles(folder.path), ...variables };
	return await new Promise<{ stdout: string; stderr: string; error: ExecFileException | null }>((resolve) => {
		execFile(file, args, { cwd: folder.path, env }, (error, stdout, stderr) => resolve({ stdout, stderr, error }));
	});
}

/** What the compiler says of the TypeScript files in a folder, in strict mode. */
export async function typeErrors(folder: string): Promise<string> {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.mts'));
	await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
	const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024'];
	return await new Promise((resolve) => {
		const args = [compiler, ...options, '--types', 'node', ...files];
		execFile(process.execPath, args, { cwd: folder }, (_error, stdout, stderr) => resolve(stdout + stderr));
	});
}

/** What is missing here to run a target, or null. */
export function missing(target: CodeTarget): string | null {
	if (target.endsWith('python')) return boto3 ? null : 'python3 has no boto3';
	if (target === 'aws-cli') return awsCli ? null : 'the AWS CLI is not installed';
	return target === 'curl' && !curl ? 'no curl with --aws-sigv4 that works from a shell' : null;
}

/** Why the AWS CLI can't hand out the keys of a profile here, or null. */
export function missingExport(): string | null {
	const isNew = awsCli && /^aws-cli\/[2-9]/.test(execFileSync('aws', ['--version'], { encoding: 'utf8' }));
	return isNew ? null : 'no AWS CLI of version 2';
}

const boto3 = works('python3', ['-c', 'import boto3']);
const awsCli = works('aws', ['--version']) && process.platform !== 'win32';
const curl = works('curl', ['--aws-sigv4', 'aws:amz', '--version']) && process.platform !== 'win32';

function works(file: string, args: readonly string[]): boolean {
	try {
		execFileSync(file, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Nothing of this machine's own AWS configuration decides a test. */
function withoutAws(): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|NODE_OPTIONS|VITEST)/.test(name)));
}

function noFiles(folder: string) {
	return {
		AWS_CONFIG_FILE: join(folder, 'no-config'),
		AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
		AWS_EC2_METADATA_DISABLED: 'true',
		PYTHONDONTWRITEBYTECODE: '1',
	};
}
