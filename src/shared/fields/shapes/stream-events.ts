import type { ShapeTable } from '../field-shape.ts';
import { nativeChunks } from '../native-shapes.ts';
import { invokePage, runtimePage } from './pages.ts';

/** The payloads of the events of both streams. */
export const streamEventsShapes = {
	ChunkEvent: {
		docs: runtimePage('PayloadPart'),
		fields: {
			bytes: { unit: 'base64' },
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	EventPadding: {
		docs: null,
		fields: {
			p: { docs: null },
		},
	},
	MessageStartEvent: {
		docs: runtimePage('MessageStartEvent'),
		fields: {
			role: { limits: 'role' },
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	ContentBlockStartEvent: {
		docs: runtimePage('ContentBlockStartEvent'),
		fields: {
			start: { of: 'ContentBlockStart' },
			contentBlockIndex: { unit: 'index' },
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	ContentBlockStart: {
		docs: runtimePage('ContentBlockStart'),
		fields: {
			toolUse: { of: 'ToolUseBlockStart' },
			toolResult: { of: 'ToolResultBlockStart' },
			image: { of: 'ImageBlockStart' },
		},
	},
	ToolUseBlockStart: {
		docs: runtimePage('ToolUseBlockStart'),
		fields: {
			toolUseId: {},
			name: { limits: 'toolName' },
			type: {},
		},
	},
	ToolResultBlockStart: {
		docs: runtimePage('ToolResultBlockStart'),
		fields: {
			toolUseId: {},
			type: {},
			status: { limits: 'toolResultStatus' },
		},
	},
	ImageBlockStart: {
		docs: runtimePage('ImageBlockStart'),
		fields: {
			format: { limits: 'imageFormat' },
		},
	},
	ContentBlockDeltaEvent: {
		docs: runtimePage('ContentBlockDeltaEvent'),
		fields: {
			delta: { of: 'ContentBlockDelta' },
			contentBlockIndex: { unit: 'index' },
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	ContentBlockDelta: {
		docs: runtimePage('ContentBlockDelta'),
		fields: {
			text: {},
			toolUse: { of: 'ToolUseBlockDelta' },
			toolResult: { of: 'ToolResultBlockDelta' },
			reasoningContent: { of: 'ReasoningContentBlockDelta' },
			citation: { of: 'CitationsDelta' },
			image: { of: 'ImageBlockDelta' },
		},
	},
	ToolUseBlockDelta: {
		docs: runtimePage('ToolUseBlockDelta'),
		fields: {
			input: {},
		},
	},
	ToolResultBlockDelta: {
		docs: runtimePage('ToolResultBlockDelta'),
		fields: {
			text: {},
			json: { free: true },
		},
	},
	ReasoningContentBlockDelta: {
		docs: runtimePage('ReasoningContentBlockDelta'),
		fields: {
			text: {},
			redactedContent: { unit: 'base64' },
			signature: {},
		},
	},
	CitationsDelta: {
		docs: runtimePage('CitationsDelta'),
		fields: {
			title: { text: 'Citation.title' },
			source: { text: 'Citation.source' },
			sourceContent: { of: 'CitationSourceContentDelta' },
			location: { text: 'Citation.location', of: 'CitationLocation' },
		},
	},
	CitationSourceContentDelta: {
		docs: runtimePage('CitationSourceContentDelta'),
		fields: {
			text: {},
		},
	},
	ImageBlockDelta: {
		docs: runtimePage('ImageBlockDelta'),
		fields: {
			source: { of: 'ImageSource' },
			error: { of: 'ErrorBlock' },
		},
	},
	ContentBlockStopEvent: {
		docs: runtimePage('ContentBlockStopEvent'),
		fields: {
			contentBlockIndex: { unit: 'index' },
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	MessageStopEvent: {
		docs: runtimePage('MessageStopEvent'),
		fields: {
			stopReason: { text: 'ConverseResponse.stopReason', limits: 'stopReasons' },
			additionalModelResponseFields: {
				text: 'ConverseResponse.additionalModelResponseFields',
				free: true,
				native: nativeChunks,
			},
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	MetadataEvent: {
		docs: runtimePage('ConverseStreamMetadataEvent'),
		fields: {
			usage: { of: 'TokenUsage' },
			metrics: { of: 'ConverseStreamMetrics' },
			trace: { text: 'ConverseResponse.trace', of: 'ConverseTrace' },
			performanceConfig: { text: 'ConverseResponse.performanceConfig', of: 'PerformanceConfiguration' },
			serviceTier: { text: 'ConverseResponse.serviceTier', of: 'ServiceTier' },
			p: { text: 'EventPadding.p', docs: null },
		},
	},
	ConverseStreamMetrics: {
		docs: runtimePage('ConverseStreamMetrics'),
		fields: {
			latencyMs: { unit: 'milliseconds' },
		},
	},
	InvocationMetrics: {
		docs: invokePage,
		fields: {
			inputTokenCount: { unit: 'tokens' },
			outputTokenCount: { unit: 'tokens' },
			invocationLatency: { unit: 'milliseconds' },
			firstByteLatency: { unit: 'milliseconds' },
			cacheReadInputTokenCount: { unit: 'tokens' },
			cacheWriteInputTokenCount: { unit: 'tokens' },
		},
	},
} as const satisfies ShapeTable;
