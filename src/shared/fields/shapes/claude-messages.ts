import type { ShapeTable } from '../field-shape.ts';
import { claudeApiPage, claudeCachePage, claudeMessagesPage, claudeStreamPage, claudeThinkingPage } from './pages.ts';

/** Anthropic’s Messages format, the native body of Claude 3 and later. */
export const claudeMessagesShapes = {
	ClaudeRequest: {
		docs: claudeMessagesPage,
		fields: {
			anthropic_version: { limits: 'anthropicVersion' },
			anthropic_beta: {},
			max_tokens: { unit: 'tokens', limits: 'atLeastOneAndModelRequired' },
			system: { of: 'ClaudeContentBlock' },
			messages: { of: 'ClaudeMessage' },
			temperature: { limits: 'zeroToOne' },
			top_p: { limits: 'zeroToOne' },
			top_k: { unit: 'tokens', limits: 'zeroOrMore' },
			stop_sequences: {},
			tools: { of: 'ClaudeTool' },
			tool_choice: { of: 'ClaudeToolChoice' },
			thinking: { of: 'ClaudeThinking' },
			output_config: { of: 'ClaudeOutputConfig' },
			metadata: { of: 'ClaudeRequestMetadata' },
		},
	},
	ClaudeMessage: {
		docs: claudeMessagesPage,
		fields: {
			role: { limits: 'userOrAssistant' },
			content: { of: 'ClaudeContentBlock' },
		},
	},
	ClaudeContentBlock: {
		docs: claudeApiPage,
		fields: {
			type: { limits: 'claudeBlockTypes' },
			text: {},
			source: { of: 'ClaudeSource' },
			title: {},
			context: {},
			id: {},
			name: {},
			input: { free: true },
			tool_use_id: {},
			content: { of: 'ClaudeContentBlock' },
			is_error: {},
			thinking: {},
			signature: {},
			data: {},
			citations: { free: true },
			cache_control: { of: 'ClaudeCacheControl' },
		},
	},
	ClaudeSource: {
		docs: claudeApiPage,
		fields: {
			type: { limits: 'claudeSourceTypes' },
			media_type: { limits: 'claudeMediaTypes' },
			data: { unit: 'base64' },
		},
	},
	ClaudeCacheControl: {
		docs: claudeCachePage,
		fields: {
			type: { limits: 'ephemeral' },
			ttl: { limits: 'cacheTtl' },
		},
	},
	ClaudeTool: {
		docs: claudeMessagesPage,
		fields: {
			type: {},
			name: {},
			description: {},
			input_schema: { free: true },
			strict: { text: 'ToolSpecification.strict', docs: claudeApiPage },
			cache_control: { of: 'ClaudeCacheControl' },
		},
	},
	ClaudeToolChoice: {
		docs: claudeMessagesPage,
		fields: {
			type: { limits: 'claudeToolChoices' },
			name: {},
			disable_parallel_tool_use: { docs: claudeApiPage },
		},
	},
	ClaudeThinking: {
		docs: claudeThinkingPage,
		fields: {
			type: { limits: 'claudeThinkingTypes' },
			budget_tokens: { unit: 'tokens', limits: 'thinkingBudget' },
			display: { limits: 'claudeThinkingDisplays' },
		},
	},
	ClaudeOutputConfig: {
		docs: claudeApiPage,
		fields: {
			effort: { limits: 'effort' },
			format: { free: true },
		},
	},
	ClaudeRequestMetadata: {
		docs: claudeApiPage,
		fields: {
			user_id: {},
		},
	},
	ClaudeResponse: {
		docs: claudeMessagesPage,
		fields: {
			id: {},
			type: {},
			role: {},
			model: {},
			content: { of: 'ClaudeContentBlock' },
			stop_reason: { limits: 'claudeStopReasons' },
			stop_sequence: {},
			stop_details: { docs: claudeApiPage, free: true },
			usage: { of: 'ClaudeUsage' },
		},
	},
	ClaudeUsage: {
		docs: claudeApiPage,
		fields: {
			input_tokens: { unit: 'tokens' },
			output_tokens: { unit: 'tokens' },
			cache_creation_input_tokens: { unit: 'tokens' },
			cache_read_input_tokens: { unit: 'tokens' },
			cache_creation: { of: 'ClaudeCacheCreation' },
			server_tool_use: { free: true },
			service_tier: {},
		},
	},
	ClaudeCacheCreation: {
		docs: claudeCachePage,
		fields: {
			ephemeral_5m_input_tokens: { unit: 'tokens' },
			ephemeral_1h_input_tokens: { unit: 'tokens' },
		},
	},
	ClaudeChunk: {
		docs: claudeStreamPage,
		fields: {
			type: { limits: 'claudeEventTypes' },
			message: { of: 'ClaudeResponse' },
			index: { unit: 'index' },
			content_block: { of: 'ClaudeContentBlock' },
			delta: { of: 'ClaudeDelta' },
			usage: { of: 'ClaudeUsage' },
			error: { of: 'ClaudeStreamError' },
		},
	},
	ClaudeDelta: {
		docs: claudeStreamPage,
		fields: {
			type: { limits: 'claudeDeltaTypes' },
			text: {},
			partial_json: {},
			thinking: {},
			signature: {},
			citation: { free: true },
			stop_reason: { text: 'ClaudeResponse.stop_reason', limits: 'claudeStopReasons' },
			stop_sequence: { text: 'ClaudeResponse.stop_sequence' },
			stop_details: { text: 'ClaudeResponse.stop_details', docs: claudeApiPage, free: true },
		},
	},
	ClaudeStreamError: {
		docs: claudeStreamPage,
		fields: {
			type: {},
			message: {},
		},
	},
} as const satisfies ShapeTable;
