import { assertNever } from '../../shared/assert-never.ts';
import type { JsonObject } from './json.ts';
import { Refusal } from './refusal.ts';

/** The exceptions that a stream can end with (members of the response streams' unions in the service model). */
export type StreamException =
	| 'internalServerException'
	| 'modelStreamErrorException'
	| 'modelTimeoutException'
	| 'serviceUnavailableException'
	| 'throttlingException'
	| 'validationException';

/**
 * Something that goes wrong. The stream's own (`afterFrames`: after that many whole frames) wait for a streaming call;
 * a stream that has fewer frames ends before they come.
 */
export type Fault =
	| {
			readonly kind: 'throttled';
			readonly reason?: 'requests' | 'tokens' | 'tokens-per-day';
			/** Sent as `retry-after`. */
			readonly retryAfterSeconds?: number;
	  }
	| { readonly kind: 'internal-error' }
	| { readonly kind: 'service-unavailable' }
	| { readonly kind: 'access-denied'; readonly message?: string }
	| { readonly kind: 'model-timeout' }
	/** Nothing is sent for so many milliseconds; without `ms`, until released. */
	| { readonly kind: 'slow-first-byte'; readonly ms?: number }
	/** Nothing more is sent until released, and then the rest. */
	| { readonly kind: 'stalled-stream'; readonly afterFrames: number }
	| {
			readonly kind: 'stream-exception';
			readonly afterFrames: number;
			readonly exception: StreamException;
			readonly message?: string;
	  }
	/** Without `afterFrames`, before the first byte of the response, of any call. */
	| { readonly kind: 'connection-reset'; readonly afterFrames?: number }
	/** The first half of the next frame, then the regular end of the body. */
	| { readonly kind: 'truncated-frame'; readonly afterFrames: number }
	/** The next frame has a wrong message checksum; the stream goes on. */
	| { readonly kind: 'wrong-checksum'; readonly afterFrames: number };

/** A fault that waits for its requests, or has met them. */
export interface ArmedFault {
	/** Resolves when a request has met the fault: it is refused, held, reset, or sent the broken frame. */
	readonly reached: Promise<void>;
	/** Lets held requests go on, now and later. */
	release(): void;
}

/** What practice can be told to do wrong. */
export interface Faults {
	/** Arms a fault for the next `count` (1) calls that would be answered otherwise. Earlier ones come first. */
	arm(fault: Fault, count?: number): ArmedFault;
	/** Disarms everything and lets held requests go on. */
	clear(): void;
}

/** A fault that a call has drawn. */
export interface DrawnFault {
	readonly fault: Fault;
	readonly released: Promise<void>;
	/** To be called when the fault shows. */
	reach(): void;
}

/** The armed faults, and the way for a call to draw the next that concerns it. */
export function createFaults(): Faults & { draw(streaming: boolean): DrawnFault | null } {
	let armed: readonly (DrawnFault & { left: number; readonly release: () => void })[] = [];
	const held = new Set<() => void>();
	return {
		arm(fault, count = 1) {
			const reached = Promise.withResolvers<void>();
			const released = Promise.withResolvers<void>();
			held.add(released.resolve);
			const { resolve: release } = released;
			armed = [...armed, { fault, left: count, reach: reached.resolve, released: released.promise, release }];
			return { reached: reached.promise, release };
		},
		clear() {
			armed = [];
			for (const release of held) release();
			held.clear();
		},
		draw(streaming) {
			const drawn = armed.find(({ fault }) => streaming || !needsStream(fault));
			if (drawn === undefined) return null;
			drawn.left -= 1;
			armed = armed.filter(({ left }) => left > 0);
			return drawn;
		},
	};
}

function needsStream(fault: Fault): boolean {
	return 'afterFrames' in fault && fault.afterFrames !== undefined;
}

const THROTTLED = {
	requests: 'Too many requests, please wait before trying again.',
	tokens: 'Too many tokens, please wait before trying again.',
	'tokens-per-day': 'Too many tokens per day, please wait before trying again.',
} as const;
const UNEXPECTED = 'The system encountered an unexpected error during processing. Try your request again.';
const TIMED_OUT = 'Model has timed out in processing the request. Try your request again.';
const UNABLE = 'Bedrock is unable to process your request.';

/** The refusal that a fault is, or null for those that let the answer begin (bedrock-facts.md, 4). */
export function refusalOf(fault: Fault): Refusal | null {
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
		case 'model-timeout':
			return new Refusal('ModelTimeoutException', TIMED_OUT);
		case 'slow-first-byte':
		case 'stalled-stream':
		case 'stream-exception':
		case 'connection-reset':
		case 'truncated-frame':
		case 'wrong-checksum':
			return null;
		default:
			return assertNever(fault);
	}
}

const STREAM_MESSAGES: Readonly<Record<StreamException, string>> = {
	internalServerException: UNEXPECTED,
	modelStreamErrorException: UNEXPECTED,
	modelTimeoutException: TIMED_OUT,
	serviceUnavailableException: UNABLE,
	throttlingException: THROTTLED.requests,
	validationException: 'The model returned the following errors: the practice endpoint was told to fail here.',
};

/** The payload of an exception in the stream. */
export function streamExceptionPayload(exception: StreamException, given: string | undefined): JsonObject {
	const message = given ?? STREAM_MESSAGES[exception];
	if (exception !== 'modelStreamErrorException') return { message };
	return { message, originalMessage: message, originalStatusCode: 500 };
}
