import { familyOf } from '../catalogue.ts';
import type { Facts } from './rule.ts';

/** Bodies in which a key stands that others refuse (bedrock-facts.md, 2 and 3.1). The names are the makers' own. */
const HOMES: Readonly<Record<string, string>> = {
	max_tokens_to_sample: 'Claude Text Completions',
	anthropic_version: 'Claude Messages',
	anthropic_beta: 'Claude Messages',
	output_config: 'Claude Messages',
	inputText: 'Titan',
	textGenerationConfig: 'Titan Text',
	normalize: 'Titan Text Embeddings V2',
	embeddingTypes: 'Titan Text Embeddings V2',
	max_gen_len: 'Llama',
	schemaVersion: 'Nova',
	inferenceConfig: 'Nova / Converse',
	toolConfig: 'Nova / Converse',
	additionalModelRequestFields: 'Converse',
	additionalModelResponseFieldPaths: 'Converse',
	guardrailConfig: 'Converse',
	performanceConfig: 'Converse',
	promptVariables: 'Converse',
	requestMetadata: 'Converse',
	serviceTier: 'Converse',
	outputConfig: 'Converse',
	message: 'Cohere Command R',
	chat_history: 'Cohere Command R',
	preamble: 'Cohere Command R',
	texts: 'Cohere Embed',
	input_type: 'Cohere Embed',
	embedding_types: 'Cohere Embed',
	prompt: 'Llama / Mistral / DeepSeek-R1 / Claude Text Completions / Jurassic-2',
	messages: 'Claude Messages / Nova / OpenAI Chat Completions',
	countPenalty: 'Jurassic-2',
	presencePenalty: 'Jurassic-2',
	frequencyPenalty: 'Jurassic-2',
	max_completion_tokens: 'OpenAI Chat Completions',
	frequency_penalty: 'OpenAI Chat Completions',
	presence_penalty: 'OpenAI Chat Completions',
	response_format: 'OpenAI Chat Completions',
	logit_bias: 'OpenAI Chat Completions',
};

/** What a family has in an inner object, and others at the top. */
const INSIDE: Readonly<Partial<Record<string, readonly [object: string, keys: readonly string[]]>>> = {
	'titan-text': ['textGenerationConfig', ['maxTokenCount', 'temperature', 'topP', 'stopSequences']],
	nova: ['inferenceConfig', ['max_new_tokens', 'maxTokens', 'temperature', 'topP', 'topK', 'stopSequences']],
};

/** How a key came to be one too many, and the fact that says where it belongs; null: that is not known. */
export function homeOf(
	field: string | undefined,
	modelId: string | null,
): {
	readonly cause: 'key-elsewhere' | 'key-inside' | 'key-of-operation' | 'key-of-address';
	readonly facts: Pick<Facts, 'home'>;
} | null {
	if (field === undefined) return null;
	if (field === 'stream') return { cause: 'key-of-operation', facts: {} };
	if (field === 'model' || field === 'modelId') return { cause: 'key-of-address', facts: {} };
	const [inside, keys] = INSIDE[modelId === null ? '' : (familyOf(modelId) ?? '')] ?? ['', []];
	if (keys.includes(field)) return { cause: 'key-inside', facts: { home: inside } };
	const home = Object.hasOwn(HOMES, field) ? HOMES[field] : undefined;
	return home === undefined ? null : { cause: 'key-elsewhere', facts: { home } };
}
