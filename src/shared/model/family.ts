import { z } from 'zod';

/** The native body formats of InvokeModel that the app can write and read. */
export const families = [
	'claude-messages',
	'claude-text',
	'titan-text',
	'nova',
	'llama',
	'mistral-text',
	'cohere-command',
	'deepseek-r1',
	'jamba',
] as const;

export const family = z.enum(families);
export type Family = z.infer<typeof family>;
