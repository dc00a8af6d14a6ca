import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../shared/model/operation.ts';
import type { PromptCache } from './caching/prompt-cache.ts';
import type { Completion } from './completion.ts';
import { complete } from './completion.ts';
import { readConverse } from './converse/converse-request.ts';
import { converseEvents, converseResponse } from './converse/converse-response.ts';
import type { EmbeddingAnswer } from './embeddings/embedding-family.ts';
import { findEmbedding, findFamily, nativeResponse } from './families/find-family.ts';
import type { StreamChunk } from './families/practice-family.ts';
import type { DrawnFault } from './faults.ts';
import { eventFrame } from './frames.ts';
import { invokeTrace } from './guardrails/assessment.ts';
import type { GuardedAnswer, GuardrailWish } from './guardrails/guardrail.ts';
import { checkGuardrail, guard } from './guardrails/guardrail.ts';
import type { InvokeExtras } from './invoke-extras.ts';
import { readInvokeExtras } from './invoke-extras.ts';
import type { JsonObject } from './json.ts';
import { parseJson } from './json.ts';
import { countsCache, modelOfRequest, outputLimit } from './models.ts';
import type { CallContext, Prompt } from './prompt.ts';
import { routedBy } from './prompt-router.ts';
import { findPrompt, withPrompt } from './prompts/practice-prompt.ts';
import type { Reply } from './refusal.ts';
import { invalid, jsonReply } from './refusal.ts';
import { wishedFault } from './wished-fault.ts';

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
	/** What goes wrong because the question asked for it; null: nothing. */
	readonly fault: DrawnFault | null;
}

/** The service's limit for the body of the invoke operations (service model). */
const MAX_INVOKE_BODY = 25_000_000;
const EVENT_STREAM = { 'Content-Type': 'application/vnd.amazon.eventstream' };

/** What a call comes with, and what it may be answered from. */
export interface CallRequest {
	readonly operation: Operation;
	readonly modelId: string;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
	readonly cache: PromptCache;
}

/** Reads a call and works out its answer. Throws a `Refusal`. */
export function planCall(request: CallRequest): PlannedCall {
	return isInvoke(request.operation) ? planInvoke(request) : planConverse(request);
}

/**
 * So Titan Embeddings and Jurassic-2 were refused (New Relic's recordings of real responses). Unverified: that Converse
 * has the same words.
 */
function checkStream(operation: Operation, model: CatalogueModel): void {
	if (isStreaming(operation) && !model.streaming) throw invalid('The model is unsupported for streaming');
}

function planConverse({ operation, modelId, headers, body, cache }: CallRequest): PlannedCall {
	const managed = findPrompt(modelId);
	const routed = routedBy(modelId, body);
	const model = modelOfRequest(managed?.modelId ?? routed?.modelId ?? modelId);
	if (findEmbedding(model) !== null) {
		throw invalid(
			"This action doesn't support the model that you provided. Try again with a supported text or chat model.",
		);
	}
	checkStream(operation, model);
	const complement = managed === null ? [] : [(own: Parameters<typeof withPrompt>[1]) => withPrompt(managed, own)];
	const request = readConverse(parseJson(body), model, isStreaming(operation), ...complement);
	const { completion, guarded } = answer(
		request.prompt,
		{ operation, modelId, model, format: 'converse' },
		{ lead: '', limit: outputLimit(model), guardrail: request.guardrail, cache },
	);
	const native = () => nativeResponse(completion, model, request.prompt);
	const parts = { completion, guarded, request, model, native, routed };
	return {
		outputTokens: completion.outputTokens,
		stream: isStreaming(operation) ? { headers: EVENT_STREAM, frames: converseFrames(converseEvents(parts)) } : null,
		reply: ({ totalMs }) => jsonReply(converseResponse(parts, totalMs)),
		fault: wishedFault(request.prompt, headers),
	};
}

/** The completion of a prompt, as guardrail and cache have it. */
function answer(
	prompt: Prompt,
	context: CallContext,
	around: {
		readonly lead: string;
		readonly limit: number;
		readonly guardrail: GuardrailWish | null;
		readonly cache: PromptCache;
	},
): { readonly completion: Completion; readonly guarded: GuardedAnswer | null } {
	const { lead, limit, guardrail, cache } = around;
	const make = () => withCache(complete(prompt, context, lead, limit), prompt, context, cache);
	if (guardrail === null) return { completion: make(), guarded: null };
	checkGuardrail(guardrail);
	const guarded = guard(guardrail, prompt, make);
	return { completion: guarded.completion, guarded };
}

function withCache(completion: Completion, prompt: Prompt, { model }: CallContext, cache: PromptCache): Completion {
	const used = cache.use(prompt, model.id);
	const saved = used.read + used.written.reduce((sum, { tokens }) => sum + tokens, 0);
	return { ...completion, inputTokens: completion.inputTokens - saved, cache: used };
}

