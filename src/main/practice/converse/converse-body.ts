import { z } from 'zod';

const loose = z.looseObject({});
/** Any JSON value, wherever the service takes a document. */
const document = z.json();

const cachePoint = z.looseObject({ type: z.enum(['default']), ttl: z.enum(['5m', '1h']).optional() });
const guardContent = z.looseObject({
	text: z.looseObject({ text: z.string(), qualifiers: z.array(z.string()).optional() }).optional(),
	image: loose.optional(),
});

/** Names and ids of tools (API reference: ToolUseBlock). */
const TOOL_NAME = /^[a-zA-Z0-9_-]+$/;
const toolName = z.string().regex(TOOL_NAME).max(64);

const source = z.looseObject({ bytes: z.string().optional(), s3Location: loose.optional() });
const image = z.looseObject({ format: z.enum(['gif', 'jpeg', 'png', 'webp']), source });
const documentFormat = z.enum(['csv', 'doc', 'docx', 'html', 'md', 'pdf', 'txt', 'xls', 'xlsx']);
const documentBlock = z.looseObject({
	format: documentFormat.optional(),
	name: z.string().min(1).max(200),
	source: z.looseObject({
		bytes: z.string().optional(),
		s3Location: loose.optional(),
		text: z.string().optional(),
		content: z.array(z.looseObject({ text: z.string().optional() })).optional(),
	}),
	context: z.string().optional(),
	citations: z.looseObject({ enabled: z.boolean() }).optional(),
});
const video = z.looseObject({
	format: z.enum(['flv', 'mkv', 'mov', 'mp4', 'mpeg', 'mpg', 'three_gp', 'webm', 'wmv']),
	source,
});

const searchResult = z.looseObject({
	source: z.string(),
	title: z.string(),
	content: z.array(z.looseObject({ text: z.string() })),
	citations: z.looseObject({ enabled: z.boolean() }).optional(),
});

const audio = z.looseObject({
	format: z.enum([
		'aac',
		'flac',
		'm4a',
		'mka',
		'mkv',
		'mp3',
		'mp4',
		'mpeg',
		'mpga',
		'ogg',
		'opus',
		'pcm',
		'wav',
		'webm',
		'x-aac',
	]),
	source,
});

/** The members of the ContentBlock union; exactly one is set (bedrock-facts.md, 3.1). */
export const contentBlock = z.object({
	text: z.string().optional(),
	image: image.optional(),
	document: documentBlock.optional(),
	video: video.optional(),
	audio: audio.optional(),
	toolUse: z
		.looseObject({ toolUseId: z.string().regex(TOOL_NAME).max(64), name: toolName, input: document })
		.optional(),
	toolResult: z
		.looseObject({
			toolUseId: z.string().regex(TOOL_NAME).max(64),
			content: z.array(
				z.looseObject({
					text: z.string().optional(),
					json: document.optional(),
					image: image.optional(),
					document: documentBlock.optional(),
					video: video.optional(),
					searchResult: searchResult.optional(),
				}),
			),
			status: z.enum(['error', 'success']).optional(),
		})
		.optional(),
	guardContent: guardContent.optional(),
	cachePoint: cachePoint.optional(),
	reasoningContent: z
		.looseObject({
			reasoningText: z.looseObject({ text: z.string(), signature: z.string().optional() }).optional(),
			redactedContent: z.string().optional(),
		})
		.optional(),
	citationsContent: z
		.looseObject({ content: z.array(z.looseObject({ text: z.string().optional() })).optional() })
		.optional(),
	searchResult: searchResult.optional(),
});
export type ContentBlock = z.infer<typeof contentBlock>;

export const toolConfig = z.looseObject({
	tools: z
		.array(
			z.looseObject({
				toolSpec: z
					.looseObject({
						name: toolName,
						description: z.string().min(1).optional(),
						inputSchema: z.looseObject({ json: document.optional() }),
						strict: z.boolean().optional(),
					})
					.optional(),
				systemTool: z.looseObject({ name: toolName }).optional(),
				cachePoint: cachePoint.optional(),
			}),
		)
		.min(1),
	toolChoice: z
		.looseObject({
			auto: loose.optional(),
			any: loose.optional(),
			tool: z.looseObject({ name: toolName }).optional(),
		})
		.optional(),
});
export type ToolConfig = z.infer<typeof toolConfig>;

/** The part of ConverseRequest that practice reads. Like AWS's services it passes over members that it does not know. */
export const converseBody = z.object({
	messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.array(contentBlock) })).optional(),
	system: z
		.array(
			z.object({
				text: z.string().optional(),
				guardContent: guardContent.optional(),
				cachePoint: cachePoint.optional(),
			}),
		)
		.optional(),
	inferenceConfig: z
		.object({
			maxTokens: z.int().min(1).optional(),
			temperature: z.number().min(0).max(1).optional(),
			topP: z.number().min(0).max(1).optional(),
			stopSequences: z.array(z.string().min(1)).max(2500).optional(),
		})
		.optional(),
	toolConfig: toolConfig.optional(),
	guardrailConfig: z
		.looseObject({
			guardrailIdentifier: z.string(),
			guardrailVersion: z.string(),
			trace: z.enum(['disabled', 'enabled', 'enabled_full']).optional(),
			streamProcessingMode: z.enum(['async', 'sync']).optional(),
		})
		.optional(),
	additionalModelRequestFields: z.record(z.string(), document).optional(),
	additionalModelResponseFieldPaths: z.array(z.string().min(1).max(256)).max(10).optional(),
	promptVariables: z.record(z.string(), z.looseObject({ text: z.string().optional() })).optional(),
	requestMetadata: z.record(z.string(), z.string()).optional(),
	performanceConfig: z.looseObject({ latency: z.enum(['optimized', 'standard']).optional() }).optional(),
	serviceTier: z.looseObject({ type: z.enum(['default', 'flex', 'priority', 'reserved']) }).optional(),
	outputConfig: z
		.looseObject({
			textFormat: z
				.looseObject({
					type: z.enum(['json_schema']),
					structure: z.looseObject({
						jsonSchema: z
							.looseObject({
								schema: z.string(),
								name: z.string().optional(),
								description: z.string().optional(),
							})
							.optional(),
					}),
				})
				.optional(),
			effort: z.string().optional(),
		})
		.optional(),
});
export type ConverseBody = z.infer<typeof converseBody>;
