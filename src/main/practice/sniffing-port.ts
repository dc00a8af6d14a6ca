import { createServer as createHttpServer } from 'node:http';
import type { Http2Session } from 'node:http2';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { AnyRequest, AnyResponse } from './wire.ts';

const HTTP2_PREFACE = 'PRI';

/** A port on 127.0.0.1 that speaks HTTP/1.1, and HTTP/2 to those who begin with it (bedrock-facts.md, 1.6). */
export interface SniffingPort {
	readonly port: number;
	/** Resets the connection that a request came by. */
	reset(request: AnyRequest): void;
	/** Closes the server's side of the connection that a request came by, after what was written. */
	halfClose(request: AnyRequest): void;
	/** Ends every connection at once and gives the port back. */
	close(): Promise<void>;
}

/** Opens the port; 0 takes a free one. Rejects when it can't be had. */
export async function openSniffingPort(
	port: number,
	handle: (request: AnyRequest, response: AnyResponse) => void,
): Promise<SniffingPort> {
	// Idle connections are kept, so that none is closed while a request is on its way; 0 also omits `Keep-Alive`.
	const http = createHttpServer({ keepAliveTimeout: 0 }, handle);
	const http2 = createHttp2Server(handle);
	const sockets = new Set<Socket>();
	const sessionSockets = new WeakMap<Http2Session, Socket>();

	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		socket.setNoDelay(true);
		sniff(socket, (isHttp2) => {
			if (!isHttp2) {
				http.emit('connection', socket);
				return;
			}
			http2.once('session', (session) => sessionSockets.set(session, socket));
			http2.emit('connection', socket);
		});
	});
	http2.on('sessionError', () => undefined);

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve());
	});
	function socketOf(request: AnyRequest): Socket | undefined {
		return 'stream' in request ? sessionSockets.get(request.stream.session as Http2Session) : request.socket;
	}

	return {
		port: (server.address() as AddressInfo).port,
		reset: (request) => socketOf(request)?.resetAndDestroy(),
		halfClose: (request) => socketOf(request)?.end(),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}

/** Looks at the first bytes of a connection and puts them back. */
function sniff(socket: Socket, decide: (isHttp2: boolean) => void): void {
	let start: Buffer = Buffer.alloc(0);
	const look = () => {
		const bytes: Buffer | null = socket.read();
		if (bytes !== null) start = Buffer.concat([start, bytes]);
		const word = start.subarray(0, HTTP2_PREFACE.length).toString('latin1');
		if (word.length < HTTP2_PREFACE.length && HTTP2_PREFACE.startsWith(word)) {
			socket.once('readable', look);
			return;
		}
		socket.unshift(start);
		decide(word === HTTP2_PREFACE);
	};
	socket.once('readable', look);
}
