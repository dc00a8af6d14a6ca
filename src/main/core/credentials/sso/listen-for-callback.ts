import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallbackPage } from './callback-page.ts';
import { callbackPage } from './callback-page.ts';

/** Where AWS is told that the browser may be sent; any port of it, as RFC 8252, 7.3 wants it for loopback. */
export const REGISTERED_REDIRECT = 'http://127.0.0.1/oauth/callback';

/** What the browser came back with. `code` is secret. */
export type Callback = { readonly code: string } | { readonly error: string; readonly description: string };

/** A listener on loopback that waits for the browser to come back once. */
export interface CallbackListener {
	/** `http://127.0.0.1:PORT/oauth/callback`. */
	readonly redirectUri: string;
	/** The first answer that belongs to this sign-in. Its tab waits for `close`. */
	readonly arrived: Promise<Callback>;
	/** Tells the waiting tab how it ended, then closes. Calling it again does nothing. */
	close(page: CallbackPage): Promise<void>;
}

/**
 * Listens on a free port of 127.0.0.1. What comes without this sign-in's `state` is turned away and changes nothing, so
 * that no other page of the browser can answer or end it; only a refusal may come without one.
 */
export async function listenForCallback(state: string): Promise<CallbackListener> {
	const { promise: arrived, resolve: arrive } = Promise.withResolvers<Callback>();
	let waiting: { readonly request: IncomingMessage; readonly response: ServerResponse } | null = null;

	const server = createServer((request, response) => {
		const callback = waiting === null ? readCallback(request, state) : null;
		if (callback === null) {
			send(request, response, 400, 'unknown');
			return;
		}
		waiting = { request, response };
		arrive(callback);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;

	let closed: Promise<void> | null = null;
	async function end(page: CallbackPage): Promise<void> {
		const gone = new Promise<void>((resolve) => server.close(() => resolve()));
		if (waiting !== null) await send(waiting.request, waiting.response, 200, page);
		server.closeAllConnections();
		await gone;
	}
	return {
		redirectUri: REGISTERED_REDIRECT.replace('127.0.0.1', `127.0.0.1:${port}`),
		arrived,
		close(page) {
			closed ??= end(page);
			return closed;
		},
	};
}

/** null: this is no answer to this sign-in. */
function readCallback({ method, url = '' }: IncomingMessage, state: string): Callback | null {
	// A request line may hold anything (`//`).
	const asked = URL.parse(url, REGISTERED_REDIRECT);
	if (method !== 'GET' || asked?.pathname !== new URL(REGISTERED_REDIRECT).pathname) return null;
	const { searchParams } = asked;
	const given = searchParams.get('state');
	const error = searchParams.get('error');
	if (given === null ? error === null : !sameText(given, state)) return null;
	if (error !== null) return { error, description: searchParams.get('error_description') ?? '' };
	const code = searchParams.get('code');
	return code ? { code } : null;
}

/** Resolves when the page is with the system, or its reader has gone. */
function send(request: IncomingMessage, response: ServerResponse, status: number, page: CallbackPage): Promise<void> {
	const { headers, html } = callbackPage(page, request.headers['accept-language']);
	return new Promise((resolve) => {
		response.once('close', () => resolve());
		if (response.destroyed) resolve();
		response.writeHead(status, headers).end(html);
	});
}

function sameText(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
