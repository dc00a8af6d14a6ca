import type { RequestOptions as HttpOptions } from 'node:http';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { RequestOptions } from 'node:https';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { connect, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { connect as connectTls } from 'node:tls';
import type { HttpProxy } from './http-proxy.ts';
import type { ProxyError } from './proxy-error.ts';
import { brokenOff, refused, silent, unreachable } from './proxy-error.ts';
import type { Trust } from './trust.ts';

/** How connections are kept, with and without a proxy. */
export const POOL = { keepAlive: true, maxSockets: 64 };

type Connected = (error: Error | null, socket: Duplex) => void;

/**
 * Sends requests to http addresses to a proxy, which sends them on. Node's own proxy support (24.5) writes the request;
 * it would not trust a private certificate authority of the proxy.
 */
export class ForwardingAgent extends HttpAgent {
	readonly #proxy: HttpProxy;
	readonly #trust: Trust;

	constructor(proxy: HttpProxy, trust: Trust) {
		super({ ...POOL, proxyEnv: { http_proxy: proxy.url } });
		this.#proxy = proxy;
		this.#trust = trust;
	}

	override createConnection(_options: HttpOptions, _callback?: Connected): Duplex {
		const { protocol, host, port } = this.#proxy;
		if (protocol === 'http:') return connect({ host, port });
		return connectTls({ host, port, ...serverName(host), secureContext: this.#trust.context() });
	}
}

/**
 * Reaches https addresses through tunnels that a proxy opens (RFC 9110, 9.3.6). Node's own proxy support would not trust
 * a private certificate authority of the proxy, and keeps a tunnel that nobody waits for any more.
 */
export class TunnellingAgent extends HttpsAgent {
	readonly #proxy: HttpProxy;
	readonly #trust: Trust;
	readonly #limit: () => number;
	readonly #end = new AbortController();

	/** @param limit milliseconds until a connection must be open. */
	constructor(proxy: HttpProxy, trust: Trust, limit: () => number) {
		super({ ...POOL });
		this.#proxy = proxy;
		this.#trust = trust;
		this.#limit = limit;
	}

	override createConnection(options: RequestOptions, callback?: Connected): undefined {
		openTunnel({
			proxy: this.#proxy,
			trust: this.#trust,
			limit: this.#limit(),
			end: this.#end.signal,
			host: options.host ?? '',
			port: Number(options.port ?? 443),
		}).then(
			(socket) => callback?.(null, socket),
			// The agent does not look at the socket of a connection that failed.
			(error: Error) => (callback as ((error: Error) => void) | undefined)?.(error),
		);
	}

	/** The agent does not know of tunnels that are not open yet. */
	override destroy(): void {
		this.#end.abort();
		super.destroy();
	}
}

interface Tunnel {
	readonly proxy: HttpProxy;
	readonly trust: Trust;
	readonly limit: number;
	readonly end: AbortSignal;
	readonly host: string;
	readonly port: number;
}

/** A TLS connection to a host through a proxy. Rejects with a ProxyError, or with what TLS said of the host itself. */
function openTunnel({ proxy, trust, limit, end, host, port }: Tunnel): Promise<TLSSocket> {
	const target = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
	const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
	const secureContext = trust.context();
	const request = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
		host: proxy.host,
		port: proxy.port,
		method: 'CONNECT',
		path: target,
		// Node's own would ask the proxy to close the connection.
		setDefaultHeaders: false,
		headers: {
			Host: target,
			'Proxy-Connection': 'keep-alive',
			...(proxy.authorization !== null && { 'Proxy-Authorization': proxy.authorization }),
		},
		agent: false,
		signal: end,
		...(proxy.protocol === 'https:' && { secureContext, ...serverName(proxy.host) }),
	});
	const fail = (error: Error) => {
		clearTimeout(timer);
		request.destroy();
		reject(error);
	};
	const timer = setTimeout(() => fail(silent(proxy, target, limit)), limit);
	promise.finally(() => clearTimeout(timer)).catch(() => {});

	let connected = false;
	request.on('socket', (socket) => {
		socket.once(proxy.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
			connected = true;
		});
	});
	request.on('error', (error) => fail(tunnelError(connected, proxy, target, error)));
	request.on('connect', (response, socket, head) => {
		const status = response.statusCode ?? 0;
		if (status < 200 || status > 299) {
			socket.destroy();
			fail(refused(proxy, target, status, response.statusMessage ?? ''));
			return;
		}
		if (head.length > 0) socket.unshift(head);
		const secured = connectTls({ socket, host, ...serverName(host), secureContext });
		promise.catch(() => secured.destroy());
		// The request has let go of the socket, and its signal with it.
		const drop = () => fail(brokenOff(proxy, target, new Error('The app has ended.')));
		end.addEventListener('abort', drop, { once: true });
		promise.finally(() => end.removeEventListener('abort', drop)).catch(() => {});
		secured.once('error', fail);
		secured.once('secureConnect', () => {
			secured.off('error', fail);
			resolve(secured);
		});
	});
	request.end();
	return promise;
}

function tunnelError(connected: boolean, proxy: HttpProxy, target: string, error: Error): ProxyError {
	return connected ? brokenOff(proxy, target, error) : unreachable(proxy, error);
}

/** The name that is asked for in the handshake; an address must not be (RFC 6066, 3). */
function serverName(host: string): { servername?: string } {
	return isIP(host) === 0 ? { servername: host } : {};
}
