import { z } from 'zod';

/** Those of models that make vectors of texts. They are called by InvokeModel alone. */
const embeddingFamilies = ['titan-embed', 'cohere-embed'] as const;

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
	'jurassic',
	...embeddingFamilies,
] as const;

export const family = z.enum(families);
export type Family = z.infer<typeof family>;

export type EmbeddingFamily = (typeof embeddingFamilies)[number];

/** Whether a model of a family makes vectors of texts, and can do nothing else. */
export function isEmbedding(of: Family | null): of is EmbeddingFamily {
	return embeddingFamilies.some((one) => one === of);
}
