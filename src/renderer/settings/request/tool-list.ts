import type { ToolDefinition } from '../../../shared/model/tools.ts';

/** A name that no tool has yet: the given one, or with a number. */
export function freeName(tools: readonly ToolDefinition[], wanted: string): string {
	const taken = new Set(tools.map(({ name }) => name));
	if (!taken.has(wanted)) return wanted;
	const stem = wanted.replace(/_\d+$/, '');
	for (let number = 2; ; number += 1) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

/** What a new tool begins with. */
export function newTool(tools: readonly ToolDefinition[]): ToolDefinition {
	return {
		name: freeName(tools, 'get_weather'),
		description: 'The weather of today in a city.',
		inputSchema: JSON.stringify(
			{
				type: 'object',
				properties: { city: { type: 'string', description: 'The name of the city' } },
				required: ['city'],
			},
			null,
			2,
		),
		strict: null,
		builtIn: null,
	};
}

/** The list with the tool at `from` moved to `to`. */
export function moved(tools: readonly ToolDefinition[], from: number, to: number): ToolDefinition[] {
	const left = tools.filter((_, at) => at !== from);
	return [...left.slice(0, to), ...tools.slice(from, from + 1), ...left.slice(to)];
}
