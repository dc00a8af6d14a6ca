import type { ShapeTable } from '../field-shape.ts';
import { nativeRequests } from '../native-shapes.ts';
import { runtimePage } from './pages.ts';

/** The body of Converse and ConverseStream, but for what is in its messages. */
export const converseRequestShapes = {
	ConverseRequest: {
		docs: runtimePage('Converse'),
		fields: {
			modelId: { limits: 'upTo2048Characters', docs: runtimePage('Converse') },
			messages: { of: 'Message' },
			system: { of: 'SystemContentBlock' },
			inferenceConfig: { of: 'InferenceConfiguration' },
			toolConfig: { of: 'ToolConfiguration' },
			guardrailConfig: { of: 'GuardrailConfiguration' },
			additionalModelRequestFields: { free: true, native: nativeRequests },
			promptVariables: { of: 'PromptVariableValues', map: true },
			additionalModelResponseFieldPaths: { limits: 'responsePaths' },
			requestMetadata: { limits: 'requestMetadata', free: true },
			performanceConfig: { of: 'PerformanceConfiguration' },
			serviceTier: { of: 'ServiceTier' },
			outputConfig: { of: 'OutputConfig' },
		},
	},
	InferenceConfiguration: {
		docs: runtimePage('InferenceConfiguration'),
		fields: {
			maxTokens: { unit: 'tokens', limits: 'atLeastOneAndModel' },
			temperature: { limits: 'zeroToOneModel' },
			topP: { limits: 'zeroToOneModel' },
			stopSequences: { limits: 'stopSequences' },
		},
	},
	SystemContentBlock: {
		docs: runtimePage('SystemContentBlock'),
		fields: {
			text: {},
			guardContent: { of: 'GuardrailConverseContentBlock' },
			cachePoint: { of: 'CachePointBlock' },
		},
	},
	ToolConfiguration: {
		docs: runtimePage('ToolConfiguration'),
		fields: {
			tools: { of: 'Tool' },
			toolChoice: { of: 'ToolChoice' },
		},
	},
	Tool: {
		docs: runtimePage('Tool'),
		fields: {
			toolSpec: { of: 'ToolSpecification' },
			systemTool: { of: 'SystemTool' },
			cachePoint: { of: 'CachePointBlock' },
		},
	},
	ToolSpecification: {
		docs: runtimePage('ToolSpecification'),
		fields: {
			name: { limits: 'toolName' },
			description: {},
			inputSchema: { of: 'ToolInputSchema' },
			strict: {},
		},
	},
	ToolInputSchema: {
		docs: runtimePage('ToolInputSchema'),
		fields: {
			json: { free: true },
		},
	},
	SystemTool: {
		docs: runtimePage('SystemTool'),
		fields: {
			name: {},
		},
	},
	ToolChoice: {
		docs: runtimePage('ToolChoice'),
		fields: {
			auto: { free: true },
			any: { free: true },
			tool: { of: 'SpecificToolChoice' },
		},
	},
	SpecificToolChoice: {
		docs: runtimePage('SpecificToolChoice'),
		fields: {
			name: { limits: 'toolName' },
		},
	},
	GuardrailConfiguration: {
		docs: runtimePage('GuardrailConfiguration'),
		fields: {
			guardrailIdentifier: { limits: 'upTo2048Characters' },
			guardrailVersion: { limits: 'guardrailVersion' },
			trace: { limits: 'guardrailTrace' },
			streamProcessingMode: { limits: 'streamProcessingMode', docs: runtimePage('GuardrailStreamConfiguration') },
		},
	},
	PromptVariableValues: {
		docs: runtimePage('PromptVariableValues'),
		fields: {
			text: {},
		},
	},
	PerformanceConfiguration: {
		docs: runtimePage('PerformanceConfiguration'),
		fields: {
			latency: { limits: 'latency' },
		},
	},
	ServiceTier: {
		docs: runtimePage('ServiceTier'),
		fields: {
			type: { limits: 'serviceTier' },
		},
	},
	OutputConfig: {
		docs: runtimePage('OutputConfig'),
		fields: {
			textFormat: { of: 'OutputFormat' },
			effort: { limits: 'effort' },
		},
	},
	OutputFormat: {
		docs: runtimePage('OutputFormat'),
		fields: {
			type: { limits: 'jsonSchemaOnly' },
			structure: { of: 'OutputFormatStructure' },
		},
	},
	OutputFormatStructure: {
		docs: runtimePage('OutputFormatStructure'),
		fields: {
			jsonSchema: { of: 'JsonSchemaDefinition' },
		},
	},
	JsonSchemaDefinition: {
		docs: runtimePage('JsonSchemaDefinition'),
		fields: {
			schema: { unit: 'json' },
			name: {},
			description: {},
		},
	},
} as const satisfies ShapeTable;
