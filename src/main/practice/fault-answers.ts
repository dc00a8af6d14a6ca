import { signatureExpired } from './authenticate.ts';
import type { Fault, StreamException } from './faults.ts';
import { errorFrame, exceptionFrame } from './frames.ts';
import type { JsonObject } from './json.ts';
import type { Reply } from './refusal.ts';
import { Refusal } from './refusal.ts';

const THROTTLED = {
	requests: 'Too many requests, please wait before trying again.',
	tokens: 'Too many tokens, please wait before trying again.',
	'tokens-per-day': 'Too many tokens per day, please wait before trying again.',
} as const;
const UNEXPECTED = 'The system encountered an unexpected error during processing. Try your request again.';
const TIMED_OUT = 'Model has timed out in processing the request. Try your request again.';
const UNABLE = 'Bedrock is unable to process your request.';

/** The refusal that a fault is, or null for the others (bedrock-facts.md, 4). */
export function refusalOf(fault: Fault, request: { readonly longDate: string; readonly now: number }): Refusal | null {
	switch (fault.kind) {
		case 'throttled': {
			const { reason = 'requests', retryAfterSeconds } = fault;
			const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
			return new Refusal('ThrottlingException', THROTTLED[reason], { headers });
		}
		case 'internal-error':
			return new Refusal('InternalServerException', UNEXPECTED);
		case 'service-unavailable':
			return new Refusal('ServiceUnavailableException', UNABLE);
		case 'access-denied':
			return new Refusal(
				'AccessDeniedException',
				fault.message ?? "You don't have access to the model with the specified model ID.",
			);
		case 'refused':
			return new Refusal(fault.exception, fault.message);
		case 'model-timeout':
			return new Refusal('ModelTimeoutException', TIMED_OUT);
		case 'signature-expired':
			return signatureExpired(request.longDate, request.now);
		default:
			return null;
	}
}

/** The whole answer that a fault puts in the place of the right one, or null for the others. */
export function foreignReplyOf(fault: Fault): Reply | null {
	switch (fault.kind) {
		case 'html-page':
			return {
				status: fault.status,
				headers: { 'Content-Type': 'text/html' },
				body: new TextEncoder().encode(fault.status === 200 ? SIGN_IN_PAGE : BAD_GATEWAY_PAGE),
			};
		case 'redirect':
			return { status: 307, headers: { Location: fault.location }, body: new Uint8Array() };
		default:
			return null;
	}
}

const SIGN_IN_PAGE =
	'<!doctype html><html><head><title>Sign in to the network</title></head><body><form></form></body></html>\n';
const BAD_GATEWAY_PAGE =
	'<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n';

const STREAM_MESSAGES: Readonly<Record<StreamException, string>> = {
	internalServerException: UNEXPECTED,
	modelStreamErrorException: UNEXPECTED,
	modelTimeoutException: TIMED_OUT,
	serviceUnavailableException: UNABLE,
	throttlingException: THROTTLED.requests,
	validationException: 'The model returned the following errors: the practice endpoint was told to fail here.',
};

/** The frame that ends the stream where a fault is such a frame, or null for the others. */
export function lastFrameOf(fault: Fault): Uint8Array | null {
	switch (fault.kind) {
		case 'stream-exception':
			return exceptionFrame(fault.exception, payloadOf(fault.exception, fault.message));
		case 'unknown-stream-exception':
			return exceptionFrame(fault.exception, { message: fault.message });
		case 'stream-error':
			return errorFrame(fault.code, fault.message);
		default:
			return null;
	}
}

function payloadOf(exception: StreamException, given: string | undefined): JsonObject {
	const message = given ?? STREAM_MESSAGES[exception];
	if (exception !== 'modelStreamErrorException') return { message };
	return { message, originalMessage: message, originalStatusCode: 500 };
}
