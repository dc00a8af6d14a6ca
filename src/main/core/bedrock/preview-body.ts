import type { CallFailure } from '../../../shared/model/failure.ts';
import type { Call } from './call.ts';
import { codecFor } from './codec-for.ts';
import { failureOf } from './failure.ts';
import type { AnswerListener } from './operations/operation.ts';
import { runOperation } from './operations/run-operation.ts';

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
	const codec = codecFor(call);
	if (codec === 'unknown') return { bytes: null, failure: null };
	const sdk = await import('@aws-sdk/client-bedrock-runtime');
	const client = new sdk.BedrockRuntimeClient({
		region: 'us-east-1',
		endpoint: 'https://preview.invalid',
		credentials: { accessKeyId: 'preview', secretAccessKey: 'preview' },
		authSchemePreference: ['sigv4'],
	});
	client.middlewareStack.add(
		() => async (args) => {
			throw new Written(bodyOf(args.request));
		},
		{ step: 'build', priority: 'high', name: 'outcropPreview', override: true },
	);
	try {
		await runOperation(
			call.settings.operation,
			{ sdk, client, call, signal: new AbortController().signal, answer: unheard, responseHeaders: () => [] },
			codec,
		);
		throw new Error('The preview of a body was sent.');
	} catch (error) {
		if (error instanceof Written) return { bytes: error.bytes, failure: null };
		return { bytes: null, failure: failureOf(error, 'request', null) };
	} finally {
		client.destroy();
	}
}

/** Thrown in place of sending: what would have been sent. */
class Written extends Error {
	readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		super('The body is written.');
		this.bytes = bytes;
	}
}

function bodyOf(request: unknown): Uint8Array {
	const body = typeof request === 'object' && request !== null && 'body' in request ? request.body : null;
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
