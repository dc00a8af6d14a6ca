import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket as Socket } from 'ws';
import type { ContractClient } from '../../../src/renderer/transport.ts';
import { enter, openSocket } from '../../helpers/web-client.ts';

const entry = fileURLToPath(new URL('../../../src/main/web/main.ts', import.meta.url));
const children: ChildProcess[] = [];
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-main-'));
});
afterEach(async () => {
	for (const child of children.splice(0)) {
		if (child.exitCode !== null || child.signalCode !== null) continue;
		child.kill('SIGKILL');
		await once(child, 'exit');
	}
	rmSync(folder, { recursive: true });
});

interface Started {
	readonly child: ChildProcess;
	readonly ended: Promise<{ code: number | null; errors: string }>;
	/** Resolves with the URL that was printed. */
	readonly url: Promise<string>;
}

/** Starts the Node host as its own process, as `npm start -- --web` does, in a home of its own. */
function start(...args: string[]): Started {
	const child = spawn(process.execPath, [entry, '--no-open', ...args], {
		cwd: folder,
		env: { PATH: process.env['PATH'], HOME: folder, USERPROFILE: folder, APPDATA: folder },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	children.push(child);
	let output = '';
	let errors = '';
	const url = new Promise<string>((resolve) => {
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			const [, found] = /^Outcrop is at (.+)\n/m.exec(output) ?? [];
			if (found !== undefined) resolve(found);
		});
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		errors += text;
	});
	const ended = once(child, 'close').then(([code]) => ({ code, errors }));
	return { child, ended, url };
}

test('it opens its data folder, prints where it is, serves the app, and ends cleanly', async () => {
	const dataFolder = join(folder, 'data');
	const { child, ended, url } = start('--data-dir', dataFolder);
	expect(await url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
	const websocket = await openSocket(await url);
	const client = createORPCClient<ContractClient>(new RPCLink({ websocket }));
	const info = await client.app.info();
	expect(info).toMatchObject({ host: 'node', dataFolder, readOnly: false, practice: { region: 'us-east-1' } });
	expect(info.practice.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	const stillOpen = client.app.events();
	stillOpen.catch(() => {});

	child.kill('SIGTERM');
	expect(await ended).toEqual({ code: 0, errors: '' });
	expect(existsSync(join(dataFolder, 'outcrop.db'))).toBe(true);
	expect(existsSync(join(dataFolder, 'instance.json'))).toBe(false);
});

test('it goes on, and ends cleanly, when the terminal that it writes to is gone', async () => {
	const { child, ended, url } = start('--data-dir', 'data');
	const { host, origin } = new URL(await url);
	const websocket = new Socket(`ws://${host}/rpc`, { headers: { cookie: await enter(await url), origin } });
	await once(websocket, 'open');
	child.stdout?.destroy();
	child.stderr?.destroy();
	// Text that is no UTF-8: the host breaks the connection off and writes a line about it.
	websocket.send(Buffer.of(0xff), { binary: false });
	await once(websocket, 'close');
	child.kill('SIGTERM');
	expect((await ended).code).toBe(0);
});

test('a second start on the same data folder is refused, and told by whom', async () => {
	const { child, url } = start('--data-dir', 'data');
	const { origin } = new URL(await url);
	const { code, errors } = await start('--data-dir', 'data').ended;
	expect(code).toBe(1);
	expect(errors).toBe(
		`Outcrop is already running on ${join(folder, 'data')}, as process ${child.pid} at ${origin}. ` +
			'End it, or choose another data folder (--data-dir).\n',
	);
});

test('a port that is taken is said in one line', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const address = other.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const { code, errors } = await start('--data-dir', 'data', '--port', `${port}`).ended;
	other.close();
	expect({ code, errors }).toEqual({
		code: 1,
		errors: `Port ${port} is in use. Choose another --port, or leave it out.\n`,
	});
});

test('what it does not know is refused before anything is made', async () => {
	const { code, errors } = await start('--data-dir', 'data', '--nope').ended;
	expect(code).toBe(2);
	expect(errors).toMatch(/^Unknown option '--nope'\n\nOutcrop in the browser\./);
	expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a data folder that can not be made is said in one line', async () => {
	writeFileSync(join(folder, 'file'), '');
	const { code, errors } = await start('--data-dir', join('file', 'data')).ended;
	expect(code).toBe(1);
	expect(errors).toMatch(/^The data folder [^\n]+ can't be used: [^\n]+ choose another one \(--data-dir\)\.\n$/);
});

test('a database that can not be opened is said in one line, with its folder and what to do', async () => {
	mkdirSync(join(folder, 'data', 'outcrop.db'), { recursive: true });
	const { code, errors } = await start('--data-dir', 'data').ended;
	expect(code).toBe(1);
	expect(errors).toMatch(
		/^The data folder [^\n]+data can't be used: EISDIR[^\n]+ choose another one \(--data-dir\)\.\n$/,
	);
});
