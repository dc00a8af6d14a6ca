import { z } from 'zod';
import { appendPart } from '../../../shared/answers/append-part.ts';
import { headerOf } from '../../../shared/header-of.ts';
import type { AnswerPart, ContentBlock } from '../../../shared/model/content.ts';
import type { Attempt, Frame, HeaderLines, Usage } from '../../../shared/model/exchange.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import type { Family } from '../../../shared/model/family.ts';
import { families } from '../../../shared/model/family.ts';
import { partsOfBlock, partsOfDelta, partsOfStart } from '../bedrock/converse-parts.ts';
import { failureOf, ownFailure } from '../bedrock/failure.ts';
import type { NativePiece } from '../bedrock/families/family-codec.ts';
import { chunkReader } from '../bedrock/families/family-codec.ts';
import { codecs } from '../bedrock/families/registry.ts';
import { guardrailTold } from '../bedrock/guardrail-told.ts';
import { withRawInputs } from '../bedrock/raw-inputs.ts';
import { followBlocks } from '../bedrock/stream-blocks.ts';
import {
	countsFromHeaders,
	countsFromMetrics,
	hourOf,
	tierFromHeaders,
	tierOf,
	toUsage,
} from '../bedrock/token-counts.ts';
import type { LastResponse } from '../bedrock/wiretap.ts';

/** What the bytes of a response say. */
export interface ReadAnswer {
	readonly content: readonly ContentBlock[];
	readonly usage: Usage | null;
	readonly stopReason: string | null;
	/** The answer came to its own end. */
	readonly closed: boolean;
	/** When the first of the answer was there, since the attempt's start; null where nothing came. */
	readonly firstPartMs: number | null;
	/** What is told of guardrails and prompt routers; null: nothing. */
	readonly trace: unknown;
	readonly failure: CallFailure | null;
	/** The family in which it could be read; null for Converse, and where none fits. */
	readonly family: Family | null;
}

const NOTHING: ReadAnswer = {
	content: [],
	usage: null,
	stopReason: null,
	closed: false,
	firstPartMs: null,
	trace: null,
	failure: null,
	family: null,
};

const tokens = z.object({
	inputTokens: z.number(),
	outputTokens: z.number(),
	cacheReadInputTokens: z.number().optional(),
	cacheWriteInputTokens: z.number().optional(),
	cacheDetails: z.array(z.object({ ttl: z.string().optional(), inputTokens: z.number().optional() })).optional(),
});

/** What a response tells beside its answer. */
const beside = {
	trace: z.json().optional(),
	serviceTier: z.object({ type: z.string().optional() }).optional(),
	performanceConfig: z.object({ latency: z.string().optional() }).optional(),
};

const converseEvent = z.object({
	contentBlockIndex: z.number().optional(),
	start: z.unknown().optional(),
	delta: z.unknown().optional(),
	stopReason: z.string().optional(),
	usage: tokens.optional(),
	...beside,
});

type Event = z.infer<typeof converseEvent>;

const converseResponse = z.object({
	output: z.object({ message: z.object({ content: z.array(z.unknown()) }) }),
	stopReason: z.string().optional(),
	usage: tokens.optional(),
	...beside,
});

type Response = NonNullable<Attempt['response']>;

/** What a request asked for of what the response may tell; null: nothing. */
export interface AskedTier {
	readonly serviceTier: string | null;
	readonly performance: string | null;
}

/**
 * Reads what a plain response says, in the words of Converse or of the family that fits; an error is a failure. `sent` is
 * the body of the request, read, where it is known; `asked` counts where the response does not tell its tier.
 */
export function readBody(
	{ status, headers }: Response,
	bytes: Uint8Array,
	family: Family | null,
	sent?: unknown,
	asked?: AskedTier,
): ReadAnswer {
	const text = new TextDecoder().decode(bytes);
	const json = parse(text);
	if (status !== null && status >= 400) return { ...NOTHING, failure: refused(status, headers, text, json) };
	const converse = converseResponse.safeParse(json).data;
	// Nova's own body looks like it; one that is known to be of a family is read as such.
	if (converse !== undefined && family === null) {
		const { output, stopReason = null, trace: told = null } = converse;
		return {
			...NOTHING,
			content: contentOf(withRawInputs(output.message.content.flatMap(partsOfBlock), text)),
			stopReason,
			usage: usageOf(converse, asked),
			trace: told,
			closed: true,
		};
	}
	for (const one of family === null ? families : [family]) {
		const piece = codecs[one].fromResponse(json, sent);
		if (piece === null) continue;
		const usage = toUsage(piece.usage, countsFromHeaders(headers), tierFromHeaders(headers, asked));
		return {
			...NOTHING,
			content: contentOf(withRawInputs(piece.parts, text)),
			stopReason: piece.stopReason,
			usage,
			trace: guardrailTold(json),
			closed: true,
			family: one,
		};
	}
	return NOTHING;
}

/** Reads what the frames of a stream say, in the words of Converse or of the family that fits. */
export function readFrames(
	frames: readonly Frame[],
	response: Response | null,
	given: Family | null,
	sent?: unknown,
	asked?: AskedTier,
): ReadAnswer {
	const isNative = frames.some(({ chunk }) => chunk !== null);
	const tier = tierFromHeaders(response?.headers ?? [], asked);
	const read = isNative ? readChunks(frames, tier, given, sent) : readEvents(frames, asked);
	const failure = frames.map((frame) => failureOfFrame(frame, response)).find((one) => one !== null) ?? null;
	if (failure !== null || read.closed) return { ...read, failure };
	return { ...read, failure: ownFailure('incomplete-stream', 'The stream ended before its closing event.') };
}

