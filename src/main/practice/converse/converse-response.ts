import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { CompletionPart, PracticeCitation } from '../answer-parts.ts';
import type { Completion } from '../completion.ts';
import { converseTrace } from '../guardrails/assessment.ts';
import type { GuardedAnswer } from '../guardrails/guardrail.ts';
import type { JsonObject } from '../json.ts';
import { countsCache } from '../models.ts';
import type { RoutedCall } from '../prompt-router.ts';
import type { ConverseRequest } from './converse-request.ts';
import { pointedOut } from './response-fields.ts';

/** What a response of Converse is made of. */
export interface ConverseAnswer {
	readonly completion: Completion;
	readonly guarded: GuardedAnswer | null;
	readonly request: ConverseRequest;
	readonly model: CatalogueModel;
	/** The model's own response, for what the request's JSON pointers name of it; null: none is known. */
	readonly native: () => JsonObject | null;
	/** What a prompt router chose; null: the request named the model itself. */
	readonly routed: RoutedCall | null;
}

/** The response of Converse, keys in AWS's order. */
export function converseResponse(answer: ConverseAnswer, latencyMs: number): JsonObject {
	const { completion, request, native } = answer;
	const fields = pointedOut(request.responseFieldPaths, native);
	return {
		...(fields === null ? {} : { additionalModelResponseFields: fields }),
		metrics: { latencyMs },
		output: {
			message: { content: [...serviceBlocks(completion), ...completion.parts.map(blockOf)], role: 'assistant' },
		},
		...told(answer),
		stopReason: converseStop(completion),
		...trace(answer),
		usage: { ...unasked(answer), ...usage(answer) },
	};
}

/** An event of ConverseStream. Its payload is made when it is its turn, because the last one tells the latency. */
export interface ConverseEvent {
	readonly type: string;
	readonly token: boolean;
	payload(latencyMs: number): JsonObject;
}

/** The events of ConverseStream in the recorded order: only uses of tools have a contentBlockStart (bedrock-facts.md, 1.5). */
export function* converseEvents(answer: ConverseAnswer): Iterable<ConverseEvent> {
	const { completion, request, model, native } = answer;
	yield event('messageStart', { role: 'assistant' });
	yield* serviceEvents(completion);
	const before = serviceBlocks(completion).length;
	for (const [index, part] of completion.parts.entries()) {
		const contentBlockIndex = before + index;
		yield* blockEvents(part, contentBlockIndex, model);
		yield event('contentBlockStop', { contentBlockIndex });
	}
	const fields = pointedOut(request.responseFieldPaths, native);
	const unaskedFields = tellsStopSequence(model) ? { delta: { stop_sequence: completion.stopSequence } } : {};
	const all = { ...fields, ...unaskedFields };
	yield event('messageStop', {
		...(Object.keys(all).length === 0 ? {} : { additionalModelResponseFields: all }),
		stopReason: converseStop(completion),
	});
	yield {
		type: 'metadata',
		token: false,
		payload: (latencyMs) => ({ metrics: { latencyMs }, ...told(answer), ...trace(answer), usage: usage(answer) }),
	};
}

function* blockEvents(part: CompletionPart, contentBlockIndex: number, model: CatalogueModel): Iterable<ConverseEvent> {
	const delta = (content: JsonObject, token: boolean) =>
		event('contentBlockDelta', { contentBlockIndex, delta: content }, token);
	switch (part.type) {
		case 'text':
			for (const text of part.pieces) yield delta({ text }, true);
			for (const citation of part.citations) yield delta({ citation: citationOf(citation) }, false);
			return;
		case 'thoughts':
			if (part.encrypted !== null) yield delta({ reasoningContent: { redactedContent: part.encrypted } }, false);
			for (const text of part.pieces) yield delta({ reasoningContent: { text } }, true);
			if (part.signature !== null) yield delta({ reasoningContent: { signature: part.signature } }, false);
			return;
		case 'tool-use': {
			const { id: toolUseId, name, pieces } = part;
			const isClaude = model.family === 'claude-messages';
			const start = { toolUse: { name, toolUseId, ...(isClaude ? { type: 'tool_use' } : {}) } };
			yield event('contentBlockStart', { contentBlockIndex, start });
			// Claude begins with nothing and goes on in pieces; Nova gives it whole.
			const inputs = isClaude ? ['', ...pieces] : [pieces.join('')];
			for (const input of inputs) yield delta({ toolUse: { input } }, input !== '');
		}
	}
}

/** What the service ran itself, as public programs for Nova 2 read it: the use, and what it gave (`…_result`). */
function serviceBlocks({ service }: Completion): readonly JsonObject[] {
	if (service === null) return [];
	const { id: toolUseId, name, input, result } = service;
	return [
		{ toolUse: { input, name, toolUseId, type: 'server_tool_use' } },
		{ toolResult: { content: [{ json: result }], status: 'success', toolUseId, type: `${name}_result` } },
	];
}

