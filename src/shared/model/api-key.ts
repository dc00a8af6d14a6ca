import { z } from 'zod';

/** What is known of the Bedrock API key that the app keeps. Never the key. */
export const apiKeyState = z.object({
	stored: z.boolean(),
	/** `encrypted`: by the system's key store, over restarts. `memory`: until the app ends. */
	keeps: z.enum(['encrypted', 'memory']),
	/** A short-term key names its region and its end (milliseconds since the epoch); null for others. */
	region: z.string().nullable(),
	expiresAt: z.number().nullable(),
});
export type ApiKeyState = z.infer<typeof apiKeyState>;
