import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { PromptPart, ToolChoice } from '../prompt-parts.ts';
import { invalid } from '../refusal.ts';
import type { ContentBlock, ToolConfig } from './converse-body.ts';
import { unsupportedField } from './native-fields.ts';

/** The tools of a `toolConfig`, which Nova's own body has, too. Those that the service itself runs are names alone. */
export function toolsOf(config: ToolConfig | undefined): ToolChoice | null {
	if (config === undefined) return null;
	const { any, tool } = config.toolChoice ?? {};
	return {
		tools: config.tools.flatMap(({ toolSpec }) =>
			toolSpec === undefined
				? []
				: [
						{
							name: toolSpec.name,
							description: toolSpec.description ?? '',
							schema: (toolSpec.inputSchema.json ?? {}) as JsonValue,
						},
					],
		),
		system: systemTools(config),
		choice: tool !== undefined ? { type: 'tool', name: tool.name } : { type: any === undefined ? 'auto' : 'any' },
	};
}

/** The same as a cache sees them. */
export function toolParts(config: ToolConfig | undefined): readonly PromptPart[] {
	return (config?.tools ?? []).map(
		({ cachePoint, ...tool }): PromptPart =>
			cachePoint === undefined
				? { type: 'text', text: JSON.stringify(tool) }
				: { type: 'cache', ttl: cachePoint.ttl ?? '5m' },
	);
}

/** What Nova 2 runs by itself (Nova 2 user guide, "Web Grounding", "Using tools"). */
const SYSTEM_TOOLS = ['nova_grounding', 'nova_code_interpreter'];

/**
 * Refuses tools of the model's maker that there are not, by the service's pattern for fields that a model does not take;
 * that it says so here, and of a name that it does not know, is not verified.
 */
export function checkSystemTools(config: ToolConfig | undefined, model: CatalogueModel): void {
	const names = systemTools(config);
	const known = model.id.startsWith('amazon.nova-2') ? SYSTEM_TOOLS : [];
	if (names.some((name) => !known.includes(name))) throw unsupportedField('toolConfig.tools.systemTool');
}

function systemTools(config: ToolConfig | undefined): readonly string[] {
	return (config?.tools ?? []).flatMap(({ systemTool }) => systemTool?.name ?? []);
}

/** The input of a tool is an object, and its schema says so (public threads that quote the words). */
export function checkInputSchemas(config: ToolConfig | undefined): void {
	const wrong = config?.tools.findIndex(({ toolSpec }) => toolSpec !== undefined && !isObjectSchema(toolSpec)) ?? -1;
	if (wrong >= 0) {
		throw invalid(
			`The value at toolConfig.tools.${wrong}.toolSpec.inputSchema.json.type must be one of the following: object.`,
		);
	}
}

function isObjectSchema({ inputSchema }: NonNullable<ToolConfig['tools'][number]['toolSpec']>): boolean {
	const { json } = inputSchema;
	return isJsonObject(json) && json['type'] === 'object';
}

/** Uses and results of tools want their tools beside them (bedrock-facts.md, 3.2). */
export function checkToolBlocks(
	config: ToolConfig | undefined,
	messages: readonly { readonly content: readonly ContentBlock[] }[],
): void {
	const blocks = messages.flatMap(({ content }) => content);
	if (config === undefined && blocks.some(({ toolUse, toolResult }) => toolUse ?? toolResult)) {
		throw invalid('The toolConfig field must be defined when using toolUse and toolResult content blocks.');
	}
}
