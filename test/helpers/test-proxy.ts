import type { IncomingMessage } from 'node:http';
import { createServer as createHttpServer, request } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { serverKeys } from './tls-front.ts';

/** A request as the proxy got it. */
export interface ProxiedRequest {
	readonly method: string;
	/** `HOST:PORT` of a tunnel, or the whole URL. */
	readonly target: string;
	readonly authorization: string | null;
	/** What is to become of the connection. */
	readonly connection: string | null;
}

/**
 * What the proxy does: its work, a refusal (a whole status line's end, `403 Forbidden`), an end without an answer,
 * nothing at all, or nothing more once it has said that a tunnel is open (`dead-end`).
 */
type Manner = 'work' | 'hang-up' | 'silence' | 'dead-end' | `${number} ${string}`;

export interface TestProxy {
	/** `http://127.0.0.1:PORT`, or https. */
	readonly url: string;
	/** The same with a user name and a password in it. */
	withUser(user: string, password: string): string;
	readonly requests: ProxiedRequest[];
	behave(manner: Manner): void;
	/** Resolves with the next request. */
	asked(): Promise<void>;
	/** Resolves when something came in a tunnel that leads nowhere. */
	greeted(): Promise<void>;
	/** Resolves when no connection to the proxy is open any more. */
	left(): Promise<void>;
	close(): Promise<void>;
}

/** A proxy on loopback. Every tunnel and every request leads to a port of this machine, whatever host it names. */
export async function startProxy(port: number, protocol: 'http' | 'https' = 'http'): Promise<TestProxy> {
	const requests: ProxiedRequest[] = [];
	const open = new Set<Duplex>();
	const leaving: (() => void)[] = [];
	const greeting: (() => void)[] = [];
	let manner: Manner = 'work';
	const keep = (socket: Duplex) => {
		open.add(socket);
		socket.on('close', () => {
			open.delete(socket);
			if (open.size === 0) for (const tell of leaving.splice(0)) tell();
		});
		socket.on('error', () => socket.destroy());
	};
	const seen: (() => void)[] = [];
	const see = ({ method = '', url = '', headers }: IncomingMessage) => {
		const { connection, 'proxy-authorization': authorization, 'proxy-connection': proxyConnection } = headers;
		requests.push({
			method,
			target: url,
			authorization: authorization ?? null,
			connection: connection ?? proxyConnection?.toString() ?? null,
		});
		for (const tell of seen.splice(0)) tell();
	};

	const server = protocol === 'http' ? createHttpServer() : createHttpsServer(await serverKeys());
	// A socket that TLS has taken over does not tell of its end.
	server.on(protocol === 'http' ? 'connection' : 'secureConnection', (socket: Socket) => keep(socket));
	server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
		see(incoming);
		keep(socket);
		// What is not read does not end either.
		if (manner !== 'work') {
			// What comes in a tunnel that leads nowhere is the client's greeting.
			socket.once('data', () => {
				for (const tell of greeting.splice(0)) tell();
			});
			socket.resume().on('end', () => socket.end());
		}
		if (manner === 'silence') return;
		if (manner === 'hang-up') {
			socket.destroy();
			return;
		}
		if (manner === 'dead-end') {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			return;
		}
		if (manner !== 'work') {
			socket.end(`HTTP/1.1 ${manner}\r\nProxy-Authenticate: Basic realm="test"\r\nContent-Length: 0\r\n\r\n`);
			return;
		}
		const onward = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(onward).pipe(socket);
		});
		keep(onward);
		// Not every end of TLS is an `end`.
		socket.on('close', () => onward.destroy());
	});
	server.on('request', (incoming, response) => {
		see(incoming);
		if (manner !== 'work') {
			const [status, ...words] = manner.split(' ');
			response.writeHead(Number(status), words.join(' ')).end();
			return;
		}
		const { pathname, search } = new URL(incoming.url ?? '');
		const { host } = incoming.headers;
		const onward = request(
			{ host: '127.0.0.1', port, method: incoming.method, path: pathname + search, headers: incoming.headers },
			(answer) => {
				response.writeHead(answer.statusCode ?? 0, answer.rawHeaders);
				answer.pipe(response);
			},
		);
		onward.setHeader('Host', host ?? '');
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port: own } = server.address() as AddressInfo;
	return {
		url: `${protocol}://127.0.0.1:${own}`,
		withUser: (user, password) =>
			`${protocol}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${own}`,
		requests,
		behave(next) {
			manner = next;
			requests.length = 0;
		},
		asked: () =>
			new Promise((resolve) => {
				seen.push(resolve);
			}),
		greeted: () =>
			new Promise((resolve) => {
				greeting.push(resolve);
			}),
		left: () =>
			new Promise((resolve) => {
				if (open.size === 0) resolve();
				else leaving.push(resolve);
			}),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of open) socket.destroy();
			}),
	};
}
