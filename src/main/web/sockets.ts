import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { logUnexpected } from '../core/hosting/log-unexpected.ts';
import type { ServableRouter } from '../core/hosting/servable-router.ts';
import type { Log } from '../core/ports.ts';
import { isOwnHost, isOwnOrigin } from './request-check.ts';

interface SocketOptions {
	readonly server: Server;
	readonly port: number;
	readonly router: ServableRouter;
	readonly log: Log;
	hasSession(request: IncomingMessage): boolean;
}

/** The longest message of a window: a text of ten million characters, each of up to six bytes as JSON, fits. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const PING_EVERY_MS = 30_000;

/** Serves the contract at `/rpc` to windows that are let in. Gives the function that ends all connections. */
export function serveSockets(options: SocketOptions): () => void {
	const { server, port, log } = options;
	const handler = new RPCHandler(options.router, { interceptors: [logUnexpected(log)] });
	const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
	const silent = new WeakSet<object>();

	sockets.on('connection', (socket) => {
		socket.on('pong', () => silent.delete(socket));
		// Without a listener a broken message of one window would end the process.
		socket.on('error', (error) => log.warn(`A window's connection broke: ${error.message}`));
		void handler.upgrade(socket);
	});
	server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
		const { host, origin } = request.headers;
		if (!isOwnHost(host, port) || !isOwnOrigin(origin, host) || !options.hasSession(request)) {
			return refuseUpgrade(connection, '403 Forbidden');
		}
		if (request.url !== '/rpc') return refuseUpgrade(connection, '404 Not Found');
		sockets.handleUpgrade(request, connection, head, (socket) => sockets.emit('connection', socket, request));
	});

	// A window that went away without a word (sleep, killed browser) would keep its streams running for ever.
	const timer = setInterval(() => {
		for (const socket of sockets.clients) {
			if (silent.has(socket)) {
				socket.terminate();
				continue;
			}
			silent.add(socket);
			socket.ping();
		}
	}, PING_EVERY_MS);
	timer.unref();

	return () => {
		clearInterval(timer);
		// Not closed politely: that would wait half a minute for a window that does not answer.
		for (const socket of sockets.clients) socket.terminate();
		sockets.close();
	};
}

function refuseUpgrade(connection: Duplex, status: string): void {
	connection.on('error', () => connection.destroy());
	connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
