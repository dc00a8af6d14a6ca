#!/usr/bin/env node
// @ts-check
/**
 * `npm run dev`: the app, following the sources. Under Electron where its binary is; else (and with `--web`) the Node
 * host straight from the sources, started again when main changes, behind Vite, which keeps the page up to date.
 */
import { spawn } from 'node:child_process';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { findElectron } from './support/electron.mjs';
import { chooseHost, hasDisplay, runInPlace } from './support/launch.mjs';
import { node24, root, tool } from './support/tools.mjs';

const { host, args } = chooseHost(process.argv.slice(2));
const electron = host === 'electron' && hasDisplay(process.platform, process.env);
if (electron && findElectron(root, process.env) !== null) {
	const [file = '', ...command] = tool('electron-vite', 'dev', '--watch', '--', ...args);
	process.exitCode = await runInPlace(file, command, { cwd: root });
} else {
	await serve();
}

async function serve() {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	let cookie = '';

	const server = await createServer({
		configFile: false,
		root: join(root, 'src', 'renderer'),
		plugins: [react()],
		server: {
			host: '127.0.0.1',
			proxy: {
				'/rpc': {
					target: origin,
					ws: true,
					changeOrigin: true,
					configure: (proxy) => {
						proxy.on('proxyReqWs', (request, { headers }, socket) => {
							// Vite lets any page of the browser through to a proxy; the Node host must not be open to it.
							const own = /^(127\.0\.0\.1|localhost):\d+$/.test(`${headers.host}`);
							if (!own || headers.origin !== `http://${headers.host}`) socket.destroy();
							request.setHeader('Origin', origin);
							request.setHeader('Cookie', cookie);
						});
						// The host is being started again; the page tries again by itself.
						proxy.on('error', () => {});
					},
				},
			},
		},
	});

	const child = spawn(
		node24(),
		['--watch', join(root, 'src', 'main', 'web', 'main.ts'), ...args, '--no-open', '--port', `${port}`],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	let listening = false;
	createInterface({ input: child.stdout }).on('line', async (line) => {
		const [, url] = /^Outcrop is at (.+)$/.exec(line) ?? [];
		if (url === undefined) return void process.stdout.write(`${line}\n`);
		// Goes in by the link in the page's place.
		const response = await fetch(url, { redirect: 'manual' });
		cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
		if (!listening) {
			listening = true;
			await server.listen();
			process.stdout.write(`Outcrop is at ${server.resolvedUrls?.local[0]}\n`);
		}
	});

	const end = async () => {
		child.kill();
		await server.close();
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
}

/** A port that the Node host keeps over its restarts. */
function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createNetServer().once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
		});
	});
}