function readEvents(frames: readonly Frame[], asked: AskedTier | undefined): ReadAnswer {
	let read: ReadAnswer = NOTHING;
	const blocks = followBlocks();
	for (const { eventType, payload, atMs } of frames) {
		const event = converseEvent.safeParse(parse(payload)).data;
		if (event === undefined) continue;
		const { contentBlockIndex: index = null } = event;
		if (eventType === 'contentBlockStart')
			read = withParts(read, blocks.started(partsOfStart(event.start), index), atMs);
		if (eventType === 'contentBlockDelta') read = withParts(read, blocks.piece(partsOfDelta(event.delta), index), atMs);
		if (eventType === 'contentBlockStop') read = withParts(read, blocks.ended(), atMs);
		if (eventType === 'messageStop') read = { ...read, stopReason: event.stopReason ?? null, closed: true };
		if (eventType === 'metadata') {
			read = { ...read, usage: usageOf(event, asked) ?? read.usage, trace: event.trace ?? read.trace };
		}
	}
	return withParts(read, blocks.ended(), frames.at(-1)?.atMs ?? 0);
}

function readChunks(frames: readonly Frame[], tier: Partial<Usage>, given: Family | null, sent: unknown): ReadAnswer {
	const chunks = frames.flatMap(({ chunk, atMs }) => (chunk === null ? [] : [{ json: parse(chunk), atMs }]));
	const says = (family: Family): boolean => chunks.some(({ json }) => saysMuch(codecs[family].fromChunk(json)));
	const family = given ?? families.find(says) ?? null;
	if (family === null) return NOTHING;
	const reader = chunkReader(codecs[family], sent);
	let read: ReadAnswer = { ...NOTHING, family };
	let body: Partial<Usage> = {};
	let metrics: Partial<Usage> = {};
	let told: object = {};
	for (const { json, atMs } of chunks) {
		const piece = reader.chunk(json);
		body = { ...body, ...piece.usage };
		metrics = { ...metrics, ...countsFromMetrics(json) };
		told = { ...told, ...guardrailTold(json) };
		read = withParts(read, piece.parts, atMs);
		read = { ...read, stopReason: piece.stopReason ?? read.stopReason, closed: read.closed || piece.closes };
	}
	read = withParts(read, reader.end(), chunks.at(-1)?.atMs ?? 0);
	return {
		...read,
		usage: read.closed ? toUsage(body, metrics, tier) : null,
		trace: Object.keys(told).length === 0 ? null : told,
	};
}

function saysMuch({ parts, usage, closes }: NativePiece): boolean {
	return parts.length > 0 || closes || Object.keys(usage).length > 0;
}

function contentOf(parts: readonly AnswerPart[]): readonly ContentBlock[] {
	return parts.reduce(appendPart, []);
}

function withParts(read: ReadAnswer, parts: readonly AnswerPart[], atMs: number): ReadAnswer {
	if (parts.length === 0) return read;
	return { ...read, content: parts.reduce(appendPart, read.content), firstPartMs: read.firstPartMs ?? atMs };
}

/** The name of an error is in a header (restJson1), its words in the body, in one of two spellings. */
function refused(status: number, headers: HeaderLines, text: string, json: unknown): CallFailure {
	const header = headerOf(headers, 'x-amzn-errortype') ?? '';
	const response: LastResponse = { status, reason: '', headers, beginning: text.slice(0, 10_000) };
	return failureOf(thrown(header.split(':')[0] ?? '', wordsOf(json)), 'request', response);
}

function failureOfFrame(
	{ messageType, eventType, payload, headers }: Frame,
	response: Response | null,
): CallFailure | null {
	if (messageType !== 'exception' && messageType !== 'error') return null;
	const words = headers.find(({ name }) => name === ':error-message')?.value ?? wordsOf(parse(payload));
	const { status = null, headers: came = [] } = response ?? {};
	const last = status === null ? null : { status, reason: '', headers: came, beginning: '' };
	return failureOf(thrown(eventType, words), 'stream', last);
}

function thrown(name: string, message: string): Error {
	const error = new Error(message);
	if (name !== '') error.name = name;
	return error;
}

function wordsOf(json: unknown): string {
	const body = z.object({ message: z.string().optional(), Message: z.string().optional() }).safeParse(json).data;
	return body?.message ?? body?.Message ?? '';
}

function usageOf(
	{ usage, serviceTier, performanceConfig }: Pick<Event, 'usage' | 'serviceTier' | 'performanceConfig'>,
	asked: AskedTier | undefined,
): Usage | null {
	if (usage === undefined) return null;
	const tier = tierOf(serviceTier?.type ?? asked?.serviceTier, performanceConfig?.latency ?? asked?.performance);
	return toUsage(known(usage), tier);
}

function known({ inputTokens, outputTokens, ...cache }: z.infer<typeof tokens>): Partial<Usage> {
	return {
		inputTokens,
		outputTokens,
		...(cache.cacheReadInputTokens !== undefined && { cacheReadInputTokens: cache.cacheReadInputTokens }),
		...(cache.cacheWriteInputTokens !== undefined && { cacheWriteInputTokens: cache.cacheWriteInputTokens }),
		...hourOf(cache.cacheDetails),
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
