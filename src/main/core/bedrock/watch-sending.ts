import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

/**
 * A step of getting one request out, in the order in which they can come. `reused`: it goes out on a connection that was
 * open already, and the next step is `sent`. `tunnelling`: a proxy is going to be asked for a tunnel. `connected` through a
 * proxy: with the proxy. `sent`: all of the request was handed to the operating system.
 */
export type SendingStep = 'reused' | 'tunnelling' | 'looked-up' | 'connected' | 'tunnelled' | 'secured' | 'sent';

type Tell = (step: SendingStep) => void;

/**
 * Which work a request is made in. A name only: a connection that is made in the work keeps it for as long as it is open,
 * which may be for hours, and would keep all that a listener holds.
 */
const watched = new AsyncLocalStorage<symbol>();

/** Node tells of each request as soon as it is made, before it has a connection. */
const CREATED = 'http.client.request.created';

/**
 * Does the work and tells of the steps of the one request that it makes; nothing is told where the work is not done by
 * Node's HTTP client. Of two requests in the same work one opens a proxy's tunnel for the other (proxied-agents.ts).
 */
export async function watchSending<Result>(tell: Tell, work: () => Promise<Result>): Promise<Result> {
	const name = Symbol('watched');
	const onCreated = (message: unknown) => {
		if (watched.getStore() === name) watchRequest(message, tell);
	};
	subscribe(CREATED, onCreated);
	try {
		return await watched.run(name, work);
	} finally {
		unsubscribe(CREATED, onCreated);
	}
}

function watchRequest(message: unknown, tell: Tell): void {
	if (typeof message !== 'object' || message === null || !('request' in message)) return;
	const { request } = message;
	if (!(request instanceof ClientRequest)) return;
	if (request.method === 'CONNECT') watchTunnel(request, tell);
	else watchCall(request, tell);
}

function watchTunnel(request: ClientRequest, tell: Tell): void {
	tell('tunnelling');
	request.once('socket', (socket) => watchConnecting(socket, tell));
	request.once('connect', ({ statusCode = 0 }) => {
		if (statusCode >= 200 && statusCode <= 299) tell('tunnelled');
	});
}

function watchCall(request: ClientRequest, tell: Tell): void {
	request.once('socket', (socket: Socket & { readonly encrypted?: boolean }) => {
		if (request.reusedSocket) {
			tell('reused');
		} else if (socket.connecting) {
			watchConnecting(socket, tell);
			if (socket.encrypted === true) socket.once('secureConnect', () => tell('secured'));
		} else if (socket.encrypted === true) {
			// Out of a tunnel a connection comes when its handshake is over.
			tell('secured');
		}
	});
	request.once('finish', () => tell('sent'));
}

function watchConnecting(socket: Socket, tell: Tell): void {
	if (!socket.connecting) return;
	const onLookup = () => tell('looked-up');
	socket.once('lookup', onLookup);
	socket.once('connect', () => {
		// It never comes for an address, and would stay for as long as the connection does.
		socket.off('lookup', onLookup);
		tell('connected');
	});
}
