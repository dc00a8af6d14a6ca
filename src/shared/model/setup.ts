import { z } from 'zod';
import { connection } from './connection.ts';
import { callFailure } from './failure.ts';
import { identity } from './identity.ts';

/** What this machine has for calling Bedrock. Names and places only, never a value. */
export const machine = z.object({
	files: z.array(
		z.object({
			kind: z.enum(['config', 'credentials']),
			path: z.string(),
			state: z.enum(['found', 'missing', 'unreadable']),
		}),
	),
	/** Names of the environment variables that are set and matter. */
	variables: z.array(z.string()),
	connections: z.array(connection),
});
export type Machine = z.infer<typeof machine>;

/** The steps of a test call, in their order. */
export const testSteps = ['region', 'credentials', 'identity', 'call'] as const;

/** What a test call asks; the same in every language, so that its size is known. */
export const TEST_PROMPT = 'Say hello in one short sentence.';

/** What a test call's answer may have at most: a fraction of a cent with every model of the catalogue. */
export const TEST_MAX_TOKENS = 32;

/** A step of a test call begins or has its result. `skipped` says why in `reason`. */
export const testEvent = z.object({
	step: z.enum(testSteps),
	state: z.enum(['running', 'passed', 'failed', 'skipped']),
	/** `region`, when passed: its name; null for a profile that is not there, whose credentials fail next. */
	region: z.string().nullable(),
	/** `identity`, when passed. It may fail without ending the test: STS is not Bedrock. */
	identity: identity.nullable(),
	/** `call`, when passed: what the model said, and how long it took; milliseconds. */
	answer: z.object({ text: z.string(), totalMs: z.number(), requestId: z.string().nullable() }).nullable(),
	failure: callFailure.nullable(),
	reason: z.enum(['api-key', 'earlier-step']).nullable(),
});
export type TestEvent = z.infer<typeof testEvent>;
