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
	// Answers of these three are alike; where nothing tells whose one is, it is read by the first, which reads most.
	'openai-chat',
	'mistral-chat',
	'jamba',
] as const;

export const family = z.enum(families);
export type Family = z.infer<typeof family>;
