import type { HeaderLines } from '../../../shared/model/exchange.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Call } from './call.ts';
import { codecFor } from './codec-for.ts';
import { withoutContent } from './edited-body.ts';
import { failureOf } from './failure.ts';
import type { AnswerListener } from './operations/operation.ts';
import { runOperation } from './operations/run-operation.ts';
import { headersBeside } from './sent-beside.ts';

/** The bytes that a call would send, or why there are none; both null where nobody knows how they are written. */
export interface WrittenBody {
	readonly bytes: Uint8Array | null;
	readonly failure: CallFailure | null;
}

/**
 * Writes the body of a call by the very code that would send it: the unmodified SDK serialises it for a client that ends
 * there. It has no credentials and no endpoint, and no request is made. Never rejects for what the settings are.
 */
export async function writeBody(call: Call): Promise<WrittenBody> {
	if (call.body !== null) return { bytes: call.body, failure: null };
	const written = await writeRequest(call);
	if (written === null || 'code' in written) return { bytes: null, failure: written };
	return { bytes: bytesOf(written.body), failure: null };
}

/** What would go along with a body in headers, written as above; that of Converse stands in the body. */
export async function writeHeaders(settings: RequestSettings): Promise<HeaderLines> {
	if (!isInvoke(settings.operation)) return [];
	const written = await writeRequest(withoutContent({ settings, messages: [], body: new Uint8Array() }));
	return written === null || 'code' in written ? [] : headersBeside(Object.entries(written.headers));
}

/** null: nobody knows how it is written. */
async function writeRequest(call: Call): Promise<WrittenRequest | CallFailure | null> {
	const codec = codecFor(call);
	if (codec === 'unknown') return null;
	const sdk = await import('@aws-sdk/client-bedrock-runtime');
	const client = new sdk.BedrockRuntimeClient({
		region: 'us-east-1',
		endpoint: 'https://preview.invalid',
		credentials: { accessKeyId: 'preview', secretAccessKey: 'preview' },
		authSchemePreference: ['sigv4'],
	});
	client.middlewareStack.add(
		() => async (args) => {
			throw new Written(args.request);
		},
		{ step: 'build', priority: 'high', name: 'outcropPreview', override: true },
	);
	try {
		await runOperation(
			call.settings.operation,
			{
				sdk,
				client,
				call,
				signal: new AbortController().signal,
				answer: unheard,
				responseHeaders: () => [],
				responseText: () => '',
			},
			codec,
		);
		throw new Error('The preview of a body was sent.');
	} catch (error) {
		if (error instanceof Written) return error.request;
		return failureOf(error, 'request', null);
	} finally {
		client.destroy();
	}
}

interface WrittenRequest {
	readonly body?: unknown;
	readonly headers: Readonly<Record<string, string>>;
}

/** Thrown in place of sending: what would have been sent. */
class Written extends Error {
	readonly request: WrittenRequest;

	constructor(request: unknown) {
		super('The request is written.');
		this.request = isRequest(request) ? request : { headers: {} };
	}
}

function isRequest(request: unknown): request is WrittenRequest {
	return typeof request === 'object' && request !== null && 'headers' in request;
}

function bytesOf(body: unknown): Uint8Array {
	if (typeof body === 'string') return new TextEncoder().encode(body);
	// A copy: the SDK's own bytes warn whoever treats them like others.
	return body instanceof Uint8Array ? Uint8Array.from(body) : new Uint8Array();
}

const unheard: AnswerListener = {
	text() {},
	part() {},
	usage() {},
	stopReason() {},
	trace() {},
	closed() {},
};
