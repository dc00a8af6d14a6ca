import { baseModelId, familyOf } from '../catalogue.ts';
import type { Family } from '../model/family.ts';
import type { Operation } from '../model/operation.ts';
import { isInvoke, isStreaming } from '../model/operation.ts';
import type { RequestSettings } from '../model/settings.ts';
import type { FieldMaker } from './field-maker.ts';
import { fieldMaker } from './field-maker.ts';

/** A setting that can go into a request, or a part of one that has a place of its own there. */
export type SentSetting =
	| 'system'
	| 'maxTokens'
	| 'temperature'
	| 'topP'
	| 'topK'
	| 'stopSequences'
	| 'reasoning'
	| 'effort'
	| 'tools'
	| 'systemTools'
	| 'toolChoice'
	| 'cache.system'
	| 'cache.tools'
	| 'cache.messages'
	| 'citations'
	| 'guardrail'
	| 'guardrail.version'
	| 'guardrail.trace'
	| 'guardrail.streamProcessingMode'
	| 'guardrail.questionOnly'
	| 'guardrail.system'
	| 'outputSchema'
	| 'additionalFields'
	| 'responsePaths'
	| 'promptVariables'
	| 'requestMetadata'
	| 'performance'
	| 'serviceTier';

/** Where a setting stands in a request. `path` are the keys from the top of the body; empty: its members are the body's. */
export type SettingPlace =
	| { readonly in: 'body'; readonly path: readonly string[] }
	| { readonly in: 'header'; readonly name: string };

export type SettingPlaces = Readonly<Partial<Record<SentSetting, SettingPlace>>>;

/** What the places depend on. */
export type PlaceTarget = Pick<RequestSettings, 'operation' | 'modelId' | 'reasoning'>;

/**
 * The places that settings have in the request of an operation with a model. What has none here is left out, whatever its
 * value; what has one is sent as it is set, also where this very model refuses it (`refused-settings.ts` tells that).
 */
export function settingPlaces(target: PlaceTarget): SettingPlaces {
	const { operation, modelId } = target;
	if (!isInvoke(operation)) return isPromptArn(modelId) ? promptPlaces(operation) : conversePlaces(target);
	const family = familyOf(modelId);
	return family === null ? {} : { ...nativePlaces[family](target), ...invokePlaces(operation) };
}

/** A prompt of Prompt management is called by its ARN, and brings model, parameters and tools along. */
export function isPromptArn(modelId: string): boolean {
	return /^arn:[a-z-]+:bedrock:[^:]*:[^:]*:prompt\//.test(modelId);
}

function body(...path: readonly string[]): SettingPlace {
	return { in: 'body', path };
}

function header(name: string): SettingPlace {
	return { in: 'header', name };
}

function conversePlaces({ operation, modelId, reasoning }: PlaceTarget): SettingPlaces {
	return {
		system: body('system'),
		maxTokens: body('inferenceConfig', 'maxTokens'),
		temperature: body('inferenceConfig', 'temperature'),
		topP: body('inferenceConfig', 'topP'),
		stopSequences: body('inferenceConfig', 'stopSequences'),
		tools: body('toolConfig', 'tools'),
		systemTools: body('toolConfig', 'tools'),
		toolChoice: body('toolConfig', 'toolChoice'),
		'cache.system': body('system'),
		'cache.tools': body('toolConfig', 'tools'),
		'guardrail.system': body('system'),
		additionalFields: body('additionalModelRequestFields'),
		...promptPlaces(operation),
		...modelPlaces(fieldMaker(modelId), reasoning),
	};
}

/** Beside a prompt's ARN AWS takes no parameters, system prompt, tools or model fields (API reference, Converse). */
function promptPlaces(operation: Operation): SettingPlaces {
	return {
		'cache.messages': body('messages'),
		citations: body('messages'),
		guardrail: body('guardrailConfig', 'guardrailIdentifier'),
		'guardrail.version': body('guardrailConfig', 'guardrailVersion'),
		'guardrail.trace': body('guardrailConfig', 'trace'),
		...(isStreaming(operation) && {
			'guardrail.streamProcessingMode': body('guardrailConfig', 'streamProcessingMode'),
		}),
		'guardrail.questionOnly': body('messages'),
		effort: body('outputConfig', 'effort'),
		outputSchema: body('outputConfig', 'textFormat'),
		responsePaths: body('additionalModelResponseFieldPaths'),
		promptVariables: body('promptVariables'),
		requestMetadata: body('requestMetadata'),
		performance: body('performanceConfig', 'latency'),
		serviceTier: body('serviceTier', 'type'),
	};
}

/** What Converse has no field for goes to the model under the model's own name for it. */
function modelPlaces(maker: FieldMaker | null, reasoning: RequestSettings['reasoning']): SettingPlaces {
	const field = (...path: readonly string[]) => body('additionalModelRequestFields', ...path);
	switch (maker) {
		case 'claude':
			return { topK: field('top_k'), reasoning: field('thinking') };
		case 'nova':
			return {
				topK: field('inferenceConfig', 'topK'),
				effort: field('reasoningConfig', 'maxReasoningEffort'),
				...novaReasoning(reasoning, field('reasoningConfig', 'type')),
			};
		case 'openai':
			return { effort: field('reasoning_effort') };
		case 'mistral':
			return { topK: field('top_k') };
		case 'cohere':
			return { topK: field('k') };
		case null:
			return {};
	}
}

