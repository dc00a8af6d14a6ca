import type { ExceptionName } from './refusal.ts';

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
	/** Any refusal that AWS knows, in whatever words. */
	| { readonly kind: 'refused'; readonly exception: ExceptionName; readonly message: string }
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
	| { readonly kind: 'wrong-checksum'; readonly afterFrames: number }
	/** The same with the prelude's checksum, and the message checksum right for the bytes as they are. */
	| { readonly kind: 'wrong-prelude-checksum'; readonly afterFrames: number }
	/**
	 * The stream breaks off between two frames, inside the next one's length prefix, or in its middle. A break that is
	 * `held` waits to be released, so that all that was sent can be known to have arrived.
	 */
	| {
			readonly kind: 'cut-stream';
			readonly afterFrames: number;
			readonly inside?: 'length' | 'frame';
			readonly how: 'end' | Break;
			readonly held?: boolean;
	  }
	/** Half of an answer that is not streamed, and then the connection breaks off. */
	| { readonly kind: 'cut-body'; readonly how: Break; readonly held?: boolean }
	/** Half of an answer that is not streamed, and the rest when released. */
	| { readonly kind: 'stalled-body' }
	/** An exception that the service model does not know. */
	| {
			readonly kind: 'unknown-stream-exception';
			readonly afterFrames: number;
			readonly exception: string;
			readonly message: string;
	  }
	/** A frame of the message type `error`, which no service model has. */
	| { readonly kind: 'stream-error'; readonly afterFrames: number; readonly code: string; readonly message: string }
	/** The page of a proxy or a gateway instead of an answer. */
	| { readonly kind: 'html-page'; readonly status: 200 | 502 }
	/** The right answer, one byte at a time; without `ms`, with no waiting between them. */
	| { readonly kind: 'slow-drip'; readonly ms?: number }
	/** The right answer under another content type. */
	| { readonly kind: 'wrong-content-type'; readonly contentType: string }
	/** A 307 to another place. */
	| { readonly kind: 'redirect'; readonly location: string }
	/** The right answer with a wrong `Date`; minutes, before the time when negative. */
	| { readonly kind: 'wrong-date'; readonly minutes: number }
	/** The server's clock is wrong for this request: its `Date`, and its check of the signature's time. */
	| { readonly kind: 'wrong-clock'; readonly minutes: number }
	/** The signature is refused as too old, whatever its time is. */
	| { readonly kind: 'signature-expired' };

/** How a connection breaks off: the server's side of it is closed without the end of the body, or it is reset. */
export type Break = 'half-close' | 'reset';

/** A fault that waits for its requests, or has met them. */
export interface ArmedFault {
	/**
	 * Resolves when a request has met the fault: it is refused, held, reset, or sent the broken frame. Gives the length
	 * of the response's body that had left the process by then.
	 */
	readonly reached: Promise<number>;
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
	/** To be called when the fault shows, with the length of the body sent so far. */
	reach(sentBytes: number): void;
}

/** The faults as the server sees them. */
export interface DrawableFaults extends Faults {
	/** The next fault for a call that would be answered otherwise. */
	draw(streaming: boolean): DrawnFault | null;
	/** The next fault of the server's clock, for a request whose signature is about to be checked. */
	drawClock(): (DrawnFault & { readonly fault: ClockFault }) | null;
}

interface Armed extends DrawnFault {
	left: number;
}

type ClockFault = Extract<Fault, { readonly kind: 'wrong-clock' }>;

/** The armed faults, and the way for a call to draw the next that concerns it. */
export function createFaults(): DrawableFaults {
	let armed: readonly Armed[] = [];
	const held = new Set<() => void>();

	function take(drawn: Armed | undefined): DrawnFault | null {
		if (drawn === undefined) return null;
		drawn.left -= 1;
		armed = armed.filter(({ left }) => left > 0);
		return drawn;
	}

	return {
		arm(fault, count = 1) {
			const reached = Promise.withResolvers<number>();
			const released = Promise.withResolvers<void>();
			held.add(released.resolve);
			const { resolve: release } = released;
			armed = [...armed, { fault, left: count, reach: reached.resolve, released: released.promise }];
			return { reached: reached.promise, release };
		},
		clear() {
			armed = [];
			for (const release of held) release();
			held.clear();
		},
		draw(streaming) {
			return take(armed.find(({ fault }) => concerns(fault, streaming)));
		},
		drawClock() {
			const drawn = armed.find(({ fault }) => fault.kind === 'wrong-clock');
			if (drawn?.fault.kind !== 'wrong-clock') return null;
			take(drawn);
			return { ...drawn, fault: drawn.fault };
		},
	};
}

function concerns(fault: Fault, streaming: boolean): boolean {
	if (fault.kind === 'wrong-clock') return false;
	if (fault.kind === 'cut-body' || fault.kind === 'stalled-body') return !streaming;
	return streaming || !('afterFrames' in fault) || fault.afterFrames === undefined;
}
