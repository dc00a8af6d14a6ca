import { STATUS_CODES } from 'node:http';
import { headerOf } from '../../../shared/header-of.ts';
import type { ContentBlock } from '../../../shared/model/content.ts';
import { textOf } from '../../../shared/model/content.ts';
import type { Attempt, ExchangeSummary, HeaderLines } from '../../../shared/model/exchange.ts';
import { splitFrames } from '../bedrock/frames.ts';
import { harTimings } from './har-timings.ts';
import type { RecordedAttempt, RecordedTurn, Recording } from './recording.ts';
import { bodyText, toDocument } from './recording-document.ts';

/** Rises when `_outcrop` can't be read any more by those who know only the one before. */
export const HAR_VERSION = 1;

/**
 * A recording as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/): a page a turn, an entry an attempt. What HAR
 * has no place for is in members with an underscore, as the specification wants it: `_frames` are the decoded frames of
 * a stream, `_outcrop` has what is needed to read the file back without a loss.
 */
export function harText(recording: Recording, appVersion: string): string {
	const { turns } = recording;
	const har = {
		log: {
			version: '1.2',
			creator: { name: 'Outcrop', version: appVersion },
			pages: turns.map((turn, index) => pageOf(turn, index)),
			entries: turns.flatMap(({ exchanges }, turnAt) =>
				exchanges.flatMap(({ summary, attempts }, exchangeAt) =>
					attempts.map((attempt, attemptAt) => ({
						pageref: pageId(turnAt),
						...entryOf(summary, attempt),
						_outcrop: { turn: turnAt, exchange: exchangeAt, attempt: attemptAt },
					})),
				),
			),
			_outcrop: { version: HAR_VERSION, ...toDocument(recording, false) },
		},
	};
	return `${JSON.stringify(har, null, '\t')}\n`;
}

function pageId(index: number): string {
	return `turn_${index + 1}`;
}

function pageOf({ turn }: RecordedTurn, index: number) {
	const ended = turn.endedAt === null ? -1 : turn.endedAt - turn.startedAt;
	return {
		startedDateTime: new Date(turn.startedAt).toISOString(),
		id: pageId(index),
		title: titleOf(turn.question.content).slice(0, 200),
		pageTimings: { onContentLoad: -1, onLoad: ended },
	};
}

/** What is asked; of a question without words, the names of what went along. */
function titleOf(content: readonly ContentBlock[]): string {
	const along = content.flatMap((block) =>
		block.type === 'attachment' ? [block.name] : block.type === 'search-result' ? [block.title] : [],
	);
	return textOf(content) || along.join(', ');
}

function entryOf(exchange: ExchangeSummary, recorded: RecordedAttempt) {
	const { attempt } = recorded;
	const { timings, time } = harTimings(attempt);
	return {
		startedDateTime: new Date(exchange.startedAt + attempt.startedMs).toISOString(),
		time,
		request: requestOf(recorded),
		response: responseOf(recorded),
		cache: {},
		timings,
		// Or Chromium's developer tools take the first call of a page for its document.
		_resourceType: 'fetch',
		...framesOf(recorded),
	};
}

function requestOf({ attempt: { request }, request: bytes }: RecordedAttempt) {
	const { text, base64 } = bodyText(bytes);
	return {
		method: request.method,
		// HAR wants one also where it is not known (a stream that was opened without its call).
		url: request.url === '' ? 'about:blank' : request.url,
		httpVersion: HTTP_VERSION,
		cookies: [],
		headers: headersOf(request.headers),
		queryString: queryOf(request.url),
		...((text ?? base64) !== undefined && {
			postData: {
				mimeType: headerOf(request.headers, 'content-type') ?? '',
				text: text ?? '',
				// HAR has no encoding for what is posted.
				...(base64 !== undefined && { _base64: base64 }),
			},
		}),
		headersSize: -1,
		bodySize: request.body.size,
	};
}

/** The app speaks HTTP/1.1 only (design: its SDK client's handler). */
const HTTP_VERSION = 'HTTP/1.1';

/** Where no response came (or no status is known), developer tools write status 0; an error into `_error`. */
function responseOf({ attempt, response: bytes }: RecordedAttempt) {
	const { response, error } = attempt;
	const { text, base64 } = bodyText(bytes);
	return {
		status: response?.status ?? 0,
		statusText: STATUS_CODES[response?.status ?? 0] ?? '',
		httpVersion: response === null ? 'unknown' : HTTP_VERSION,
		cookies: [],
		headers: headersOf(response?.headers ?? []),
		content: {
			size: response?.body.size ?? 0,
			mimeType: headerOf(response?.headers ?? [], 'content-type') ?? (response === null ? 'x-unknown' : ''),
			...(text !== undefined && { text }),
			...(base64 !== undefined && { text: base64, encoding: 'base64' }),
		},
		redirectURL: headerOf(response?.headers ?? [], 'location') ?? '',
		headersSize: -1,
		bodySize: response?.body.size ?? -1,
		...(error !== null && { _error: errorText(error) }),
	};
}

function errorText({ name, message, code }: NonNullable<Attempt['error']>): string {
	return code === null || message.includes(code) ? `${name}: ${message}` : `${name}: ${message} (${code})`;
}

function framesOf({ attempt, response, arrivals }: RecordedAttempt) {
	if (attempt.response?.kind !== 'event-stream' || response === null) return {};
	const { frames, trailingBytes } = splitFrames(response, arrivals);
	return { _frames: frames, ...(trailingBytes > 0 && { _trailingBytes: trailingBytes }) };
}

function headersOf(lines: HeaderLines) {
	return lines.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string) {
	return URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
}
