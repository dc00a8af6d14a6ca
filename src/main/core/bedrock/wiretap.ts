import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { HeaderLines } from '../../../shared/model/exchange.ts';
import { concatBytes } from '../bytes.ts';
import type { Clock } from '../ports.ts';
import { createByteScrubber } from './byte-scrubber.ts';
import type { CallSink } from './call.ts';
import type { CallLimits } from './call-limits.ts';
import { redactHeaders, redactText, redactUrl, secretsOf } from './redact.ts';
import type { Source } from './replay.ts';
import { replay } from './replay.ts';
import { checkSignature } from './signature/check-signature.ts';
import { timeLimit } from './time-limit.ts';
import type { ToldError } from './told-error.ts';
import { toldError } from './told-error.ts';
import type { SendingStep } from './watch-sending.ts';
import { watchSending } from './watch-sending.ts';

/** What the wiretap of one call needs. */
export interface WiretapOptions {
	readonly sink: CallSink;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** After which the call is given up. */
	readonly limits: Pick<CallLimits, 'firstByte' | 'idle' | 'total'>;
	/** What the requests are signed with, for checking that; null where they are not. Told to nobody. */
	readonly secretAccessKey: string | null;
}

/** The response that came last, for what the SDK does not surface. */
export interface LastResponse {
	readonly status: number;
	readonly reason: string;
	readonly headers: HeaderLines;
	/** The beginning of the body, as text; empty for an event stream. */
	readonly beginning: string;
}

/** A tap on one client that makes one call. */
export interface Wiretap {
	attach(client: BedrockRuntimeClient): void;
	/** How many requests were sent. */
	readonly attempts: number;
	/** What the call is to be sent with: aborted by the person, or at a time limit. */
	readonly signal: AbortSignal;
	/** Why the call was given up by the wiretap itself. */
	readonly gaveUp: Error | null;
	readonly lastResponse: LastResponse | null;
	/** All that came of the body of the last response, as text; empty for an event stream. */
	lastText(): string;
	/** A text with the secrets of all requests so far cut out. */
	redact(text: string): string;
	/**
	 * Ends the watch over the time. Resolves when every attempt has been told to have ended. A response that the SDK has stopped reading gets
	 * `grace` milliseconds to end by itself, then it is cut off.
	 */
	settle(grace: number): Promise<void>;
}

/** How much of a body is kept to explain a failure; characters. */
const BEGINNING_LIMIT = 16_384;

interface OpenAttempt {
	readonly ended: Promise<void>;
	readonly cutOff: (error: Error) => void;
}

/**
 * Sees each attempt of a call: the request as signed, the response as it came out of the socket. Sits below the SDK's
 * retries and its deserializer (bedrock-facts.md, 1.7). Secrets are cut out in here, before anything is told.
 */
