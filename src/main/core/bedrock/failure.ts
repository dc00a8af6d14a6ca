import { STATUS_CODES } from 'node:http';
import { recognise } from '../../../shared/explanations/recognise.ts';
import { headerOf } from '../../../shared/header-of.ts';
import { isJsonObject } from '../../../shared/json-object.ts';
import type { CallFailure, FailureCode } from '../../../shared/model/failure.ts';
import { systemCode } from './told-error.ts';
import type { LastResponse } from './wiretap.ts';

/** Where an error came up. `stream`: the status was 200 and an event stream was expected. */
export type FailurePhase = 'credentials' | 'request' | 'stream';

const OWN_TYPES = {
	'no-region': 'NoRegion',
	'no-family': 'NoFamily',
	'incomplete-stream': 'IncompleteStream',
	'api-key-missing': 'NoApiKey',
	'mfa-declined': 'NoMfaCode',
	unknown: 'InvalidEndpoint',
} as const;

/** A failure that the app states itself, without an error of AWS or the SDK. The words are English, like AWS's. */
export function ownFailure(
	code: keyof typeof OWN_TYPES,
	message: string,
	response: LastResponse | null = null,
): CallFailure {
	return {
		code,
		type: OWN_TYPES[code],
		message,
		status: response?.status ?? null,
		requestId: requestIdOf(response),
		systemCode: null,
	};
}

/**
 * What an error of the SDK, of the network or of a stream means: known by its words (shared/explanations), else by
 * where it came up and by its status. The words themselves are handed on unchanged.
 */
export function failureOf(thrown: unknown, phase: FailurePhase, response: LastResponse | null): CallFailure {
	const error = thrown instanceof Error ? thrown : new Error(String(thrown));
	const metadata = metadataOf(error);
	const unreadable = isDecoders(error) && (phase === 'stream' ? !isEventStream(response) : isUnreadable(error));
	const serverWords = unreadable || isWordless(error) ? wordsOf(response) : null;
	const message = serverWords?.message ?? plainMessage(error.message);
	const system = systemCode(error);
	const type = serverWords?.type ?? (unreadable ? 'UnreadableAnswer' : typeName(error.name, system));
	const status = response?.status ?? metadata.httpStatusCode ?? null;
	return {
		code: codeOf({ type, message, system, status, phase, unreadable }),
		type,
		message,
		status,
		requestId: metadata.requestId ?? requestIdOf(response),
		systemCode: system,
	};
}

