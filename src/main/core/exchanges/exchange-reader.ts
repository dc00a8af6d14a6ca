import type { Exchange, FramePage, FramePulse } from '../../../shared/model/exchange.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { FrameBytes } from '../../../shared/model/frame-field.ts';
import type { SentTable } from '../../../shared/model/sent-table.ts';
import type { Arrivals, Store } from '../storage/store.ts';
import type { LiveExchange } from '../turns/live-exchange.ts';
import type { Turns } from '../turns/turns.ts';
import { readSentTable } from './sent/read-sent-table.ts';

/** Reads exchanges wherever they are: from the turn that runs, else from the store. */
export interface ExchangeReader {
	exchange(id: string): Promise<Exchange | null>;
	body(attemptId: string, side: 'request' | 'response'): Promise<Uint8Array | null>;
	/** When the bytes of a response were there; null: no such attempt. */
	arrivals(attemptId: string): Promise<Arrivals | null>;
	/** The settings of a call beside one of its requests. `mask`: for texts, before they are shortened. null: no such call. */
	sentSettings(exchangeId: string, attemptId: string, mask?: (text: string) => string): Promise<SentTable | null>;
	frames(attemptId: string, after: number, limit: number): Promise<FramePage | null>;
	/** When the frames after one were there, and how much text they brought; see bedrock/frame-pulse.ts. */
	pulse(exchangeId: string, attemptId: string, after: number): Promise<FramePulse | null>;
	/** The bytes of one frame with what they are; see bedrock/frame-fields.ts. */
	frameBytes(attemptId: string, index: number): Promise<FrameBytes | null>;
}

export function createExchangeReader(options: {
	readonly store: Pick<Store, 'exchange' | 'body' | 'arrivals'>;
	readonly turns: Pick<Turns, 'liveExchange'>;
	/** Cuts a response into frames; see bedrock/frames.ts. */
	readonly pageOfFrames: (bytes: Uint8Array, arrivals: Arrivals, after: number, limit: number) => FramePage;
	readonly pulseOfFrames: (bytes: Uint8Array, arrivals: Arrivals, family: Family | null, after: number) => FramePulse;
	readonly openFrame: (bytes: Uint8Array, index: number) => FrameBytes | null;
	/** Changes bytes before anything is read from them; see presenter/. `arriving`: there may be more. */
	readonly present?: (bytes: Uint8Array, arriving: boolean) => Promise<Uint8Array>;
}): ExchangeReader {
	const { store, turns } = options;

	function liveWith(attemptId: string): LiveExchange | null {
		return turns.liveExchange((one) => one.exchange().attempts.some((attempt) => attempt.id === attemptId));
	}

	async function body(attemptId: string, side: 'request' | 'response'): Promise<Uint8Array | null> {
		const live = liveWith(attemptId);
		const bytes = live === null ? await store.body(attemptId, side) : liveBody(live, attemptId, side);
		if (bytes === null || options.present === undefined) return bytes;
		return options.present(bytes, live !== null && side === 'response');
	}

	function liveBody(live: LiveExchange, attemptId: string, side: 'request' | 'response'): Uint8Array | null {
		return side === 'request' ? live.requestBody(attemptId) : live.responseBody(attemptId);
	}

	async function exchange(id: string): Promise<Exchange | null> {
		return turns.liveExchange((one) => one.summary().id === id)?.exchange() ?? (await store.exchange(id));
	}

	async function received(attemptId: string): Promise<readonly [Uint8Array, Arrivals] | null> {
		const bytes = await body(attemptId, 'response');
		const came = await arrivals(attemptId);
		return bytes === null || came === null ? null : [bytes, came];
	}

	async function arrivals(attemptId: string): Promise<Arrivals | null> {
		return liveWith(attemptId)?.arrivals(attemptId) ?? (await store.arrivals(attemptId));
	}

	return {
		exchange,
		body,
		arrivals,
		async sentSettings(exchangeId, attemptId, mask = (text) => text) {
			const of = await exchange(exchangeId);
			const attempt = of?.attempts.find(({ id }) => id === attemptId);
			if (of === null || attempt === undefined) return null;
			const erased = attempt.request.body.forgotten !== undefined;
			return readSentTable(of, attempt, erased ? null : await body(attemptId, 'request'), mask);
		},
		async frames(attemptId, after, limit) {
			const found = await received(attemptId);
			return found === null ? null : options.pageOfFrames(...found, after, limit);
		},
		async pulse(exchangeId, attemptId, after) {
			const [found, of] = await Promise.all([received(attemptId), exchange(exchangeId)]);
			return found === null || of === null ? null : options.pulseOfFrames(...found, of.family, after);
		},
		async frameBytes(attemptId, index) {
			const bytes = await body(attemptId, 'response');
			return bytes === null ? null : options.openFrame(bytes, index);
		},
	};
}
