import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { headerOf } from '../../../shared/header-of.ts';
import type { Attempt, Exchange, ExchangeSummary, RunState, Sending } from '../../../shared/model/exchange.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import type { CallSink } from '../bedrock/call.ts';
import type { SendingStep } from '../bedrock/watch-sending.ts';
import { concatBytes } from '../bytes.ts';
import { bodyKind } from '../exchanges/body-kind.ts';
import type { Arrivals, Change } from '../storage/store.ts';

/** An exchange while it runs: what the sink is told becomes the domain's exchange, its bytes and changes to keep. */
export interface LiveExchange {
	readonly sink: Omit<CallSink, 'text' | 'part' | 'retrying'>;
	/** The first text of the answer is there. */
	firstText(): void;
	/** Sets the final state. */
	end(end: { readonly state: Exclude<RunState, 'running'>; readonly failure: CallFailure | null }): void;
	summary(): ExchangeSummary;
	exchange(): Exchange;
	requestBody(attemptId: string): Uint8Array | null;
	responseBody(attemptId: string): Uint8Array | null;
	arrivals(attemptId: string): Arrivals | null;
}

interface LiveAttempt {
	attempt: Attempt;
	readonly startedAt: number;
	readonly requestBody: Uint8Array;
	/** What has come of the response body. */
	chunks: Uint8Array[];
	readonly arrivals: [end: number, atMs: number][];
	readonly hash: Hash;
}

export function startExchange(options: {
	readonly summary: ExchangeSummary;
	/** The clock's `monotonic()` at `summary.startedAt`. */
	readonly startedAt: number;
	readonly monotonic: () => number;
	readonly newId: () => string;
	readonly save: (change: Change) => void;
	/** The summary has changed in a way that a window shows. */
	readonly changed: () => void;
}): LiveExchange {
	let summary = options.summary;
	const attempts: LiveAttempt[] = [];
	const since = (at: number) => at - options.startedAt;

	function update(patch: Partial<ExchangeSummary>): void {
		summary = { ...summary, ...patch };
		options.save({ type: 'exchange', exchange: summary });
		options.changed();
	}

	function live(index: number): LiveAttempt {
		const found = attempts[index - 1];
		if (found === undefined) throw new Error(`No attempt ${index} was started`);
		return found;
	}

	function updateAttempt(of: LiveAttempt, patch: Partial<Attempt>): void {
		of.attempt = { ...of.attempt, ...patch };
		options.save({ type: 'attempt', attempt: of.attempt, requestBody: null });
	}

	function byId(attemptId: string): LiveAttempt | null {
		return attempts.find(({ attempt }) => attempt.id === attemptId) ?? null;
	}

	options.save({ type: 'exchange', exchange: summary });

	return {
		sink: {
			credentials({ askedAt, endedAt }) {
				update({ credentials: { askedMs: since(askedAt), endedMs: endedAt === null ? null : since(endedAt) } });
			},
			resolved({ region, endpoint, family }) {
				update({ region, endpoint, family });
			},
			attemptStarted({ index, at, method, url, headers, body, signature }) {
				const attempt: Attempt = {
					id: options.newId(),
					exchangeId: summary.id,
					index,
					startedMs: since(at),
					request: { method, url, headers, body: { size: body.byteLength, sha256: sha256(body) } },
					signature,
					sending: null,
					response: null,
					endedMs: null,
					error: null,
				};
				attempts.push({
					attempt,
					startedAt: at,
					requestBody: sameAs(attempts.at(-1)?.requestBody, body),
					chunks: [],
					arrivals: [],
					hash: createHash('sha256'),
				});
				options.save({ type: 'attempt', attempt, requestBody: body });
				update({ attemptCount: index, status: null, requestId: null, firstByteMs: null });
			},
			sending(index, at, step) {
				const of = live(index);
				const { sending } = of.attempt;
				updateAttempt(of, { sending: withStep(sending ?? nothingSent, step, since(at)) });
				options.changed();
			},
			responseStarted(index, { at, status, headers }) {
				const of = live(index);
				updateAttempt(of, {
					response: {
						status,
						headers,
						headersMs: since(at),
						firstByteMs: null,
						body: { size: 0, sha256: null },
						kind: bodyKind(headers),
					},
				});
				update({ status, requestId: headerOf(headers, 'x-amzn-requestid') });
			},
			responseBytes(index, at, bytes) {
				const of = live(index);
				const { response } = of.attempt;
				if (response === null || bytes.byteLength === 0) return;
				const size = response.body.size + bytes.byteLength;
				const arrival = [size, at - of.startedAt] as [number, number];
				of.chunks.push(bytes);
				of.arrivals.push(arrival);
				of.hash.update(bytes);
				const first = response.firstByteMs === null;
				of.attempt = {
					...of.attempt,
					response: {
						...response,
						firstByteMs: response.firstByteMs ?? since(at),
						body: { size, sha256: null },
					},
				};
				options.save({ type: 'response-bytes', attemptId: of.attempt.id, bytes, arrivals: [arrival] });
				if (first) update({ firstByteMs: since(at) });
			},
			attemptEnded(index, { at, error }) {
				const of = live(index);
				const { response } = of.attempt;
				updateAttempt(of, {
					endedMs: since(at),
					error,
					response:
						response === null
							? null
							: { ...response, body: { size: response.body.size, sha256: of.hash.digest('hex') } },
				});
			},
			usage(usage) {
				update({ usage });
			},
			stopReason(reason) {
				update({ stopReason: reason });
			},
			trace(trace) {
				update({ trace: trace as ExchangeSummary['trace'] });
			},
		},
		firstText() {
			if (summary.firstTokenMs === null) update({ firstTokenMs: since(options.monotonic()) });
		},
		end({ state, failure }) {
			update({
				state,
				failure,
				totalMs: since(options.monotonic()),
				requestId: failure?.requestId ?? summary.requestId,
			});
		},
		summary: () => summary,
		exchange: () => ({ ...summary, attempts: attempts.map(({ attempt }) => attempt) }),
		requestBody: (attemptId) => byId(attemptId)?.requestBody ?? null,
		responseBody(attemptId) {
			const of = byId(attemptId);
			if (of === null || of.attempt.response === null) return null;
			const joined = concatBytes(of.chunks);
			// A window asks again and again while the bytes come.
			of.chunks = [joined];
			return joined;
		},
		arrivals: (attemptId) => byId(attemptId)?.arrivals ?? null,
	};
}

const nothingSent: Sending = {
	reused: false,
	tunnelling: false,
	lookedUpMs: null,
	connectedMs: null,
	tunnelledMs: null,
	securedMs: null,
	sentMs: null,
};

const stepField = {
	'looked-up': 'lookedUpMs',
	connected: 'connectedMs',
	tunnelled: 'tunnelledMs',
	secured: 'securedMs',
	sent: 'sentMs',
} as const satisfies Record<Exclude<SendingStep, 'reused' | 'tunnelling'>, keyof Sending>;

/** A body that is sent once more is held once. */
function sameAs(before: Uint8Array | undefined, body: Uint8Array): Uint8Array {
	return before !== undefined && Buffer.compare(before, body) === 0 ? before : body;
}

function withStep(sending: Sending, step: SendingStep, ms: number): Sending {
	if (step === 'reused' || step === 'tunnelling') return { ...sending, [step]: true };
	return { ...sending, [stepField[step]]: ms };
}

function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
