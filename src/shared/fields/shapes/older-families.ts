import type { ShapeTable } from '../field-shape.ts';
import { claudeTextPage, novaPage, novaReasoningPage, titanPage } from './pages.ts';

/** The native bodies of Claude’s old text completion, of Titan Text and of Nova. */
export const olderFamiliesShapes = {
	ClaudeTextRequest: {
		docs: claudeTextPage,
		fields: {
			prompt: { limits: 'claudePrompt' },
			max_tokens_to_sample: { unit: 'tokens', limits: 'claudeTextTokens' },
			temperature: { limits: 'zeroToOne' },
			top_p: { limits: 'zeroToOne' },
			top_k: { unit: 'tokens', limits: 'zeroTo500' },
			stop_sequences: {},
			anthropic_version: {},
		},
	},
	ClaudeTextResponse: {
		docs: claudeTextPage,
		fields: {
			completion: {},
			stop_reason: { limits: 'claudeTextStopReasons' },
			stop: {},
		},
	},
	ClaudeTextChunk: {
		docs: claudeTextPage,
		fields: {
			completion: {},
			stop_reason: { limits: 'claudeTextStopReasons' },
			stop: {},
		},
	},
	TitanRequest: {
		docs: titanPage,
		fields: {
			inputText: {},
			textGenerationConfig: { of: 'TitanTextGenerationConfig' },
		},
	},
	TitanTextGenerationConfig: {
		docs: titanPage,
		fields: {
			maxTokenCount: { unit: 'tokens', limits: 'titanTokens' },
			temperature: { limits: 'titanTemperature' },
			topP: { limits: 'titanTopP' },
			stopSequences: {},
		},
	},
	TitanResponse: {
		docs: titanPage,
		fields: {
			inputTextTokenCount: { unit: 'tokens' },
			results: { of: 'TitanResult' },
		},
	},
	TitanResult: {
		docs: titanPage,
		fields: {
			tokenCount: { unit: 'tokens' },
			outputText: {},
			completionReason: { limits: 'titanReasons' },
		},
	},
	TitanChunk: {
		docs: titanPage,
		fields: {
			outputText: {},
			index: { unit: 'index' },
			totalOutputTextTokenCount: { unit: 'tokens' },
			completionReason: { limits: 'titanReasons' },
			inputTextTokenCount: { unit: 'tokens' },
		},
	},
	NovaRequest: {
		docs: novaPage,
		fields: {
			schemaVersion: { limits: 'novaSchema' },
			system: { of: 'SystemContentBlock' },
			messages: { of: 'Message' },
			inferenceConfig: { of: 'NovaInferenceConfig' },
			toolConfig: { of: 'ToolConfiguration' },
			reasoningConfig: { of: 'NovaReasoningConfig' },
		},
	},
	NovaInferenceConfig: {
		docs: novaPage,
		fields: {
			maxTokens: { unit: 'tokens', limits: 'atLeastOneAndModel' },
			max_new_tokens: { unit: 'tokens', limits: 'atLeastOneAndModel' },
			temperature: { limits: 'novaTemperature' },
			topP: { limits: 'novaTopP' },
			topK: { unit: 'tokens', limits: 'zeroOrMore' },
			stopSequences: {},
			reasoningConfig: { text: 'NovaRequest.reasoningConfig', of: 'NovaReasoningConfig' },
		},
	},
	NovaReasoningConfig: {
		docs: novaReasoningPage,
		fields: {
			type: { limits: 'novaReasoningTypes' },
			maxReasoningEffort: { limits: 'novaEfforts' },
		},
	},
	NovaResponse: {
		docs: novaPage,
		fields: {
			output: { of: 'ConverseOutput' },
			stopReason: { limits: 'stopReasons' },
			usage: { of: 'NovaUsage' },
		},
	},
	NovaUsage: {
		docs: novaPage,
		fields: {
			inputTokens: { unit: 'tokens' },
			outputTokens: { unit: 'tokens' },
			totalTokens: { unit: 'tokens' },
			cacheReadInputTokenCount: { unit: 'tokens' },
			cacheWriteInputTokenCount: { unit: 'tokens' },
		},
	},
	NovaChunk: {
		docs: novaPage,
		fields: {
			messageStart: { of: 'MessageStartEvent' },
			contentBlockStart: { of: 'ContentBlockStartEvent' },
			contentBlockDelta: { of: 'ContentBlockDeltaEvent' },
			contentBlockStop: { of: 'ContentBlockStopEvent' },
			messageStop: { of: 'NovaMessageStop' },
			metadata: { of: 'NovaMetadata' },
		},
	},
	NovaMessageStop: {
		docs: novaPage,
		fields: {
			stopReason: { text: 'NovaResponse.stopReason', limits: 'stopReasons' },
		},
	},
	NovaMetadata: {
		docs: novaPage,
		fields: {
			usage: { text: 'NovaResponse.usage', of: 'NovaUsage' },
			metrics: { free: true },
			trace: { free: true },
		},
	},
} as const satisfies ShapeTable;