/** The stream's `throttlingException` by the name that it has everywhere else. */
function typeName(name: string, system: string | null): string {
	// The SDK's transport gives this name to errors of the network that are none (`ECONNRESET`).
	if (name === 'TimeoutError' && system !== null) return 'Error';
	return name.endsWith('Exception') ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

interface Signs {
	readonly type: string;
	readonly message: string;
	readonly system: string | null;
	readonly status: number | null;
	readonly phase: FailurePhase;
	readonly unreadable: boolean;
}

/** Names that say nothing: those of decoders. An exception of the stream has a type of its own. */
const NO_TYPE = /^(|Syntax|Type|Range)Error$/;

const NO_NETWORK = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED', 'ETIMEDOUT']);
const CONNECTION_LOST = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE']);

function codeOf({ type, message, system, status, phase, unreadable }: Signs): FailureCode {
	if (unreadable && (status === null || status < 400)) return 'unreadable-answer';
	const known = recognise({ type, message, systemCode: system })?.code ?? null;
	// The limit of the settings is that of calls; a sign-in server has the SDK's own.
	if (known === 'timeout-connect' && phase === 'credentials') return 'no-network';
	if (known !== null) return known;
	if (system !== null && NO_NETWORK.has(system)) return 'no-network';
	if (system !== null && CONNECTION_LOST.has(system)) return 'connection-lost';
	if (phase === 'credentials') return 'no-credentials';
	const byStatus = status === null ? null : codeOfStatus(status);
	if (byStatus !== null) return byStatus;
	if (type === 'UnreadableAnswer') return 'unreadable-answer';
	return phase === 'stream' && NO_TYPE.test(type) ? 'bad-stream' : 'unknown';
}

/** For answers that say nothing else that is known: proxies, gateways, new error types. */
function codeOfStatus(status: number): FailureCode | null {
	if (status === 429) return 'throttled';
	if (status === 408) return 'model-timeout';
	if (status === 424) return 'model-error';
	return status >= 500 ? 'unavailable' : null;
}

interface Metadata {
	readonly httpStatusCode: number | undefined;
	readonly requestId: string | undefined;
}

function metadataOf(error: Error): Metadata {
	const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
	const field = (name: string): unknown =>
		typeof metadata === 'object' && metadata !== null
			? Object.entries(metadata).find(([key]) => key === name)?.[1]
			: undefined;
	const status = field('httpStatusCode');
	const requestId = field('requestId');
	return {
		httpStatusCode: typeof status === 'number' ? status : undefined,
		requestId: typeof requestId === 'string' ? requestId : undefined,
	};
}

function requestIdOf(response: LastResponse | null): string | null {
	return response === null ? null : headerOf(response.headers, 'x-amzn-requestid');
}

/** True where the SDK could not read a body as JSON (an HTML page of a proxy). */
function isUnreadable(error: Error): boolean {
	return error instanceof SyntaxError || HINT.test(error.message);
}

/** False for what was thrown while a body was read and has nothing to do with what stands in it: a lost connection. */
function isDecoders(error: Error): boolean {
	return NO_TYPE.test(error.name) && systemCode(error) === null;
}

function isEventStream(response: LastResponse | null): boolean {
	const type = response === null ? null : headerOf(response.headers, 'content-type');
	return type?.startsWith('application/vnd.amazon.eventstream') ?? false;
}

/** True where the SDK found neither a type nor a message. */
function isWordless(error: Error): boolean {
	return error.message === '' || /^Unknown(Error)?$/.test(error.message);
}

/** What an answer says that the SDK could make nothing of: its own JSON words, a page's title, or just its status. */
function wordsOf(response: LastResponse | null): { readonly type: string | null; readonly message: string } | null {
	if (response === null) return null;
	const type = /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(response.beginning)?.[1] ?? null;
	const words = messageOfJson(response.beginning);
	if (words !== null) return { type, message: words };
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(response.beginning)?.[1]?.trim() ?? '';
	// HTTP/2 has no reason phrases.
	const head = `HTTP ${response.status} ${response.reason || (STATUS_CODES[response.status] ?? '')}`.trim();
	const goal = redirectOf(response);
	const kind = headerOf(response.headers, 'content-type') ?? 'no content type';
	const about = title === '' || `HTTP ${title}` === head ? '' : `: ${title}`;
	return { type, message: `${head}${goal === null ? '' : ` to ${goal}`}${about} (${kind})` };
}

/** What the SDK appends for programmers to what is thrown while it reads a response. */
const HINT = /\s*Deserialization error: to see the raw response.*$/is;

/** Where a redirect leads; without its query, which may repeat what was sent. */
function redirectOf({ status, headers }: LastResponse): string | null {
	const location = headerOf(headers, 'location');
	return status >= 300 && status < 400 && location !== null ? location.replace(/[?#].*$/, '') : null;
}

/** Without the hint; and of an in-stream exception that the SDK does not know, whose message is the whole JSON, the words. */
function plainMessage(given: string): string {
	const message = given.replace(HINT, '');
	return message.startsWith('{') ? (messageOfJson(message) ?? message) : message;
}

function messageOfJson(text: string): string | null {
	try {
		const json: unknown = JSON.parse(text);
		if (!isJsonObject(json)) return null;
		const words = json['message'] ?? json['Message'];
		return typeof words === 'string' ? words : null;
	} catch {
		return null;
	}
}
