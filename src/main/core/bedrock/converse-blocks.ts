import { toolInputJson } from '../../../shared/answers/tool-input.ts';
import type { ReasoningBlock, ToolResultBlock, ToolUseBlock } from '../../../shared/model/content.ts';
import type { CacheSettings, RequestSettings } from '../../../shared/model/settings.ts';
import type { ToolChoice, ToolDefinition } from '../../../shared/model/tools.ts';
import type { JsonValue } from './json-value.ts';
import { exactValue } from './json-value.ts';

/** Blocks of Converse, which Nova's own body shares; bytes are written there as base64 and here by the SDK. */

export interface CachePoint {
	readonly cachePoint: { readonly type: 'default'; readonly ttl?: '5m' | '1h' };
}

/** The point up to which the service is to keep what stands before it. */
export function cachePoint({ ttl }: CacheSettings): CachePoint {
	return { cachePoint: { type: 'default', ...(ttl !== null && { ttl }) } };
}

/** Thoughts, to be sent back as they came; null for those that no signature proves: a model takes only its own. */
export function reasoningContent<Bytes>(
	{ text, signature, redacted }: ReasoningBlock,
	bytes: (base64: string) => Bytes,
):
	| { reasoningContent: { redactedContent: Bytes } }
	| { reasoningContent: { reasoningText: { text: string; signature: string } } }
	| null {
	if (redacted !== null) return { reasoningContent: { redactedContent: bytes(redacted) } };
	return signature === null ? null : { reasoningContent: { reasoningText: { text, signature } } };
}

export function toolUse({ id, name, input }: ToolUseBlock): {
	toolUse: { toolUseId: string; name: string; input: JsonValue };
} {
	return { toolUse: { toolUseId: id, name, input: toolInput(input) } };
}

/** The input of a tool as a value. */
export function toolInput(input: string): JsonValue {
	return exactValue(toolInputJson(input));
}

export function toolResult({ toolUseId, status, format, text }: ToolResultBlock): {
	toolResult: {
		toolUseId: string;
		content: ({ text: string } | { json: JsonValue })[];
		status: ToolResultBlock['status'];
	};
} {
	return {
		toolResult: { toolUseId, content: [format === 'json' ? { json: exactValue(text) } : { text }], status },
	};
}

/** A tool that the model's maker runs. */
interface SystemTool {
	readonly systemTool: { readonly name: string };
}

/**
 * `toolConfig` with its tools, a cache point after them and the choice; null without tools. `system`: those that the
 * model's maker runs go along, which Converse alone has a place for.
 */
export function toolConfig(
	{ tools, systemTools, toolChoice, cache }: RequestSettings,
	{ system }: { readonly system: boolean },
): {
	tools: (ReturnType<typeof toolSpec> | SystemTool | CachePoint)[];
	toolChoice?: ReturnType<typeof choice>;
} | null {
	const offered = [...tools.map(toolSpec), ...(system ? systemTools.map((name) => ({ systemTool: { name } })) : [])];
	if (offered.length === 0) return null;
	return {
		tools: [...offered, ...(cache?.tools === true ? [cachePoint(cache)] : [])],
		...(toolChoice !== null && { toolChoice: choice(toolChoice) }),
	};
}

function toolSpec({ name, description, inputSchema, strict }: ToolDefinition): {
	toolSpec: { name: string; description?: string; inputSchema: { json: JsonValue }; strict?: boolean };
} {
	return {
		toolSpec: {
			name,
			...(description !== '' && { description }),
			inputSchema: { json: exactValue(inputSchema) },
			...(strict !== null && { strict }),
		},
	};
}

function choice(
	toolChoice: ToolChoice,
): { auto: Record<string, never> } | { any: Record<string, never> } | { tool: { name: string } } {
	switch (toolChoice.type) {
		case 'auto':
			return { auto: {} };
		case 'any':
			return { any: {} };
		case 'tool':
			return { tool: { name: toolChoice.name } };
	}
}
