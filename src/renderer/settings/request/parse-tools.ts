import { z } from 'zod';
import type { ToolDefinition } from '../../../shared/model/tools.ts';
import { toolDefinition } from '../../../shared/model/tools.ts';

/** Tools that were found in a text, the names of those that the service runs, and how many entries of its list are none. */
export interface ImportedTools {
	readonly tools: readonly ToolDefinition[];
	readonly systemTools: readonly string[];
	readonly skipped: number;
}

const name = toolDefinition.shape.name;
const description = z.string().nullish();
const schema = z.record(z.string(), z.unknown()).nullish();
const strict = z.boolean().nullish();

/** Bedrock Converse: `toolSpec` of a `Tool` (API reference, ToolSpecification). */
const converse = z.object({
	toolSpec: z.object({ name, description, strict, inputSchema: z.object({ json: schema }).nullish() }),
});
const converseSystem = z.object({ systemTool: z.object({ name }) });
/** OpenAI's chat completions. */
const openAi = z.object({ function: z.object({ name, description, strict, parameters: schema }) });
/** Claude's Messages (`input_schema`), MCP (`inputSchema`) and OpenAI's responses (`parameters`). */
const flat = z.object({ name, description, strict, input_schema: schema, inputSchema: schema, parameters: schema });

/**
 * Reads tools out of the JSON of a list, of one tool, or of a whole request body. null: it is not JSON, or holds no list
 * of anything.
 */
export function parseTools(text: string): ImportedTools | null {
	const entries = listIn(jsonOf(text));
	if (entries === null) return null;
	const tools = entries.map(toolOf);
	const found = tools.filter((tool) => tool !== null);
	const systemTools = entries.flatMap((entry) => converseSystem.safeParse(entry).data?.systemTool.name ?? []);
	return { tools: found, systemTools, skipped: tools.length - found.length - systemTools.length };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

const holder = z.object({ toolConfig: z.object({ tools: z.array(z.unknown()) }) });
const plainHolder = z.object({ tools: z.array(z.unknown()) });

function listIn(json: unknown): readonly unknown[] | null {
	if (Array.isArray(json)) return json;
	const inConfig = holder.safeParse(json);
	if (inConfig.success) return inConfig.data.toolConfig.tools;
	const plain = plainHolder.safeParse(json);
	if (plain.success) return plain.data.tools;
	return toolOf(json) === null ? null : [json];
}

function toolOf(entry: unknown): ToolDefinition | null {
	const asConverse = converse.safeParse(entry);
	if (asConverse.success) {
		const { toolSpec } = asConverse.data;
		return definition(toolSpec, toolSpec.inputSchema?.json);
	}
	const asOpenAi = openAi.safeParse(entry);
	if (asOpenAi.success) return definition(asOpenAi.data.function, asOpenAi.data.function.parameters);
	const asFlat = flat.safeParse(entry);
	if (!asFlat.success) return null;
	const { input_schema: claude, inputSchema: mcp, parameters } = asFlat.data;
	return definition(asFlat.data, claude ?? mcp ?? parameters);
}

interface Described {
	readonly name: string;
	readonly description?: string | null | undefined;
	readonly strict?: boolean | null | undefined;
}

function definition(tool: Described, inputSchema: object | null | undefined): ToolDefinition {
	return {
		name: tool.name,
		description: tool.description ?? '',
		inputSchema: JSON.stringify(inputSchema ?? { type: 'object', properties: {} }, null, 2),
		strict: tool.strict ?? null,
		builtIn: null,
	};
}
