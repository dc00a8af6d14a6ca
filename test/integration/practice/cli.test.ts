import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rawPost } from './support/raw-call.ts';

const CLI = fileURLToPath(new URL('../../../src/main/practice/cli.ts', import.meta.url));

function start(args: readonly string[]) {
	const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	let out = '';
	let error = '';
	const firstOutput = new Promise<void>((resolve) => {
		child.stdout.on('data', (chunk: Buffer) => {
			out += chunk.toString();
			if (out.endsWith('\n')) resolve();
		});
	});
	child.stderr.on('data', (chunk: Buffer) => {
		error += chunk.toString();
	});
	const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
	return { child, firstOutput, exit, out: () => out, error: () => error };
}

it('prints one line of JSON, serves, and ends on SIGTERM', async () => {
	const command = start(['--json', '--pace', 'none']);
	await command.firstOutput;
	const lines = command.out().trimEnd().split('\n');
	expect(lines).toHaveLength(1);
	const printed = JSON.parse(lines[0] ?? '') as Record<string, string>;
	expect(Object.keys(printed)).toEqual(['endpoint', 'region', 'accessKeyId', 'secretAccessKey', 'apiKey']);
	const { endpoint = '', region = '', accessKeyId = '', secretAccessKey = '', apiKey = '' } = printed;
	const body = JSON.stringify({ inputText: 'Hello' });
	const server = { endpoint, region, accessKeyId, secretAccessKey, apiKey };
	const { status } = await rawPost(server, '/model/amazon.titan-text-express-v1/invoke', body);
	expect(status).toBe(200);
	command.child.kill('SIGTERM');
	// Windows has no signals to catch: there the process is ended from outside.
	expect(await command.exit).toBe(process.platform === 'win32' ? null : 0);
});

it('refuses a flag that it does not know', async () => {
	const command = start(['--prot', '8787']);
	expect(await command.exit).toBe(2);
	expect(command.out()).toBe('');
	expect(command.error()).toMatch(/^Unknown option '--prot'/);
	expect(command.error()).toContain('Usage: npm run practice');
});