function* serviceEvents({ service }: Completion): Iterable<ConverseEvent> {
	if (service === null) return;
	const { id: toolUseId, name, input, result } = service;
	const steps = [
		[{ toolUse: { name, toolUseId, type: 'server_tool_use' } }, { toolUse: { input: JSON.stringify(input) } }],
		[{ toolResult: { status: 'success', toolUseId, type: `${name}_result` } }, { toolResult: [{ json: result }] }],
	] as const;
	for (const [contentBlockIndex, [start, delta]] of steps.entries()) {
		yield event('contentBlockStart', { contentBlockIndex, start });
		yield event('contentBlockDelta', { contentBlockIndex, delta });
		yield event('contentBlockStop', { contentBlockIndex });
	}
}

function event(type: string, payload: JsonObject, token = false): ConverseEvent {
	return { type, token, payload: () => payload };
}

function blockOf(part: CompletionPart): JsonObject {
	switch (part.type) {
		case 'text': {
			const text = part.pieces.join('');
			if (part.citations.length === 0) return { text };
			return { citationsContent: { citations: part.citations.map(citationOf), content: [{ text }] } };
		}
		case 'thoughts': {
			if (part.encrypted !== null) return { reasoningContent: { redactedContent: part.encrypted } };
			const signature = part.signature === null ? {} : { signature: part.signature };
			return { reasoningContent: { reasoningText: { ...signature, text: part.pieces.join('') } } };
		}
		case 'tool-use':
			return { toolUse: { input: part.input, name: part.name, toolUseId: part.id } };
	}
}

/** Of a search result `start` and `end` count its texts (SDK, SearchResultLocation). */
function citationOf({ title, quote, at }: PracticeCitation): JsonObject {
	const place =
		at.in === 'document'
			? { location: { documentChar: { documentIndex: at.index, end: at.end, start: at.start } } }
			: {
					location: { searchResultLocation: { searchResultIndex: at.index, end: 1, start: 0 } },
					source: at.source,
				};
	return {
		...place,
		sourceContent: [{ text: quote }],
		...(title === null ? {} : { title }),
	};
}

/** Converse knows no `pause_turn`. */
function converseStop({ stopReason }: Completion): string {
	return stopReason === 'pause_turn' ? 'end_turn' : stopReason;
}

function told({ request }: ConverseAnswer): JsonObject {
	return {
		...(request.performance === null ? {} : { performanceConfig: { latency: request.performance } }),
		...(request.serviceTier === null ? {} : { serviceTier: { type: request.serviceTier } }),
	};
}

function trace({ guarded, routed }: ConverseAnswer): JsonObject {
	const found = guarded?.found ?? null;
	const traces = {
		...(found === null ? {} : converseTrace(found)),
		...(routed === null ? {} : { promptRouter: { invokedModelId: routed.invokedModelId } }),
	};
	return Object.keys(traces).length === 0 ? {} : { trace: traces };
}

/** Claude up to 4.6 adds its stop sequence unasked; Claude 5 and other makers' models do not (bedrock-facts.md, 1.5). */
function tellsStopSequence(model: CatalogueModel): boolean {
	return model.family === 'claude-messages' && !/claude-[a-z]+-5/.test(model.id);
}

/** Counts of a cache that was not used, under both of the names that were recorded (bedrock-facts.md, 1.5). */
function unasked({ model }: ConverseAnswer): JsonObject {
	if (!countsCache(model)) return {};
	return {
		cacheReadInputTokenCount: 0,
		cacheReadInputTokens: 0,
		cacheWriteInputTokenCount: 0,
		cacheWriteInputTokens: 0,
	};
}

/** Totals have what a cache saved and kept in them (bedrock-facts.md, 1.5). */
function usage({ completion, model }: ConverseAnswer): JsonObject {
	const { inputTokens, outputTokens, cache } = completion;
	const written = cache.written.reduce((sum, { tokens }) => sum + tokens, 0);
	const cached = {
		...(cache.written.length === 0
			? {}
			: { cacheDetails: cache.written.map(({ ttl, tokens }) => ({ inputTokens: tokens, ttl })) }),
		cacheReadInputTokenCount: cache.read,
		cacheReadInputTokens: cache.read,
		cacheWriteInputTokenCount: written,
		cacheWriteInputTokens: written,
	};
	return {
		...(cache.read + written > 0 ? cached : {}),
		inputTokens,
		outputTokens,
		...(model.family === 'claude-messages' ? { serverToolUsage: {} } : {}),
		totalTokens: inputTokens + cache.read + written + outputTokens,
	};
}
