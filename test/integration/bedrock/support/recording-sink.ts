import type { CallSink, OtherPart } from '../../../../src/main/core/bedrock/call.ts';
import type { SendingStep } from '../../../../src/main/core/bedrock/watch-sending.ts';
import type { HeaderLines, Usage } from '../../../../src/shared/model/exchange.ts';
import type { RetryWait } from '../../../../src/shared/model/failure.ts';
import type { RequestSignature } from '../../../../src/shared/model/signature.ts';

/** An attempt as the sink was told of it. */
export interface ToldAttempt {
	readonly index: number;
	readonly method: string;
	readonly url: string;
	readonly headers: HeaderLines;
	readonly body: Uint8Array;
	readonly signature: RequestSignature | null;
	status: number | null;
	responseHeaders: HeaderLines;
	readonly pieces: Uint8Array[];
	readonly times: number[];
	/** The steps of getting the request out, as they came. */
	readonly steps: SendingStep[];
	/** One for each time that the attempt was told to have ended; undefined never stands here. */
	readonly ends: ({ name: string; message: string; code: string | null } | null)[];
}

export interface RecordingSink extends CallSink {
	readonly attempts: ToldAttempt[];
	readonly credentialTimes: { readonly askedAt: number; readonly endedAt: number | null }[];
	readonly targets: { region: string; endpoint: string; family: string | null }[];
	readonly texts: string[];
	/** What is no text, in its order. */
	readonly parts: OtherPart[];
	readonly traces: unknown[];
	readonly usages: Usage[];
	readonly reasons: string[];
	readonly waits: RetryWait[];
	/** Everything that was told, bytes as Latin-1 text, to be searched. */
	everything(): string;
	/** Resolves when a response has begun and so many bytes of its body have been told. `index` counts from 1. */
	arrived(index: number, bytes: number): Promise<void>;
	/** Resolves with the first text of the answer. */
	readonly firstText: Promise<string>;
}

/** Keeps what a call tells. */
export function recordingSink(): RecordingSink {
	const attempts: ToldAttempt[] = [];
	const credentials: RecordingSink['credentialTimes'] = [];
	const targets: RecordingSink['targets'] = [];
	const texts: string[] = [];
	const parts: OtherPart[] = [];
	const traces: unknown[] = [];
	const usages: Usage[] = [];
	const reasons: string[] = [];
	const waits: RetryWait[] = [];
	const first = Promise.withResolvers<string>();
	const waiting = new Set<() => void>();
	const wake = () => {
		for (const look of waiting) look();
	};
	const at = (index: number): ToldAttempt => {
		const attempt = attempts[index - 1];
		if (attempt === undefined) throw new Error(`Attempt ${index} was never started.`);
		return attempt;
	};
	return {
		attempts,
		credentialTimes: credentials,
		targets,
		texts,
		parts,
		traces,
		usages,
		reasons,
		waits,
		arrived: (index, bytes) =>
			new Promise((resolve) => {
				const look = () => {
					const attempt = attempts[index - 1];
					if (attempt === undefined || attempt.status === null) return;
					if (attempt.pieces.reduce((sum, piece) => sum + piece.length, 0) < bytes) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			}),
		firstText: first.promise,
		everything: () =>
			JSON.stringify({
				attempts: attempts.map(({ body, pieces, ...rest }) => ({
					...rest,
					body: Buffer.from(body).toString('latin1'),
					pieces: Buffer.concat(pieces).toString('latin1'),
				})),
				targets,
				texts,
				parts,
				traces,
				reasons,
				waits,
			}),
		credentials: (time) => credentials.push(time),
		resolved: (target) => targets.push(target),
		attemptStarted: ({ at: time, ...attempt }) =>
			attempts.push({ ...attempt, status: null, responseHeaders: [], pieces: [], times: [time], steps: [], ends: [] }),
		sending(index, time, step) {
			at(index).steps.push(step);
			at(index).times.push(time);
		},
		responseStarted(index, response) {
			at(index).status = response.status;
			at(index).responseHeaders = response.headers;
			at(index).times.push(response.at);
			wake();
		},
		responseBytes(index, time, bytes) {
			at(index).pieces.push(bytes);
			at(index).times.push(time);
			wake();
		},
		attemptEnded(index, end) {
			at(index).ends.push(end.error);
			at(index).times.push(end.at);
		},
		retrying: (wait) => waits.push(wait),
		text(text) {
			texts.push(text);
			first.resolve(text);
		},
		usage: (usage) => usages.push(usage),
		part: (part) => parts.push(part),
		trace: (trace) => traces.push(trace),
		stopReason: (reason) => reasons.push(reason),
	};
}