/** Nova thinks at a level of effort: a budget, and thinking as it finds right, have no place there. */
function novaReasoning(reasoning: RequestSettings['reasoning'], place: SettingPlace): SettingPlaces {
	return reasoning === null || reasoning.mode === 'disabled' ? { reasoning: place } : {};
}

/** What both invoke operations take beside the native body (API reference, InvokeModel; Guardrails: streaming). */
function invokePlaces(operation: Operation): SettingPlaces {
	return {
		guardrail: header('X-Amzn-Bedrock-GuardrailIdentifier'),
		'guardrail.version': header('X-Amzn-Bedrock-GuardrailVersion'),
		'guardrail.trace': header('X-Amzn-Bedrock-Trace'),
		...(isStreaming(operation) && {
			'guardrail.streamProcessingMode': body('amazon-bedrock-guardrailConfig', 'streamProcessingMode'),
		}),
		performance: header('X-Amzn-Bedrock-PerformanceConfig-Latency'),
		serviceTier: header('X-Amzn-Bedrock-Service-Tier'),
		requestMetadata: header('X-Amzn-Bedrock-Request-Metadata'),
		additionalFields: body(),
	};
}

/** The places in each family's own body, as its codec writes it. */
const nativePlaces: Readonly<Record<Family, (target: PlaceTarget) => SettingPlaces>> = {
	'claude-messages': () => ({
		system: body('system'),
		maxTokens: body('max_tokens'),
		temperature: body('temperature'),
		topP: body('top_p'),
		topK: body('top_k'),
		stopSequences: body('stop_sequences'),
		reasoning: body('thinking'),
		effort: body('output_config', 'effort'),
		outputSchema: body('output_config', 'format'),
		tools: body('tools'),
		toolChoice: body('tool_choice'),
		'cache.system': body('system'),
		'cache.tools': body('tools'),
		'cache.messages': body('messages'),
		citations: body('messages'),
	}),
	'claude-text': () => ({
		system: body('prompt'),
		maxTokens: body('max_tokens_to_sample'),
		temperature: body('temperature'),
		topP: body('top_p'),
		topK: body('top_k'),
		stopSequences: body('stop_sequences'),
	}),
	'titan-text': () => ({
		system: body('inputText'),
		maxTokens: body('textGenerationConfig', 'maxTokenCount'),
		temperature: body('textGenerationConfig', 'temperature'),
		topP: body('textGenerationConfig', 'topP'),
		stopSequences: body('textGenerationConfig', 'stopSequences'),
	}),
	nova: ({ reasoning }) => ({
		system: body('system'),
		maxTokens: body('inferenceConfig', 'maxTokens'),
		temperature: body('inferenceConfig', 'temperature'),
		topP: body('inferenceConfig', 'topP'),
		topK: body('inferenceConfig', 'topK'),
		stopSequences: body('inferenceConfig', 'stopSequences'),
		effort: body('reasoningConfig', 'maxReasoningEffort'),
		...novaReasoning(reasoning, body('reasoningConfig', 'type')),
		tools: body('toolConfig', 'tools'),
		toolChoice: body('toolConfig', 'toolChoice'),
		'cache.system': body('system'),
		'cache.tools': body('toolConfig', 'tools'),
		'cache.messages': body('messages'),
	}),
	llama: () => ({
		system: body('prompt'),
		maxTokens: body('max_gen_len'),
		temperature: body('temperature'),
		topP: body('top_p'),
	}),
	'mistral-text': () => ({
		system: body('prompt'),
		maxTokens: body('max_tokens'),
		temperature: body('temperature'),
		topP: body('top_p'),
		topK: body('top_k'),
		stopSequences: body('stop'),
	}),
	'cohere-command': () => ({
		system: body('preamble'),
		maxTokens: body('max_tokens'),
		temperature: body('temperature'),
		topP: body('p'),
		topK: body('k'),
		stopSequences: body('stop_sequences'),
	}),
	'deepseek-r1': () => ({
		system: body('prompt'),
		maxTokens: body('max_tokens'),
		temperature: body('temperature'),
		topP: body('top_p'),
		stopSequences: body('stop'),
	}),
	'openai-chat': ({ modelId }) => ({
		system: body('messages'),
		maxTokens: body(baseModelId(modelId).startsWith('openai.') ? 'max_completion_tokens' : 'max_tokens'),
		temperature: body('temperature'),
		topP: body('top_p'),
		stopSequences: body('stop'),
		effort: body('reasoning_effort'),
		tools: body('tools'),
		toolChoice: body('tool_choice'),
		outputSchema: body('response_format'),
	}),
	'mistral-chat': () => ({
		system: body('messages'),
		maxTokens: body('max_tokens'),
		temperature: body('temperature'),
		topP: body('top_p'),
		stopSequences: body('stop'),
		tools: body('tools'),
		toolChoice: body('tool_choice'),
	}),
	jamba: () => ({
		system: body('messages'),
		maxTokens: body('max_tokens'),
		temperature: body('temperature'),
		topP: body('top_p'),
		stopSequences: body('stop'),
	}),
	jurassic: () => ({
		system: body('prompt'),
		maxTokens: body('maxTokens'),
		temperature: body('temperature'),
		topP: body('topP'),
		stopSequences: body('stopSequences'),
	}),
	'titan-embed': () => ({}),
	'cohere-embed': () => ({}),
};
