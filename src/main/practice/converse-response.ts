import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { Completion } from './completion.ts';
import { stopReasonOf } from './completion.ts';
import type { ConverseRequest } from './converse-request.ts';
import type { JsonObject } from './json.ts';
import { countsCache } from './models.ts';
import { valueAt } from './schema.ts';

/** The response of Converse, keys in AWS's order. */
export function converseResponse(
	completion: Completion,
	request: ConverseRequest,
	model: CatalogueModel,
	latencyMs: number,
): JsonObject {
	const fields = responseFields(request, model, { stop_sequence: completion.stopSequence });
	const cache = {
		cacheReadInputTokenCount: 0,
		cacheReadInputTokens: 0,
		cacheWriteInputTokenCount: 0,
		cacheWriteInputTokens: 0,
	};
	return {
		...(fields === null ? {} : { additionalModelResponseFields: fields }),
		metrics: { latencyMs },
		output: {
			message: { content: completion.text === '' ? [] : [{ text: completion.text }], role: 'assistant' },
		},
		stopReason: stopReasonOf(completion),
		usage: { ...(countsCache(model) ? cache : {}), ...usage(completion, model) },
	};
}

/** An event of ConverseStream. Its payload is made when it is its turn, because the last one tells the latency. */
export interface ConverseEvent {
	readonly type: string;
	readonly token: boolean;
	payload(latencyMs: number): JsonObject;
}

/** The events of ConverseStream in the recorded order: text blocks have no contentBlockStart (bedrock-facts.md, 1.5). */
export function* converseEvents(
	completion: Completion,
	request: ConverseRequest,
	model: CatalogueModel,
): Iterable<ConverseEvent> {
	yield { type: 'messageStart', token: false, payload: () => ({ role: 'assistant' }) };
	for (const text of completion.pieces) {
		yield { type: 'contentBlockDelta', token: true, payload: () => ({ contentBlockIndex: 0, delta: { text } }) };
	}
	if (completion.text !== '') {
		yield { type: 'contentBlockStop', token: false, payload: () => ({ contentBlockIndex: 0 }) };
	}
	const fields = { delta: { stop_sequence: completion.stopSequence } };
	const told = tellsStopSequence(model) ? fields : responseFields(request, model, fields);
	yield {
		type: 'messageStop',
		token: false,
		payload: () => ({
			...(told === null ? {} : { additionalModelResponseFields: told }),
			stopReason: stopReasonOf(completion),
		}),
	};
	yield {
		type: 'metadata',
		token: false,
		payload: (latencyMs) => ({ metrics: { latencyMs }, usage: usage(completion, model) }),
	};
}

/** Claude up to 4.6 adds its stop sequence unasked; Claude 5 and other makers' models do not (bedrock-facts.md, 1.5). */
function tellsStopSequence(model: CatalogueModel): boolean {
	return model.family === 'claude-messages' && !/claude-[a-z]+-5/.test(model.id);
}

/** The part of Claude's native response that is not in Converse's own, where one of the request's JSON pointers names it. */
function responseFields(request: ConverseRequest, model: CatalogueModel, native: JsonObject): JsonObject | null {
	if (model.family !== 'claude-messages') return null;
	const found = request.responseFieldPaths.filter((path) => valueAt(native, path.split('/').slice(1)) !== undefined);
	return found.length === 0 ? null : native;
}

function usage(completion: Completion, model: CatalogueModel): JsonObject {
	return {
		inputTokens: completion.inputTokens,
		outputTokens: completion.outputTokens,
		...(model.family === 'claude-messages' ? { serverToolUsage: {} } : {}),
		totalTokens: completion.inputTokens + completion.outputTokens,
	};
}
