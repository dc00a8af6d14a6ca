import { z } from 'zod';

/** Tools that the app answers by itself, where that is allowed. */
export const builtInTools = ['calculator', 'current_time'] as const;
export const builtInTool = z.enum(builtInTools);
export type BuiltInTool = z.infer<typeof builtInTool>;

/** A tool that a model may ask for (Converse `ToolSpecification`). */
export const toolDefinition = z.object({
	/** AWS: letters, digits, `_` and `-`. A wrong one is kept and refused by the service, in its words. */
	name: z.string().min(1).max(256),
	/** Empty: not sent. */
	description: z.string(),
	/** A JSON schema as its text. */
	inputSchema: z.string(),
	/** null: not sent. */
	strict: z.boolean().nullable(),
	/** Which of the app's own tools this is; null: the person gives the results. */
	builtIn: builtInTool.nullable(),
});
export type ToolDefinition = z.infer<typeof toolDefinition>;

/**
 * The name of a tool that runs on the side of the model's maker. AWS's rule for it is that of all tools; a wrong one is
 * kept and refused by the service, in its words.
 */
export const systemToolName = z.string().trim().min(1).max(256);

/** System tools that are documented: both of Amazon Nova 2 (Nova 2 user guide, "Web Grounding", "Using tools"). */
export const knownSystemTools = ['nova_grounding', 'nova_code_interpreter'] as const;

/** Whether and which tool must be used; null: not sent. */
export const toolChoice = z.discriminatedUnion('type', [
	z.object({ type: z.literal('auto') }),
	z.object({ type: z.literal('any') }),
	z.object({ type: z.literal('tool'), name: z.string() }),
]);
export type ToolChoice = z.infer<typeof toolChoice>;

/** The app's own tools as they are offered to a model. What they say is for the model, and in English as their input. */
export const builtInDefinitions: Readonly<Record<BuiltInTool, ToolDefinition>> = {
	calculator: {
		name: 'calculator',
		description:
			'Calculates an arithmetic expression exactly. Knows + - * / % ^, parentheses, sqrt, abs, round, floor, ceil, min, max, pi and e.',
		inputSchema: schema({ expression: { type: 'string', description: 'For example "2 * (3 + 4) ^ 2 / 7"' } }, [
			'expression',
		]),
		strict: null,
		builtIn: 'calculator',
	},
	current_time: {
		name: 'current_time',
		description: 'Tells the current date, time and day of the week.',
		inputSchema: schema(
			{ timezone: { type: 'string', description: 'An IANA time zone, for example "Asia/Tokyo". UTC when left out.' } },
			[],
		),
		strict: null,
		builtIn: 'current_time',
	},
};

function schema(properties: Readonly<Record<string, object>>, required: readonly string[]): string {
	return JSON.stringify({ type: 'object', properties, required }, null, 2);
}
