import { z } from 'zod';

/** The native body formats of InvokeModel that the app can write and read. */
export const families = ['claude-messages', 'claude-text', 'titan-text', 'nova'] as const;

export const family = z.enum(families);
export type Family = z.infer<typeof family>;
