import type { ShapeTable } from '../field-shape.ts';
import { runtimePage } from './pages.ts';

/** A message and everything that can be in one, in requests and in answers of Converse. */
export const contentBlocksShapes = {
	Message: {
		docs: runtimePage('Message'),
		fields: {
			role: { limits: 'role' },
			content: { of: 'ContentBlock' },
		},
	},
	ContentBlock: {
		docs: runtimePage('ContentBlock'),
		fields: {
			text: { limits: 'notBlank' },
			image: { of: 'ImageBlock' },
			document: { of: 'DocumentBlock' },
			video: { of: 'VideoBlock' },
			audio: { of: 'AudioBlock' },
			toolUse: { of: 'ToolUseBlock' },
			toolResult: { of: 'ToolResultBlock' },
			guardContent: { of: 'GuardrailConverseContentBlock' },
			cachePoint: { of: 'CachePointBlock' },
			reasoningContent: { of: 'ReasoningContentBlock' },
			citationsContent: { of: 'CitationsContentBlock' },
			searchResult: { of: 'SearchResultBlock' },
			toolAddition: { of: 'ToolAdditionBlock' },
			toolRemoval: { of: 'ToolRemovalBlock' },
		},
	},
	ImageBlock: {
		docs: runtimePage('ImageBlock'),
		fields: {
			format: { limits: 'imageFormat' },
			source: { limits: 'imageSize', of: 'ImageSource' },
			error: { of: 'ErrorBlock' },
		},
	},
	ImageSource: {
		docs: runtimePage('ImageSource'),
		fields: {
			bytes: { unit: 'base64' },
			s3Location: { of: 'S3Location' },
		},
	},
	S3Location: {
		docs: runtimePage('S3Location'),
		fields: {
			uri: { limits: 's3Uri' },
			bucketOwner: { limits: 'accountId' },
		},
	},
	ErrorBlock: {
		docs: runtimePage('ErrorBlock'),
		fields: {
			message: {},
		},
	},
	DocumentBlock: {
		docs: runtimePage('DocumentBlock'),
		fields: {
			name: { limits: 'documentName' },
			format: { limits: 'documentFormat' },
			source: { limits: 'documentSize', of: 'DocumentSource' },
			context: {},
			citations: { of: 'CitationsConfig' },
		},
	},
	DocumentSource: {
		docs: runtimePage('DocumentSource'),
		fields: {
			bytes: { unit: 'base64' },
			s3Location: { of: 'S3Location' },
			text: {},
			content: { of: 'DocumentContentBlock' },
		},
	},
	DocumentContentBlock: {
		docs: runtimePage('DocumentContentBlock'),
		fields: {
			text: {},
		},
	},
	CitationsConfig: {
		docs: runtimePage('CitationsConfig'),
		fields: {
			enabled: {},
		},
	},
	VideoBlock: {
		docs: runtimePage('VideoBlock'),
		fields: {
			format: { limits: 'videoFormat' },
			source: { of: 'VideoSource' },
		},
	},
	VideoSource: {
		docs: runtimePage('VideoSource'),
		fields: {
			bytes: { unit: 'base64' },
			s3Location: { of: 'S3Location' },
		},
	},
	AudioBlock: {
		docs: runtimePage('AudioBlock'),
		fields: {
			format: { limits: 'audioFormat' },
			source: { of: 'AudioSource' },
			error: { of: 'ErrorBlock' },
		},
	},
	AudioSource: {
		docs: runtimePage('AudioSource'),
		fields: {
			bytes: { unit: 'base64' },
			s3Location: { of: 'S3Location' },
		},
	},
	ToolUseBlock: {
		docs: runtimePage('ToolUseBlock'),
		fields: {
			toolUseId: {},
			name: { limits: 'toolName' },
			input: { free: true },
			type: { limits: 'serverToolUse' },
		},
	},
	ToolResultBlock: {
		docs: runtimePage('ToolResultBlock'),
		fields: {
			toolUseId: {},
			content: { of: 'ToolResultContentBlock' },
			status: { limits: 'toolResultStatus' },
			type: {},
		},
	},
	ToolResultContentBlock: {
		docs: runtimePage('ToolResultContentBlock'),
		fields: {
			json: { free: true },
			text: {},
			image: { of: 'ImageBlock' },
			document: { of: 'DocumentBlock' },
			video: { of: 'VideoBlock' },
			searchResult: { of: 'SearchResultBlock' },
		},
	},
	SearchResultBlock: {
		docs: runtimePage('SearchResultBlock'),
		fields: {
			source: {},
			title: {},
			content: { of: 'SearchResultContentBlock' },
			citations: { of: 'CitationsConfig' },
		},
	},
	SearchResultContentBlock: {
		docs: runtimePage('SearchResultContentBlock'),
		fields: {
			text: {},
		},
	},
	GuardrailConverseContentBlock: {
		docs: runtimePage('GuardrailConverseContentBlock'),
		fields: {
			text: { of: 'GuardrailConverseTextBlock' },
			image: { of: 'GuardrailConverseImageBlock' },
		},
	},
	GuardrailConverseTextBlock: {
		docs: runtimePage('GuardrailConverseTextBlock'),
		fields: {
			text: {},
			qualifiers: { limits: 'guardrailQualifiers' },
		},
	},
	GuardrailConverseImageBlock: {
		docs: runtimePage('GuardrailConverseImageBlock'),
		fields: {
			format: { limits: 'guardrailImageFormat' },
			source: { of: 'GuardrailConverseImageSource' },
		},
	},
	GuardrailConverseImageSource: {
		docs: runtimePage('GuardrailConverseImageSource'),
		fields: {
			bytes: { unit: 'base64' },
		},
	},
	CachePointBlock: {
		docs: runtimePage('CachePointBlock'),
		fields: {
			type: { limits: 'cachePointType' },
			ttl: { limits: 'cacheTtl' },
		},
	},
	ReasoningContentBlock: {
		docs: runtimePage('ReasoningContentBlock'),
		fields: {
			reasoningText: { of: 'ReasoningTextBlock' },
			redactedContent: { unit: 'base64' },
		},
	},
	ReasoningTextBlock: {
		docs: runtimePage('ReasoningTextBlock'),
		fields: {
			text: {},
			signature: {},
		},
	},
	ToolAdditionBlock: {
		docs: runtimePage('ToolAdditionBlock'),
		fields: {
			tool: { of: 'ToolReference' },
		},
	},
	ToolRemovalBlock: {
		docs: runtimePage('ToolRemovalBlock'),
		fields: {
			tool: { of: 'ToolReference' },
		},
	},
	ToolReference: {
		docs: runtimePage('ToolReference'),
		fields: {
			type: {},
			name: { limits: 'toolName' },
			serverName: {},
		},
	},
} as const satisfies ShapeTable;
