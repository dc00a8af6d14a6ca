import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { Writable } from 'node:stream';
import type { PracticeExchange } from './exchange-log.ts';
import type { Reply } from './refusal.ts';

export type AnyRequest = IncomingMessage | Http2ServerRequest;
export type AnyResponse = ServerResponse | Http2ServerResponse;

/** More than Bedrock takes (25 MB), so that a body that is too long can still be refused in its words. */
const MAX_BODY = 64 * 1024 * 1024;

/** One request and the way to answer it, the same for both HTTP versions. */
export interface Wire {
	readonly requestId: string;
	readonly method: string;
	readonly rawUrl: string;
	/** Lower-case names; repeated lines joined. */
	readonly headers: Readonly<Record<string, string>>;
	/** Aborted when the client has gone or the server closes. */
	readonly closed: AbortSignal;
	/** Reads the request's body to its end. */
	readBody(): Promise<Uint8Array>;
	/** Sends the head of a streamed response. */
	begin(status: number, headers: Readonly<Record<string, string>>): void;
	/** Resolves when the bytes have left the process, or can't any more. They must not be changed afterwards. */
	write(bytes: Uint8Array): Promise<void>;
	end(): void;
	/** Sends a whole response. */
	reply(reply: Reply): void;
	/** How much of the response's body has been handed to the socket. */
	readonly sentBytes: number;
	/** Breaks the connection off with a TCP reset. */
	reset(): void;
	/** Closes the server's side of the connection, without the end of the body. */
	halfClose(): void;
	/** Tells a `Date` that is wrong by so many milliseconds, in what has not begun yet. */
	shiftDate(ms: number): void;
}

/** What a wire needs of the server around it. */
export interface WireHost {
	now(): number;
	resetConnection(request: AnyRequest): void;
	halfCloseConnection(request: AnyRequest): void;
	ended(exchange: PracticeExchange): void;
}

export function createWire(request: AnyRequest, response: AnyResponse, host: WireHost): Wire {
	const requestId = randomUUID();
	const gone = new AbortController();
	const sent: Uint8Array[] = [];
	const writing = new Set<() => void>();
	let requestBody: Uint8Array = new Uint8Array();
	let ended = false;
	let dateShift = 0;
	// Seen as the stream that both kinds of response are: their own overloads do not fit together.
	const out: Writable = response;

	response.on('close', () => {
		gone.abort();
		for (const resolve of writing) resolve();
		host.ended({
			method: request.method ?? '',
			rawPath: request.url ?? '',
			httpVersion: request instanceof IncomingMessage ? '1.1' : '2',
			requestHeaders: headerLines(request.rawHeaders),
			requestBody,
			requestId,
			status: response.headersSent ? response.statusCode : null,
			responseBody: Buffer.concat(sent),
			// HTTP/2 calls a response finished that was broken off, too.
			complete: ended && out.writableFinished,
		});
	});
	// A client that goes away is told by `close`; the error that comes with it says nothing more.
	response.on('error', () => undefined);

	const head = (status: number, headers: Readonly<Record<string, string>>) => {
		response.statusCode = status;
		response.setHeader('Date', new Date(host.now() + dateShift).toUTCString());
		response.setHeader('x-amzn-RequestId', requestId);
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	};
	const write = (bytes: Uint8Array) =>
		new Promise<void>((resolve) => {
			if (gone.signal.aborted) return resolve();
			sent.push(bytes);
			// A stream that is destroyed may forget its callbacks; then `close` resolves.
			writing.add(resolve);
			out.write(bytes, () => {
				writing.delete(resolve);
				resolve();
			});
		});

	return {
		requestId,
		method: request.method ?? '',
		rawUrl: request.url ?? '',
		headers: joinedHeaders(request),
		closed: gone.signal,
		async readBody() {
			const chunks: Buffer[] = [];
			let size = 0;
			for await (const chunk of request) {
				size += chunk.length;
				if (size > MAX_BODY) throw new Error('The request body is too long.');
				chunks.push(chunk);
			}
			requestBody = Buffer.concat(chunks);
			return requestBody;
		},
		begin(status, headers) {
			if (gone.signal.aborted) return;
			head(status, headers);
			// HTTP/2's writeHead sends the headers at once, HTTP/1.1's keeps them for the first bytes.
			if (response instanceof ServerResponse) response.flushHeaders();
			else response.writeHead(status);
		},
		write,
		end() {
			ended = true;
			out.end();
		},
		reply({ status, headers, body }) {
			if (gone.signal.aborted) return;
			head(status, { ...headers, 'Content-Length': String(body.length) });
			sent.push(body);
			ended = true;
			out.end(body);
		},
		get sentBytes() {
			return sent.reduce((total, bytes) => total + bytes.length, 0);
		},
		reset: () => host.resetConnection(request),
		halfClose: () => host.halfCloseConnection(request),
		shiftDate(ms) {
			dateShift = ms;
		},
	};
}

function headerLines(raw: readonly string[]): readonly (readonly [string, string])[] {
	const lines: (readonly [string, string])[] = [];
	for (let index = 0; index + 1 < raw.length; index += 2) lines.push([raw[index] ?? '', raw[index + 1] ?? '']);
	return lines;
}

function joinedHeaders(request: AnyRequest): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(request.headers).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(', ')]],
		),
	);
}
