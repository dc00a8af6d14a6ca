import { readFile } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url));

/** The certificate authority of the tests, which nobody trusts by himself. */
export const CA_FILE = fixture('ca.pem');

/** Key and certificate of `bedrock.test`, `localhost` and `127.0.0.1`. */
export async function serverKeys(): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
	const [key, cert] = await Promise.all([readFile(fixture('server.key')), readFile(fixture('server.pem'))]);
	return { key, cert };
}

/** Puts TLS before a port of this machine. */
export interface TlsFront {
	readonly port: number;
	/** How many handshakes have been finished. */
	readonly handshakes: () => number;
	close(): Promise<void>;
}

/** A TLS server whose bytes go to a port of this machine and come from there. */
export async function startTlsFront(port: number): Promise<TlsFront> {
	const open = new Set<Socket>();
	let handshakes = 0;
	const server = createServer(await serverKeys(), (socket) => {
		handshakes += 1;
		const onward = connect(port, '127.0.0.1');
		for (const one of [socket, onward]) {
			open.add(one);
			one.on('close', () => open.delete(one));
			one.on('error', () => one.destroy());
		}
		socket.pipe(onward).pipe(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		handshakes: () => handshakes,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of open) socket.destroy();
			}),
	};
}
