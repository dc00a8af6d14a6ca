import { z } from 'zod';
import { integer } from '../schema.ts';

const cacheControl = z.looseObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() });
const cached = { cache_control: cacheControl.nullable().optional() };

const mediaSource = z.looseObject({
	type: z.enum(['base64', 'text', 'content', 'url']),
	media_type: z.string().optional(),
	data: z.string().optional(),
	content: z.union([z.string(), z.array(z.looseObject({}))]).optional(),
});

const text = z.looseObject({ type: z.literal('text'), text: z.string(), ...cached });
const image = z.looseObject({ type: z.literal('image'), source: mediaSource, ...cached });
const document = z.looseObject({
	type: z.literal('document'),
	source: mediaSource,
	title: z.string().nullable().optional(),
	context: z.string().nullable().optional(),
	citations: z.looseObject({ enabled: z.boolean().optional() }).optional(),
	...cached,
});

const block = z.discriminatedUnion('type', [
	text,
	image,
	document,
	z.looseObject({
		type: z.literal('tool_use'),
		id: z.string(),
		name: z.string(),
		input: z.record(z.string(), z.json()),
		...cached,
	}),
	z.looseObject({
		type: z.literal('tool_result'),
		tool_use_id: z.string(),
		content: z.union([z.string(), z.array(z.discriminatedUnion('type', [text, image, document]))]).optional(),
		is_error: z.boolean().optional(),
		...cached,
	}),
	z.looseObject({ type: z.literal('thinking'), thinking: z.string(), signature: z.string() }),
	z.looseObject({ type: z.literal('redacted_thinking'), data: z.string() }),
	z.looseObject({
		type: z.literal('search_result'),
		source: z.string(),
		title: z.string(),
		content: z.array(text),
		citations: z.looseObject({ enabled: z.boolean().optional() }).optional(),
		...cached,
	}),
]);
export type ClaudeBlock = z.infer<typeof block>;

const message = z.strictObject({
	role: z.enum(['user', 'assistant']),
	content: z.union([z.string(), z.array(block)]),
});
export type ClaudeMessage = z.infer<typeof message>;

const tool = z.looseObject({
	/** Left out, or `custom`: the caller's own tool. */
	type: z.string().optional(),
	name: z.string().min(1).max(128),
	description: z.string().optional(),
	input_schema: z.record(z.string(), z.json()).optional(),
	...cached,
});

/** Anthropic's Messages API on Bedrock (bedrock-facts.md, 2). `model` and `stream` are extraneous keys here. */
export const claudeBody = z.strictObject({
	anthropic_version: z.literal('bedrock-2023-05-31'),
	max_tokens: integer().min(1),
	messages: z.array(message),
	system: z.union([z.string(), z.array(text)]).optional(),
	temperature: z.number().min(0).max(1).optional(),
	top_p: z.number().min(0).max(1).optional(),
	top_k: integer().min(0).optional(),
	stop_sequences: z.array(z.string()).optional(),
	tools: z.array(tool).optional(),
	tool_choice: z
		.looseObject({
			type: z.enum(['auto', 'any', 'tool', 'none']),
			name: z.string().optional(),
			disable_parallel_tool_use: z.boolean().optional(),
		})
		.optional(),
	thinking: z.record(z.string(), z.json()).optional(),
	output_config: z
		.looseObject({
			effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).optional(),
			format: z.looseObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.json()) }).optional(),
		})
		.optional(),
	anthropic_beta: z.array(z.string()).optional(),
	metadata: z.looseObject({}).optional(),
});
export type ClaudeBody = z.infer<typeof claudeBody>;
