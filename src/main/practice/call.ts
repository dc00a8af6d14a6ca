import type { Operation } from '../../shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../shared/model/operation.ts';
import type { Completion } from './completion.ts';
import { complete } from './completion.ts';
import { readConverse } from './converse-request.ts';
import { converseEvents, converseResponse } from './converse-response.ts';
import { findFamily } from './families/find-family.ts';
import type { StreamChunk } from './families/practice-family.ts';
import { eventFrame } from './frames.ts';
import type { JsonObject } from './json.ts';
import { parseJson } from './json.ts';
import { countsCache, modelOfRequest, outputLimit } from './models.ts';
import type { Reply } from './refusal.ts';
import { invalid, jsonReply } from './refusal.ts';

/** How long a call has taken, in whole milliseconds of at least 1. */
export interface Latency {
	readonly totalMs: number;
	readonly firstByteMs: number;
}

/** One frame of a streamed answer, encoded when it is its turn. */
export interface PlannedFrame {
	readonly token: boolean;
	encode(latency: Latency): Uint8Array;
}

/** A call that has been read and checked, and can be answered. */
export interface PlannedCall {
	readonly outputTokens: number;
	/** null: the operation does not stream. */
	readonly stream: {
		readonly headers: Readonly<Record<string, string>>;
		readonly frames: Iterable<PlannedFrame>;
	} | null;
	/** The answer of the operations that do not stream. */
	reply(latency: Latency): Reply;
}

/** The service's limit for the body of the invoke operations (service model). */
const MAX_INVOKE_BODY = 25_000_000;
const EVENT_STREAM = { 'Content-Type': 'application/vnd.amazon.eventstream' };

/** Reads a call and works out its answer. Throws a `Refusal`. */
export function planCall(operation: Operation, modelId: string, body: Uint8Array): PlannedCall {
	return isInvoke(operation) ? planInvoke(operation, modelId, body) : planConverse(operation, modelId, body);
}

function planConverse(operation: Operation, modelId: string, body: Uint8Array): PlannedCall {
	const model = modelOfRequest(modelId);
	const request = readConverse(parseJson(body), model);
	const context = { operation, modelId, model, format: 'converse' } as const;
	const completion = complete(request.prompt, context, '', outputLimit(model));
	return {
		outputTokens: completion.outputTokens,
		stream: isStreaming(operation)
			? { headers: EVENT_STREAM, frames: converseFrames(converseEvents(completion, request, model)) }
			: null,
		reply: ({ totalMs }) => jsonReply(converseResponse(completion, request, model, totalMs)),
	};
}

function* converseFrames(events: ReturnType<typeof converseEvents>): Iterable<PlannedFrame> {
	for (const { type, token, payload } of events) {
		yield { token, encode: ({ totalMs }) => eventFrame(type, payload(totalMs)) };
	}
}

function planInvoke(operation: Operation, modelId: string, body: Uint8Array): PlannedCall {
	const model = modelOfRequest(modelId);
	if (body.length > MAX_INVOKE_BODY) {
		throw invalid(
			`1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to ${MAX_INVOKE_BODY}`,
		);
	}
	const json = parseJson(body);
	const { name, family } = findFamily(model, json);
	const prompt = family.read(json, model);
	const context = { operation, modelId, model, format: name };
	const completion = complete(prompt, context, family.lead, family.defaultMaxTokens(model));
	const withCache = countsCache(model);
	return {
		outputTokens: completion.outputTokens,
		stream: isStreaming(operation)
			? {
					headers: { ...EVENT_STREAM, 'X-Amzn-Bedrock-Content-Type': 'application/json' },
					frames: chunkFrames(family.chunks(completion, model, prompt), completion, withCache),
				}
			: null,
		reply: ({ totalMs }) =>
			jsonReply(family.response(completion, model, prompt), 200, {
				'X-Amzn-Bedrock-Input-Token-Count': String(completion.inputTokens),
				'X-Amzn-Bedrock-Output-Token-Count': String(completion.outputTokens),
				'X-Amzn-Bedrock-Invocation-Latency': String(totalMs),
				...(withCache
					? {
							'X-Amzn-Bedrock-Cache-Read-Input-Token-Count': '0',
							'X-Amzn-Bedrock-Cache-Write-Input-Token-Count': '0',
						}
					: {}),
			}),
	};
}

/** Every chunk as a frame; the last one also carries the invocation metrics. */
function* chunkFrames(
	chunks: Iterable<StreamChunk>,
	completion: Completion,
	withCache: boolean,
): Iterable<PlannedFrame> {
	let before: StreamChunk | null = null;
	for (const chunk of chunks) {
		if (before !== null) yield plainChunk(before);
		before = chunk;
	}
	if (before === null) return;
	const { json, token } = before;
	yield {
		token,
		encode: (latency) =>
			chunkFrame({ ...json, 'amazon-bedrock-invocationMetrics': metrics(completion, latency, withCache) }),
	};
}

function plainChunk({ json, token }: StreamChunk): PlannedFrame {
	return { token, encode: () => chunkFrame(json) };
}

function chunkFrame(json: JsonObject): Uint8Array {
	return eventFrame('chunk', { bytes: Buffer.from(JSON.stringify(json)).toString('base64') });
}

function metrics(completion: Completion, latency: Latency, withCache: boolean): JsonObject {
	return {
		inputTokenCount: completion.inputTokens,
		outputTokenCount: completion.outputTokens,
		invocationLatency: latency.totalMs,
		firstByteLatency: latency.firstByteMs,
		...(withCache ? { cacheReadInputTokenCount: 0, cacheWriteInputTokenCount: 0 } : {}),
	};
}
