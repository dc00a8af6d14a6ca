import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as the server read it off the socket. */
export interface SeenRequest {
	readonly method: string;
	readonly url: string;
	/** As on the wire: order, case. */
	readonly headers: ReadonlyArray<readonly [string, string]>;
	readonly body: Buffer;
}

/** What the stub answers, one for each request, in order; the last one again and again. */
export type StubAnswer = (response: ServerResponse, socket: Socket) => void;

export interface StubService {
	readonly endpoint: string;
	readonly requests: readonly SeenRequest[];
	answerWith(...answers: readonly StubAnswer[]): void;
	/** Resolves when `count` requests have been read whole. */
	received(count: number): Promise<void>;
	close(): Promise<void>;
}

/** An HTTP/1.1 server on loopback that answers with recorded bytes, for what a real Bedrock would never say. */
export async function startStubService(): Promise<StubService> {
	const requests: SeenRequest[] = [];
	const waiters: { readonly count: number; readonly resolve: () => void }[] = [];
	let answers: StubAnswer[] = [];
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const raw = request.rawHeaders;
			requests.push({
				method: request.method ?? '',
				url: request.url ?? '',
				headers: Array.from({ length: raw.length / 2 }, (_, line) => [raw[line * 2] ?? '', raw[line * 2 + 1] ?? '']),
				body: Buffer.concat(pieces),
			});
			for (const waiter of waiters) if (requests.length >= waiter.count) waiter.resolve();
			const answer = answers.length > 1 ? answers.shift() : answers[0];
			answer?.(response, request.socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	return {
		endpoint: `http://127.0.0.1:${port}`,
		requests,
		answerWith(...next) {
			answers = [...next];
			requests.length = 0;
		},
		received: (count) =>
			new Promise((resolve) => {
				if (requests.length >= count) resolve();
				else waiters.push({ count, resolve });
			}),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** A whole JSON body. */
export function json(body: object, headers: Readonly<Record<string, string>> = {}, status = 200): StubAnswer {
	return (response) => {
		response.writeHead(status, { 'Content-Type': 'application/json', 'x-amzn-RequestId': 'stub-1', ...headers });
		response.end(JSON.stringify(body));
	};
}

/** An error as AWS writes it. */
export function refusal(status: number, type: string, body: string): StubAnswer {
	return (response) => {
		response.writeHead(status, {
			'Content-Type': 'application/json',
			'x-amzn-RequestId': 'stub-1',
			'x-amzn-ErrorType': `${type}:http://internal.amazon.com/coral/com.amazon.bedrock/`,
		});
		response.end(body);
	};
}

/** An event stream that ends as a stream ends. */
export function stream(...frames: readonly Uint8Array[]): StubAnswer {
	return (response) => {
		streamHead(response);
		for (const frame of frames) response.write(frame);
		response.end();
	};
}

/** An event stream that never ends by itself. */
export function openStream(...frames: readonly Uint8Array[]): StubAnswer {
	return (response) => {
		streamHead(response);
		for (const frame of frames) response.write(frame);
	};
}

function streamHead(response: ServerResponse): void {
	response.writeHead(200, { 'Content-Type': 'application/vnd.amazon.eventstream', 'x-amzn-RequestId': 'stub-1' });
}
