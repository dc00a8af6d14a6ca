import type { Family } from '../model/family.ts';

/** The shape of each family's request body. */
export const nativeRequests = {
	'claude-messages': 'ClaudeRequest',
	'claude-text': 'ClaudeTextRequest',
	'titan-text': 'TitanRequest',
	nova: 'NovaRequest',
	llama: 'LlamaRequest',
	'mistral-text': 'MistralTextRequest',
	'cohere-command': 'CohereCommandRequest',
	'deepseek-r1': 'DeepSeekR1Request',
	jamba: 'JambaRequest',
	jurassic: 'JurassicRequest',
	'openai-chat': 'ChatRequest',
	'mistral-chat': 'MistralChatRequest',
	'titan-embed': 'TitanEmbedRequest',
	'cohere-embed': 'CohereEmbedRequest',
} as const satisfies Readonly<Record<Family, string>>;

/** The shape of each family's whole response. */
export const nativeResponses = {
	'claude-messages': 'ClaudeResponse',
	'claude-text': 'ClaudeTextResponse',
	'titan-text': 'TitanResponse',
	nova: 'NovaResponse',
	llama: 'LlamaResponse',
	'mistral-text': 'MistralTextResponse',
	'cohere-command': 'CohereCommandResponse',
	'deepseek-r1': 'DeepSeekR1Response',
	jamba: 'JambaResponse',
	jurassic: 'JurassicResponse',
	'openai-chat': 'ChatResponse',
	'mistral-chat': 'ChatResponse',
	'titan-embed': 'TitanEmbedResponse',
	'cohere-embed': 'CohereEmbedResponse',
} as const satisfies Readonly<Record<Family, string>>;

/** The shape of a piece of each family's stream. Vectors and Jurassic’s answers do not come in
 * streams: of such a piece nothing is known. */
export const nativeChunks = {
	'claude-messages': 'ClaudeChunk',
	'claude-text': 'ClaudeTextChunk',
	'titan-text': 'TitanChunk',
	nova: 'NovaChunk',
	llama: 'LlamaChunk',
	'mistral-text': 'MistralTextChunk',
	'cohere-command': 'CohereCommandChunk',
	'deepseek-r1': 'DeepSeekR1Chunk',
	jamba: 'JambaChunk',
	jurassic: 'InvokeMembers',
	'openai-chat': 'ChatChunk',
	'mistral-chat': 'ChatChunk',
	'titan-embed': 'InvokeMembers',
	'cohere-embed': 'InvokeMembers',
} as const satisfies Readonly<Record<Family, string>>;