function* converseFrames(events: ReturnType<typeof converseEvents>): Iterable<PlannedFrame> {
	for (const { type, token, payload } of events) {
		yield { token, encode: ({ totalMs }) => eventFrame(type, payload(totalMs)) };
	}
}

function planInvoke({ operation, modelId, headers, body, cache }: CallRequest): PlannedCall {
	const model = modelOfRequest(modelId);
	if (body.length > MAX_INVOKE_BODY) {
		throw invalid(
			`1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to ${MAX_INVOKE_BODY}`,
		);
	}
	const extras = readInvokeExtras(headers, parseJson(body));
	checkStream(operation, model);
	const embedding = findEmbedding(model);
	if (embedding !== null) {
		return planEmbedding(embedding.answer(extras.body, model), extras.told);
	}
	const { name, family } = findFamily(model, extras.body);
	const prompt = family.read(extras.body, model);
	const { completion, guarded } = answer(
		prompt,
		{ operation, modelId, model, format: name },
		{ lead: family.lead, limit: family.defaultMaxTokens(model), guardrail: extras.guardrail, cache },
	);
	const counted = countsCache(model);
	const added = guardrailFields(guarded);
	return {
		outputTokens: completion.outputTokens,
		stream: isStreaming(operation)
			? {
					headers: { ...EVENT_STREAM, 'X-Amzn-Bedrock-Content-Type': 'application/json', ...extras.told },
					frames: chunkFrames(family.chunks(completion, model, prompt), completion, { counted, added }),
				}
			: null,
		reply: ({ totalMs }) =>
			jsonReply({ ...family.response(completion, model, prompt), ...added }, 200, {
				'X-Amzn-Bedrock-Input-Token-Count': String(completion.inputTokens),
				'X-Amzn-Bedrock-Output-Token-Count': String(completion.outputTokens),
				'X-Amzn-Bedrock-Invocation-Latency': String(totalMs),
				...(counted
					? {
							'X-Amzn-Bedrock-Cache-Read-Input-Token-Count': String(completion.cache.read),
							'X-Amzn-Bedrock-Cache-Write-Input-Token-Count': String(writtenTokens(completion)),
						}
					: {}),
				...extras.told,
			}),
		fault: wishedFault(prompt, headers),
	};
}

/** Vectors come whole. Cohere's responses have no header of tokens (bedrock-facts.md, 2). */
function planEmbedding({ json, inputTokens }: EmbeddingAnswer, told: InvokeExtras['told']): PlannedCall {
	return {
		outputTokens: 0,
		stream: null,
		fault: null,
		reply: ({ totalMs }) =>
			jsonReply(json, 200, {
				...(inputTokens === null ? {} : { 'X-Amzn-Bedrock-Input-Token-Count': String(inputTokens) }),
				'X-Amzn-Bedrock-Invocation-Latency': String(totalMs),
				...told,
			}),
	};
}

/** What a guardrail adds to a native body (AWS: Guardrails, InvokeModel). */
function guardrailFields(guarded: GuardedAnswer | null): JsonObject {
	if (guarded === null) return {};
	return {
		...(guarded.found === null ? {} : { 'amazon-bedrock-trace': invokeTrace(guarded.found) }),
		'amazon-bedrock-guardrailAction': guarded.intervened ? 'INTERVENED' : 'NONE',
	};
}

function writtenTokens({ cache }: Completion): number {
	return cache.written.reduce((sum, { tokens }) => sum + tokens, 0);
}

/** Every chunk as a frame; the last one also carries what a guardrail says, and the invocation metrics. */
function* chunkFrames(
	chunks: Iterable<StreamChunk>,
	completion: Completion,
	last: { readonly counted: boolean; readonly added: JsonObject },
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
			chunkFrame({
				...json,
				...last.added,
				'amazon-bedrock-invocationMetrics': metrics(completion, latency, last.counted),
			}),
	};
}

function plainChunk({ json, token }: StreamChunk): PlannedFrame {
	return { token, encode: () => chunkFrame(json) };
}

function chunkFrame(json: JsonObject): Uint8Array {
	return eventFrame('chunk', { bytes: Buffer.from(JSON.stringify(json)).toString('base64') });
}

function metrics(completion: Completion, latency: Latency, counted: boolean): JsonObject {
	return {
		inputTokenCount: completion.inputTokens,
		outputTokenCount: completion.outputTokens,
		invocationLatency: latency.totalMs,
		firstByteLatency: latency.firstByteMs,
		...(counted
			? {
					cacheReadInputTokenCount: completion.cache.read,
					cacheWriteInputTokenCount: writtenTokens(completion),
				}
			: {}),
	};
}
