import type { FieldLimits } from './shapes.ts';

/** What of a limit a program can check. What its words say beside that is for people. */
export interface LimitValues {
	/** The texts that are taken. */
	readonly oneOf?: readonly string[];
	/** There are texts beside those. */
	readonly open?: true;
	/** The least and the largest number. */
	readonly from?: number;
	readonly to?: number;
	/** Characters of a text, or items of a list, at most. */
	readonly longest?: number;
	readonly pattern?: RegExp;
	/** It must not be left out. */
	readonly required?: true;
}

/** By the ids of the dictionary's limits, whose words (`fields:limits.…`) say the same. */
export const limitValues: Partial<Readonly<Record<FieldLimits, LimitValues>>> = {
	atLeastOneAndModel: { from: 1 },
	atLeastOneAndModelRequired: { from: 1, required: true },
	zeroToOne: { from: 0, to: 1 },
	zeroToOneModel: { from: 0, to: 1 },
	zeroOrMore: { from: 0 },
	zeroTo500: { from: 0, to: 500 },
	stopSequences: { longest: 2500 },
	upTo2048Characters: { longest: 2048 },
	responsePaths: { longest: 10 },
	toolName: { longest: 64, pattern: /^[a-zA-Z0-9_-]+$/ },
	guardrailVersion: { pattern: /^([1-9][0-9]*|DRAFT)$/ },
	guardrailTrace: { oneOf: ['enabled', 'disabled', 'enabled_full'] },
	streamProcessingMode: { oneOf: ['sync', 'async'] },
	latency: { oneOf: ['standard', 'optimized'] },
	serviceTier: { oneOf: ['default', 'priority', 'flex', 'reserved'] },
	effort: { oneOf: ['low', 'medium', 'high', 'xhigh', 'max'] },
	jsonSchemaOnly: { oneOf: ['json_schema'] },
	role: { oneOf: ['user', 'assistant', 'system'] },
	userOrAssistant: { oneOf: ['user', 'assistant'] },
	notBlank: { pattern: /\S/ },
	imageFormat: { oneOf: ['png', 'jpeg', 'gif', 'webp'] },
	documentFormat: { oneOf: ['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'] },
	videoFormat: { oneOf: ['mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'] },
	audioFormat: { oneOf: ['mp3', 'mp4', 'wav', 'flac', 'aac', 'ogg', 'opus', 'webm', 'm4a', 'pcm'], open: true },
	s3Uri: { pattern: /^s3:\/\// },
	accountId: { pattern: /^[0-9]{12}$/ },
	serverToolUse: { oneOf: ['server_tool_use', 'tool_use'], open: true },
	toolResultStatus: { oneOf: ['success', 'error'] },
	guardrailQualifiers: { oneOf: ['grounding_source', 'query', 'guard_content'] },
	guardrailImageFormat: { oneOf: ['png', 'jpeg'] },
	cachePointType: { oneOf: ['default'] },
	cacheTtl: { oneOf: ['5m', '1h'] },
	anthropicVersion: { oneOf: ['bedrock-2023-05-31'], required: true },
	claudeBlockTypes: {
		oneOf: ['text', 'image', 'document', 'tool_use', 'tool_result', 'thinking', 'redacted_thinking', 'search_result'],
		open: true,
	},
	claudeSourceTypes: { oneOf: ['base64', 'text', 'content'], open: true },
	claudeMediaTypes: {
		oneOf: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'],
		open: true,
	},
	ephemeral: { oneOf: ['ephemeral'] },
	claudeToolChoices: { oneOf: ['auto', 'any', 'tool', 'none'] },
	claudeThinkingTypes: { oneOf: ['enabled', 'adaptive', 'disabled'] },
	thinkingBudget: { from: 1024 },
	claudeThinkingDisplays: { oneOf: ['summarized', 'omitted'] },
	claudePrompt: { required: true },
	claudeTextTokens: { from: 0, to: 4096, required: true },
	titanTokens: { from: 0, to: 8192 },
	titanTemperature: { from: 0, to: 1 },
	titanTopP: { from: 0, to: 1 },
	novaSchema: { oneOf: ['messages-v1'] },
	novaTemperature: { from: 0, to: 1 },
	novaTopP: { from: 0, to: 1 },
	novaReasoningTypes: { oneOf: ['enabled', 'disabled'] },
	novaEfforts: { oneOf: ['low', 'medium', 'high'] },
	required: { required: true },
	llamaTokens: { from: 1 },
	llamaTemperature: { from: 0, to: 1 },
	llamaTopP: { from: 0, to: 1 },
	mistralTextTokens: { from: 1, to: 8192 },
	cohereP: { from: 0.01, to: 0.99 },
	cohereTruncations: { oneOf: ['OFF', 'AUTO_PRESERVE_ORDER'] },
	cohereRoles: { oneOf: ['USER', 'CHATBOT'] },
	deepseekTokens: { from: 1, to: 32_768 },
	upTo10Texts: { longest: 10 },
	jambaTokens: { from: 0, to: 4096 },
	jambaTemperature: { from: 0, to: 2 },
	jambaAnswers: { from: 1, to: 16 },
	jambaRoles: { oneOf: ['system', 'user', 'assistant'] },
	jurassicTokens: { from: 0, to: 8191 },
	jurassicSampling: { from: 0, to: 1 },
	jurassicScale: { from: 0, to: 500 },
	titanEmbedText: { longest: 50_000, required: true },
	titanEmbedDimensions: { from: 256, to: 1024 },
	titanEmbedTypes: { oneOf: ['float', 'binary'] },
	cohereEmbedInputTypes: {
		oneOf: ['search_document', 'search_query', 'classification', 'clustering', 'image'],
		required: true,
	},
	cohereEmbedTexts: { longest: 96 },
	cohereEmbedDimensions: { from: 256, to: 1536 },
	cohereEmbedTypes: { oneOf: ['float', 'int8', 'uint8', 'binary', 'ubinary'] },
	cohereTruncate: { oneOf: ['NONE', 'START', 'END', 'LEFT', 'RIGHT'] },
	zeroToTwo: { from: 0, to: 2 },
	minusTwoToTwo: { from: -2, to: 2 },
	openaiEfforts: { oneOf: ['low', 'medium', 'high'], open: true },
	openaiToolChoices: { oneOf: ['auto', 'none', 'required'], open: true },
	mistralToolChoices: { oneOf: ['auto', 'any', 'none'] },
	chatRoles: { oneOf: ['system', 'developer', 'user', 'assistant', 'tool'] },
	chatPartTypes: { oneOf: ['text', 'image_url'] },
	chatFormats: { oneOf: ['text', 'json_object', 'json_schema'] },
};
