import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { readBundleFile } from '../core/hosting/bundle.ts';
import { newNonce, securityHeaders } from '../core/hosting/csp.ts';
import type { ServableRouter } from '../core/hosting/servable-router.ts';
import type { Log } from '../core/ports.ts';
import { createAccess } from './access.ts';
import type { Refusal } from './pages.ts';
import { refusalPage } from './pages.ts';
import { isOwnHost, sessionCookie, sessionValues } from './request-check.ts';
import { serveSockets } from './sockets.ts';

export interface WebHostOptions {
	readonly router: ServableRouter;
	/** The renderer's bundle. */
	readonly rendererFolder: string;
	/** 0: any free port. */
	readonly port: number;
	readonly log: Log;
}

export interface WebHost {
	readonly port: number;
	/** The first way in, good for one browser. */
	readonly url: string;
	/** Another way in; the one before it is no longer good. */
	newUrl(): string;
	/** Ends every connection, then the server. */
	close(): Promise<void>;
}

/**
 * Serves the app to browsers of this machine: the bundle over HTTP, the contract over a WebSocket at `/rpc`.
 * Rejects with a sentence for the user when the port can't be had.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
	const access = createAccess();
	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			options.log.error('A request could not be answered', error);
			if (response.headersSent) response.destroy();
			else refuse(request, response, 500, 'failed');
		});
	});
	const port = await listen(server, options.port);
	const hasSession = ({ headers }: IncomingMessage) =>
		sessionValues(headers.cookie, port).some((value) => access.isSession(value));
	const closeSockets = serveSockets({ ...options, server, port, hasSession });

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (!isOwnHost(request.headers.host, port)) return refuse(request, response, 421, 'wrongHost');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return refuse(request, response, 405, 'method');
		}
		const [path = '', query = ''] = (request.url ?? '').split('?', 2);
		const token = path === '/' ? new URLSearchParams(query).get('token') : null;
		if (token !== null) {
			// HEAD spends nothing: a link preview must not take the place of the browser.
			const session = request.method === 'GET' ? access.redeem(token) : null;
			if (session !== null) response.setHeader('Set-Cookie', sessionCookie(port, session));
			else if (!hasSession(request)) return refuse(request, response, 403, 'usedToken');
			response.writeHead(303, { ...securityHeaders(newNonce()), Location: '/' }).end();
			return;
		}
		if (!hasSession(request)) return refuse(request, response, 403, 'noToken');
		const nonce = newNonce();
		const file = await readBundleFile(options.rendererFolder, path, nonce);
		if (file === null) return refuse(request, response, 404, 'notFound');
		send(response, 200, nonce, file.type, file.body);
	}

	const newUrl = () => `http://127.0.0.1:${port}/?token=${access.newToken()}`;
	return {
		port,
		url: newUrl(),
		newUrl,
		close: async () => {
			closeSockets();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const refused = (error: NodeJS.ErrnoException) =>
			reject(
				new Error(
					error.code === 'EADDRINUSE'
						? `Port ${port} is in use. Choose another --port, or leave it out.`
						: `Port ${port} can't be had: ${error.message}`,
					{ cause: error },
				),
			);
		server.once('error', refused);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', refused);
			const address = server.address();
			if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
			else resolve(address.port);
		});
	});
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, refusal: Refusal): void {
	const nonce = newNonce();
	const html = refusalPage(refusal, nonce, request.headers['accept-language']);
	send(response, status, nonce, 'text/html; charset=utf-8', Buffer.from(html));
}

function send(response: ServerResponse, status: number, nonce: string, type: string, body: Uint8Array): void {
	response.writeHead(status, {
		...securityHeaders(nonce),
		'Content-Type': type,
		'Content-Length': body.byteLength,
	});
	// Node leaves the body out of the answer to HEAD.
	response.end(body);
}
