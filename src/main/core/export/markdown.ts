import { formatJson } from '../../../shared/json-format.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { FailureWords } from '../../../shared/model/files.ts';
import { splitFrames } from '../bedrock/frames.ts';
import { answerBlocks, questionBlocks } from './markdown-blocks.ts';
import { code, fenced, plain, table } from './markdown-text.ts';
import type { MarkdownWords } from './markdown-words.ts';
import { markdownWords } from './markdown-words.ts';
import type { RecordedAttempt, RecordedExchange, RecordedTurn, Recording } from './recording.ts';

/** So much of a body is to be read, characters. Files for machines have all of it. */
const LONGEST_BODY = 20_000;

/** A recording to read and to paste. `explained`: what the window says of failed turns. */
export function markdownText(
	recording: Recording,
	language: 'en' | 'ja',
	explained: readonly FailureWords[],
	appVersion: string,
): string {
	const words = markdownWords(language);
	const { title, masked, turns } = recording;
	const blocks = [
		...(title === '' ? [] : [`# ${plain(title)}`]),
		...turns.flatMap((turn) =>
			turnBlocks(turn, words, explained.find(({ turnId }) => turnId === turn.turn.id) ?? null),
		),
		'---',
		[words.recordedWith(appVersion), ...(masked ? [words.masked] : [])].join(language === 'ja' ? '' : ' '),
	];
	return `${blocks.join('\n\n')}\n`;
}

function turnBlocks({ turn, exchanges }: RecordedTurn, words: MarkdownWords, explained: FailureWords | null): string[] {
	return [
		`## ${words.question}`,
		...questionBlocks(turn.question.content, words),
		`## ${words.answer}`,
		...answerBlocks(turn.answer?.content ?? [], words),
		...failureBlocks(turn.failure, words, explained),
		...exchanges.flatMap((exchange) => exchangeBlocks(exchange, words)),
	];
}

function failureBlocks(
	failure: ExchangeSummary['failure'],
	words: MarkdownWords,
	explained: FailureWords | null,
): string[] {
	if (failure === null) return [];
	const { type, message, status } = failure;
	const lines = explained?.lines ?? [];
	return [
		`### ${words.failure}${explained === null ? '' : `: ${plain(explained.title)}`}`,
		fenced([[status, type].filter((part) => part !== null && part !== '').join(' '), message].join('\n'), ''),
		// Words of the app's own; what stands in them of the error is in backticks.
		...(lines.length === 0 ? [] : [lines.map((line) => `- ${line.replace(/<(?=[A-Za-z/!?])/g, '\\<')}`).join('\n')]),
	];
}

function exchangeBlocks({ summary, attempts }: RecordedExchange, words: MarkdownWords): string[] {
	const last = attempts.at(-1);
	return [
		`## ${words.call(summary.index, summary.operation)}`,
		table([['', ''], ...facts(summary, words)]),
		...(attempts.length > 1 || attempts.some(({ attempt }) => attempt.error !== null)
			? [`### ${words.attempts}`, attemptsTable(attempts, words)]
			: []),
		...(last === undefined ? [] : [...requestBlocks(last, words), ...responseBlocks(last, words)]),
	];
}

function facts(exchange: ExchangeSummary, words: MarkdownWords): string[][] {
	const { usage } = exchange;
	const rows: readonly (readonly [string, string | null])[] = [
		[words.model, code(exchange.modelId)],
		[words.region, code(exchange.region)],
		[words.endpoint, code(exchange.endpoint)],
		[words.started, exchange.untimed ? null : new Date(exchange.startedAt).toISOString()],
		[words.status, exchange.status === null ? null : String(exchange.status)],
		[words.state, words.states[exchange.state]],
		[words.firstByte, ms(exchange.firstByteMs)],
		[words.firstToken, ms(exchange.firstTokenMs)],
		[words.total, ms(exchange.totalMs)],
		[words.input, usage === null ? null : String(usage.inputTokens)],
		[words.output, usage === null ? null : String(usage.outputTokens)],
		[words.stopReason, exchange.stopReason === null ? null : code(exchange.stopReason)],
		[words.requestId, exchange.requestId === null ? null : code(exchange.requestId)],
	];
	return rows.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
}

function attemptsTable(attempts: readonly RecordedAttempt[], words: MarkdownWords): string {
	return table([
		[words.attempt, words.status, words.begins, words.ends, words.error],
		...attempts.map(({ attempt: { index, response, startedMs, endedMs, error } }) => [
			String(index),
			String(response?.status ?? '–'),
			ms(startedMs) ?? '',
			ms(endedMs) ?? '–',
			error === null ? '' : code(`${error.name}: ${error.message}`),
		]),
	]);
}

function requestBlocks({ attempt: { request }, request: bytes }: RecordedAttempt, words: MarkdownWords): string[] {
	return [
		`### ${words.request}`,
		code(`${request.method} ${request.url}`.trim()),
		bytes === null ? words.notKept : body(bytes, words),
	];
}

function responseBlocks(
	{ attempt: { response }, response: bytes, arrivals }: RecordedAttempt,
	words: MarkdownWords,
): string[] {
	if (response === null) return [];
	if (bytes === null) return [`### ${words.response}`, words.notKept];
	if (response.kind !== 'event-stream') return [`### ${words.response}`, body(bytes, words)];
	const { frames, trailingBytes } = splitFrames(bytes, arrivals);
	const counts = new Map<string, number>();
	for (const { eventType } of frames) counts.set(eventType, (counts.get(eventType) ?? 0) + 1);
	return [
		`### ${words.response}`,
		words.stream(frames.length, bytes.byteLength),
		table([[words.event, words.frames], ...[...counts].map(([name, count]) => [code(name), String(count)])]),
		...(trailingBytes > 0 ? [words.trailing(trailingBytes)] : []),
	];
}

function body(bytes: Uint8Array, words: MarkdownWords): string {
	const text = new TextDecoder().decode(bytes);
	const { text: whole, valid: json } = formatJson(text);
	const shown = whole.slice(0, LONGEST_BODY);
	const rest = whole.length - shown.length;
	return `${fenced(shown, json ? 'json' : '')}${rest > 0 ? `\n\n${words.cut(rest)}` : ''}`;
}

function ms(time: number | null): string | null {
	return time === null ? null : `${Math.round(time)} ms`;
}
