import type { ToolDefinition } from '../model/tools.ts';

/** AWS's own rule for the name of a tool (API reference, ToolSpecification). */
const AWS_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** Whether AWS takes it as the name of a tool. */
export function isToolName(name: string): boolean {
	return AWS_NAME.test(name);
}

/** What AWS will not like about the name of a tool: its form, or that another has it; null: nothing. */
export function nameProblem(tools: readonly ToolDefinition[], at: number): 'form' | 'twice' | null {
	const name = tools[at]?.name ?? '';
	if (!isToolName(name)) return 'form';
	return tools.some((tool, other) => other !== at && tool.name === name) ? 'twice' : null;
}
