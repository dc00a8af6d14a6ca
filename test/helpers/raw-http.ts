import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';

/** An answer as it came. */
export interface RawResponse {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** Sends a request whose path and headers go out exactly as they are given, which `fetch` would tidy up. */
export function rawRequest(
	port: number,
	path: string,
	{ method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawResponse> {
	return new Promise((resolve, reject) => {
		const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks).toString('utf8'),
				}),
			);
		});
		sent.on('upgrade', (response, socket) => {
			socket.destroy();
			resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
		});
		sent.on('error', reject);
		sent.end();
	});
}
