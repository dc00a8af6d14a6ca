import type { Attempt, Sending } from '../../../shared/model/exchange.ts';

/**
 * What a stretch of time was spent on. `request`: from the sending to the first byte, where no more is known of it;
 * `answer`: until the first byte, once the request is sent; `text`: from the first byte to the first text; `retry`: the
 * wait before another attempt.
 */
export type Part =
	| 'prepare'
	| 'credentials'
	| 'lookup'
	| 'connect'
	| 'tunnel'
	| 'tls'
	| 'send'
	| 'request'
	| 'answer'
	| 'text'
	| 'stream'
	| 'retry';

/** A stretch of time in a lane. Milliseconds since the exchange's start. */
export interface Band {
	readonly part: Part;
	/** The attempt failed in it. It may have taken no time at all. */
	readonly failed: boolean;
	readonly startMs: number;
	readonly endMs: number;
}

/**
 * The bands of an attempt up to `endMs`: each ends where the next begins. `firstTextMs`: when the answer's first text was
 * there, if it is this attempt's. `failed`: how the last band ended.
 */
export function attemptBands(
	attempt: Attempt,
	{
		endMs,
		firstTextMs,
		failed,
	}: { readonly endMs: number; readonly firstTextMs: number | null; readonly failed: boolean },
): readonly Band[] {
	const { response, sending, startedMs } = attempt;
	const bands: Band[] = [];
	let at = startedMs;
	const until = (part: Part, ms: number | null): void => {
		const to = Math.min(Math.max(ms ?? at, at), endMs);
		if (to > at) bands.push({ part, failed: false, startMs: at, endMs: to });
		at = to;
	};
	const rest = (part: Part): readonly Band[] => {
		if (failed || endMs > at) bands.push({ part, failed, startMs: at, endMs });
		return bands;
	};

	if (sending !== null) {
		until('lookup', sending.lookedUpMs);
		until('connect', sending.connectedMs);
		until('tunnel', sending.tunnelledMs);
		until('tls', sending.securedMs);
		until('send', sending.sentMs);
	}
	const waiting = sending === null ? 'request' : 'answer';
	if (response === null) return rest(sending === null ? waiting : nextStep(sending, attempt.request.url));
	const { status, headersMs, firstByteMs } = response;
	if (status !== null && status >= 400) {
		until(waiting, headersMs);
		return rest('stream');
	}
	if (firstByteMs === null) return rest(waiting);
	until(waiting, firstByteMs);
	if (firstTextMs !== null && firstTextMs < endMs) until('text', firstTextMs);
	until('stream', failed ? endMs : null);
	return rest('stream');
}

/** What an attempt that has no response does, after the steps that it has taken. */
function nextStep({ reused, tunnelling, connectedMs, tunnelledMs, securedMs, sentMs }: Sending, url: string): Part {
	if (sentMs !== null) return 'answer';
	if (reused) return 'send';
	if (connectedMs === null) return 'connect';
	if (tunnelling && tunnelledMs === null) return 'tunnel';
	return url.startsWith('https:') && securedMs === null ? 'tls' : 'send';
}
