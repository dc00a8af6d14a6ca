import type { ReasoningSettings, RequestSettings } from '../../../shared/model/settings.ts';
import { fieldMaker } from '../../../shared/requests/field-maker.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { exactValue, hasMembers, joinObjects } from './json-value.ts';

/**
 * `additionalModelRequestFields`: what the settings say and Converse has no field for, under the model's own names
 * (`settingPlaces` tells which), and what the person wrote, which wins. null: nothing.
 */
export function additionalModelFields(settings: RequestSettings): JsonValue {
	const made = madeFields(settings);
	const written = settings.additionalFields.trim() === '' ? null : exactValue(settings.additionalFields);
	if (written === null) return Object.keys(made).length === 0 ? null : made;
	return hasMembers(written) ? joinObjects(made, written) : written;
}

/** A native body with what the person wrote among its members. Text that is no object has no place there. */
export function withAdditionalFields(body: JsonObject, { additionalFields }: RequestSettings): JsonObject {
	const written = exactValue(additionalFields);
	return hasMembers(written) ? joinObjects(body, written) : body;
}

function madeFields({ modelId, topK, reasoning, effort }: RequestSettings): JsonObject {
	switch (fieldMaker(modelId)) {
		case 'claude':
			return {
				...(topK !== null && { top_k: topK }),
				...(reasoning !== null && { thinking: claudeThinking(reasoning) }),
			};
		case 'nova':
			return {
				...(topK !== null && { inferenceConfig: { topK } }),
				...novaReasoning(reasoning, effort),
			};
		case 'openai':
			return effort === null ? {} : { reasoning_effort: effort };
		case 'mistral':
			return topK === null ? {} : { top_k: topK };
		case 'cohere':
			return topK === null ? {} : { k: topK };
		case null:
			return {};
	}
}

/** `thinking` of Claude, in its own body and among Converse's additional fields. */
export function claudeThinking(reasoning: ReasoningSettings): JsonObject {
	switch (reasoning.mode) {
		case 'budget':
			return { type: 'enabled', budget_tokens: reasoning.budgetTokens };
		case 'adaptive':
			return { type: 'adaptive', ...(reasoning.display !== null && { display: reasoning.display }) };
		case 'disabled':
			return { type: 'disabled' };
	}
}

/** `reasoningConfig` of Nova 2, which thinks at a level of effort; empty where nothing of it is set. */
export function novaReasoning(reasoning: ReasoningSettings | null, effort: RequestSettings['effort']): JsonObject {
	const isOff = reasoning?.mode === 'disabled';
	if (!isOff && effort === null) return {};
	return {
		reasoningConfig: { type: isOff ? 'disabled' : 'enabled', ...(effort !== null && { maxReasoningEffort: effort }) },
	};
}
