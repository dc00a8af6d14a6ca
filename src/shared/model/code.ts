import { z } from 'zod';

/** What an exchange can be copied as, in the order in which it is offered. */
export const codeTargets = [
	'python',
	'javascript',
	'typescript',
	'aws-cli',
	'curl',
	'lambda-python',
	'lambda-node',
] as const;
export const codeTarget = z.enum(codeTargets);
export type CodeTarget = z.infer<typeof codeTarget>;

/** Which exchange is written as what. */
export const codeRequest = z.object({
	exchangeId: z.string(),
	target: codeTarget,
	/** Whether the answer is streamed; null: as it was. The AWS CLI can't. */
	streaming: z.boolean().nullable().default(null),
	/**
	 * Where its answer was cut off and gone on with: a program that begins with the first call and goes on by itself, in
	 * the languages that can; else this one call alone.
	 */
	goOn: z.boolean().default(true),
});
export type CodeRequest = z.infer<typeof codeRequest>;

/** A program that makes the call of an exchange again. It holds no secret. */
const code = z.object({
	code: z.string(),
	language: z.enum(['python', 'javascript', 'typescript', 'shell']),
	/** A name under which it can be saved. */
	fileName: z.string(),
});
export type Code = z.infer<typeof code>;

/**
 * The code of an exchange, or why there is none: `no-request` when nothing was sent, `not-json` when the request's body
 * is not the UTF-8 JSON that a program could be written from.
 */
export const exchangeCode = z.union([code, z.object({ code: z.null(), reason: z.enum(['no-request', 'not-json']) })]);
export type ExchangeCode = z.infer<typeof exchangeCode>;
