import type { ShapeTable } from '../field-shape.ts';
import { nativeResponses } from '../native-shapes.ts';
import { runtimePage } from './pages.ts';

/** The answer of Converse, and what closes the stream of ConverseStream. */
export const converseResponseShapes = {
	ConverseResponse: {
		docs: runtimePage('Converse'),
		fields: {
			output: { of: 'ConverseOutput' },
			stopReason: { limits: 'stopReasons' },
			usage: { of: 'TokenUsage' },
			metrics: { of: 'ConverseMetrics' },
			additionalModelResponseFields: { free: true, native: nativeResponses },
			trace: { of: 'ConverseTrace' },
			performanceConfig: { of: 'PerformanceConfiguration' },
			serviceTier: { of: 'ServiceTier' },
		},
	},
	ConverseOutput: {
		docs: runtimePage('ConverseOutput'),
		fields: {
			message: { of: 'Message' },
		},
	},
	TokenUsage: {
		docs: runtimePage('TokenUsage'),
		fields: {
			inputTokens: { unit: 'tokens' },
			outputTokens: { unit: 'tokens' },
			totalTokens: { unit: 'tokens' },
			cacheReadInputTokens: { unit: 'tokens' },
			cacheWriteInputTokens: { unit: 'tokens' },
			cacheDetails: { of: 'CacheDetail' },
			cacheReadInputTokenCount: { unit: 'tokens', docs: null },
			cacheWriteInputTokenCount: { unit: 'tokens', docs: null },
			serverToolUsage: { docs: null, free: true },
		},
	},
	CacheDetail: {
		docs: runtimePage('CacheDetail'),
		fields: {
			ttl: { limits: 'cacheTtl' },
			inputTokens: { unit: 'tokens' },
		},
	},
	ConverseMetrics: {
		docs: runtimePage('ConverseMetrics'),
		fields: {
			latencyMs: { unit: 'milliseconds' },
		},
	},
	ConverseTrace: {
		docs: runtimePage('ConverseTrace'),
		fields: {
			guardrail: { of: 'GuardrailTraceAssessment' },
			promptRouter: { of: 'PromptRouterTrace' },
		},
	},
	PromptRouterTrace: {
		docs: runtimePage('PromptRouterTrace'),
		fields: {
			invokedModelId: {},
		},
	},
} as const satisfies ShapeTable;
