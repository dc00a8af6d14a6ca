import { z } from 'zod';
import { codeRequest, exchangeCode } from '../model/code.ts';
import { exchange, framePage, framePulse } from '../model/exchange.ts';
import { frameBytes } from '../model/frame-field.ts';
import { leastPolicy, policyQuestion } from '../model/policy.ts';
import { sentTable } from '../model/sent-table.ts';
import { procedure } from './base.ts';

export const exchangesContract = {
	get: procedure.input(z.object({ exchangeId: z.string() })).output(exchange),
	/** The least policy that allows a call. May ask the account for an inference profile's regions. */
	policy: procedure.input(policyQuestion).output(leastPolicy),
	/** A program that makes the call again. May ask the account for an inference profile's regions. */
	code: procedure.input(codeRequest).output(exchangeCode),
	/** All bytes of a body as kept, checked against their hash. */
	body: procedure
		.input(z.object({ attemptId: z.string(), side: z.enum(['request', 'response']) }))
		.output(z.object({ base64: z.string(), size: z.number().int() })),
	/** The settings of a call beside what is in the bytes of one of its requests. */
	sentSettings: procedure.input(z.object({ exchangeId: z.string(), attemptId: z.string() })).output(sentTable),
	/** Frames of a streamed response, also while it arrives. `after`: index of the last frame already held. */
	frames: procedure
		.input(
			z.object({
				attemptId: z.string(),
				after: z.number().int().nonnegative(),
				limit: z.number().int().min(1).max(5000),
			}),
		)
		.output(framePage),
	/** When frames were there and how much text they brought, also while the response arrives. `after`: as for `frames`. */
	pulse: procedure
		.input(z.object({ exchangeId: z.string(), attemptId: z.string(), after: z.number().int().nonnegative() }))
		.output(framePulse),
	/** One frame byte by byte. The index after the last whole frame: what arrived of one that was cut. */
	frameBytes: procedure
		.input(z.object({ attemptId: z.string(), index: z.number().int().positive() }))
		.output(frameBytes),
};
