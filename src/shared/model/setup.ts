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
	/** The AWS CLI, as it names itself (`aws-cli/2.31.0`); null where none is on the path. */
	cli: z.string().nullable(),
	connections: z.array(connection),
});
export type Machine = z.infer<typeof machine>;

/** The steps of a test call, in their order. */
export const testSteps = ['region', 'credentials', 'identity', 'call'] as const;

/** A step of a test call begins or has its result. `skipped` says why in `reason`. */
export const testEvent = z.object({
	step: z.enum(testSteps),
	state: z.enum(['running', 'passed', 'failed', 'skipped']),
	/** `region`: its name. */
	region: z.string().nullable(),
	/** `identity`, when passed. */
	identity: identity.nullable(),
	/** `call`, when passed: what the model said, and how long it took; milliseconds. */
	answer: z.object({ text: z.string(), totalMs: z.number(), requestId: z.string().nullable() }).nullable(),
	failure: callFailure.nullable(),
	reason: z.enum(['api-key', 'earlier-step']).nullable(),
});
export type TestEvent = z.infer<typeof testEvent>;
