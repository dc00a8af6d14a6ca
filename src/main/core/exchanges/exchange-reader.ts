import type { Exchange, FramePage } from '../../../shared/model/exchange.ts';
import type { FrameBytes } from '../../../shared/model/frame-field.ts';
import type { Arrivals, Store } from '../storage/store.ts';
import type { LiveExchange } from '../turns/live-exchange.ts';
import type { Turns } from '../turns/turns.ts';

/** Reads exchanges wherever they are: from the turn that runs, else from the store. */
export interface ExchangeReader {
	exchange(id: string): Promise<Exchange | null>;
	body(attemptId: string, side: 'request' | 'response'): Promise<Uint8Array | null>;
	frames(attemptId: string, after: number, limit: number): Promise<FramePage | null>;
	/** The bytes of one frame with what they are; see bedrock/frame-fields.ts. */
	frameBytes(attemptId: string, index: number): Promise<FrameBytes | null>;
}

export function createExchangeReader(options: {
	readonly store: Pick<Store, 'exchange' | 'body' | 'arrivals'>;
	readonly turns: Pick<Turns, 'liveExchange'>;
	/** Cuts a response into frames; see bedrock/frames.ts. */
	readonly pageOfFrames: (bytes: Uint8Array, arrivals: Arrivals, after: number, limit: number) => FramePage;
	readonly openFrame: (bytes: Uint8Array, index: number) => FrameBytes | null;
}): ExchangeReader {
	const { store, turns } = options;

	function liveWith(attemptId: string): LiveExchange | null {
		return turns.liveExchange((one) => one.exchange().attempts.some((attempt) => attempt.id === attemptId));
	}

	async function body(attemptId: string, side: 'request' | 'response'): Promise<Uint8Array | null> {
		const live = liveWith(attemptId);
		if (live === null) return store.body(attemptId, side);
		return side === 'request' ? live.requestBody(attemptId) : live.responseBody(attemptId);
	}

	return {
		async exchange(id) {
			return turns.liveExchange((one) => one.summary().id === id)?.exchange() ?? (await store.exchange(id));
		},
		body,
		async frames(attemptId, after, limit) {
			const bytes = await body(attemptId, 'response');
			const arrivals = liveWith(attemptId)?.arrivals(attemptId) ?? (await store.arrivals(attemptId));
			return bytes === null || arrivals === null ? null : options.pageOfFrames(bytes, arrivals, after, limit);
		},
		async frameBytes(attemptId, index) {
			const bytes = await body(attemptId, 'response');
			return bytes === null ? null : options.openFrame(bytes, index);
		},
	};
}