export function createWiretap({ sink, clock, signal, limits, secretAccessKey }: WiretapOptions): Wiretap {
	const secrets = new Set<string>();
	const open = new Set<OpenAttempt>();
	const givingUp = new AbortController();
	let totalWatchdog: NodeJS.Timeout | undefined;
	let gaveUp: Error | null = null;
	let attempts = 0;
	let lastResponse: LastResponse | null = null;
	let lastPieces: readonly Uint8Array[] = [];

	function giveUp(error: Error): void {
		gaveUp = error;
		for (const attempt of [...open]) attempt.cutOff(error);
		givingUp.abort();
	}

	/** Gives the call up after so many milliseconds; null: never. */
	function limit(ms: number | null, error: () => Error): NodeJS.Timeout | undefined {
		return ms === null ? undefined : setTimeout(() => giveUp(error()), ms);
	}

	function redact(text: string): string {
		return redactText(text, [...secrets]);
	}

	function tellEnd(index: number, error: ToldError | null): void {
		sink.attemptEnded(index, { at: clock.monotonic(), error: error && { ...error, message: redact(error.message) } });
	}

	function tellRequest(index: number, request: SignedRequest): void {
		const headers: HeaderLines = [...Object.entries(request.headers), ...KEEP_ALIVE];
		for (const secret of secretsOf(headers)) secrets.add(secret);
		const body = bytesOf(request.body);
		const signature = secretAccessKey === null ? null : checkSignature({ ...request, body }, secretAccessKey);
		sink.attemptStarted({
			index,
			at: clock.monotonic(),
			method: request.method,
			url: redactUrl(urlOf(request)),
			headers: redactHeaders(headers),
			body,
			signature,
		});
	}

	function tapResponse(index: number, response: RawResponse): void {
		const headers = redactHeaders(headerLinesOf(response));
		sink.responseStarted(index, { at: clock.monotonic(), status: response.statusCode, headers });
		const scrubber = response.statusCode >= 400 ? createByteScrubber([...secrets]) : null;
		const isText = !(response.headers['content-type'] ?? '').startsWith('application/vnd.amazon.eventstream');
		const decoder = new TextDecoder();
		const pieces: Uint8Array[] = [];
		lastPieces = pieces;
		let beginning = '';
		const told = () => {
			lastResponse = { status: response.statusCode, reason: response.reason ?? '', headers, beginning };
		};
		const tellBytes = (bytes: Uint8Array) => {
			if (bytes.length === 0) return;
			if (isText) pieces.push(bytes);
			if (isText && beginning.length < BEGINNING_LIMIT) {
				beginning = (beginning + decoder.decode(bytes, { stream: true })).slice(0, BEGINNING_LIMIT);
				told();
			}
			sink.responseBytes(index, clock.monotonic(), bytes);
		};
		told();

		let settled = () => {};
		const attempt: OpenAttempt = {
			ended: new Promise((resolve) => {
				settled = resolve;
			}),
			cutOff: (error) => body.cutOff(error),
		};
		open.add(attempt);
		const body = replay(response.body, {
			idleLimit: limits.idle,
			length: lengthOf(response),
			piece: (bytes) => tellBytes(scrubber?.push(bytes) ?? new Uint8Array(bytes)),
			ended: (error) => {
				if (scrubber !== null) tellBytes(scrubber.flush());
				open.delete(attempt);
				tellEnd(index, error === null ? null : signal.aborted ? ABORTED : toldError(error));
				settled();
			},
		});
		response.body = body.readable;
	}

	return {
		attach(client) {
			client.middlewareStack.add(
				(next) => async (args) => {
					if (!isSignedRequest(args.request)) return next(args);
					attempts += 1;
					const index = attempts;
					totalWatchdog ??= limit(limits.total, () =>
						timeLimit('TotalLimit', `The call was not over within ${limits.total} ms.`),
					);
					tellRequest(index, args.request);
					const watchdog = limit(limits.firstByte, () =>
						timeLimit('NoResponse', `No response began within ${limits.firstByte} ms.`),
					);
					try {
						const tellStep = (step: SendingStep) => sink.sending(index, clock.monotonic(), step);
						const result = await watchSending(tellStep, () => next(args));
						clearTimeout(watchdog);
						if (isRawResponse(result.response)) tapResponse(index, result.response);
						else tellEnd(index, null);
						return result;
					} catch (error) {
						clearTimeout(watchdog);
						lastResponse = null;
						tellEnd(index, toldError(gaveUp ?? error));
						throw error;
					}
				},
				{ step: 'deserialize', priority: 'low', name: 'outcropWiretap', override: true },
			);
		},
		signal: AbortSignal.any([signal, givingUp.signal]),
		get attempts() {
			return attempts;
		},
		get gaveUp() {
			return gaveUp;
		},
		get lastResponse() {
			return lastResponse;
		},
		lastText: () => new TextDecoder().decode(concatBytes(lastPieces)),
		redact,
		async settle(grace) {
			clearTimeout(totalWatchdog);
			const timers = [...open].map((attempt) =>
				setTimeout(() => attempt.cutOff(new Error('The rest of the response was not read.')), grace),
			);
			await Promise.all([...open].map((attempt) => attempt.ended));
			for (const timer of timers) clearTimeout(timer);
		},
	};
}

const ABORTED: ToldError = { name: 'AbortError', message: 'Request aborted', code: null };

/** Node's HTTP client adds this line after the ones it was given, for an agent that keeps connections alive. */
const KEEP_ALIVE: HeaderLines = [['Connection', 'keep-alive']];

interface SignedRequest {
	readonly method: string;
	readonly protocol: string;
	readonly hostname: string;
	readonly port?: number;
	readonly path: string;
	readonly query: Readonly<Record<string, string | readonly string[] | null>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

interface RawResponse {
	readonly statusCode: number;
	readonly reason?: string;
	readonly headers: Readonly<Record<string, string>>;
	body: Source;
}

function isSignedRequest(value: unknown): value is SignedRequest {
	return typeof value === 'object' && value !== null && 'hostname' in value && 'headers' in value && 'path' in value;
}

function isRawResponse(value: unknown): value is RawResponse {
	return (
		typeof value === 'object' &&
		value !== null &&
		'statusCode' in value &&
		'body' in value &&
		typeof value.body === 'object' &&
		value.body !== null &&
		'on' in value.body
	);
}

function urlOf({ protocol, hostname, port, path, query }: SignedRequest): string {
	const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
		(value === null ? [null] : [value].flat()).map((text) =>
			text === null ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${encodeURIComponent(text)}`,
		),
	);
	const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
	return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`;
}

function bytesOf(body: unknown): Uint8Array {
	if (typeof body === 'string') return new TextEncoder().encode(body);
	return body instanceof Uint8Array ? Uint8Array.from(body) : new Uint8Array();
}

function lengthOf({ headers }: RawResponse): number | null {
	const length = headers['content-length'] ?? '';
	return /^\d+$/.test(length) ? Number(length) : null;
}

/** Names in the case and order of the wire where Node has them. */
function headerLinesOf({ body, headers }: RawResponse): HeaderLines {
	const raw = body.rawHeaders;
	if (raw === undefined) return Object.entries(headers);
	return Array.from({ length: raw.length / 2 }, (_, line) => [raw[line * 2] ?? '', raw[line * 2 + 1] ?? '']);
}
