import { z } from 'zod';
import { exchangeSummary } from './exchange.ts';
import { endpointChoice } from './settings.ts';

/** What of a call its policy is made of. Where its inference profile routes to is asked at the same kind of endpoint. */
export const policyCall = exchangeSummary
	.pick({ modelId: true, region: true, operation: true, connection: true, failure: true })
	.extend(endpointChoice.shape)
	.extend({
		/** Id or ARN of the guardrail that the call named; null: none, or its body is not kept. */
		guardrailId: z.string().nullable().default(null),
		/** Names of the tools that the model's maker was to run. */
		systemTools: z.array(z.string()).default([]),
	});
export type PolicyCall = z.infer<typeof policyCall>;

/** Which call a policy is asked for: a kept exchange, or one that is kept nowhere (a test call), by what it was. */
export const policyQuestion = z.union([z.object({ exchangeId: z.string() }), z.object({ call: policyCall })]);
export type PolicyQuestion = z.infer<typeof policyQuestion>;

/** The least IAM policy that allows one call, as far as it can be known. */
export const leastPolicy = z.object({
	/** `bedrock:InvokeModel` or `bedrock:InvokeModelWithResponseStream`. */
	action: z.string(),
	resources: z.array(z.string()),
	/** The policy document, indented. */
	json: z.string(),
	/**
	 * Where the regions of an inference profile are known from: `account` (GetInferenceProfile), `shipped` (the shipped
	 * table, `asOf`), `unknown` (then the resource has `*` for the region); `one`: no profile, one region.
	 */
	regionsFrom: z.enum(['account', 'shipped', 'unknown', 'one']),
	/** ISO day of the shipped table; null otherwise. */
	asOf: z.string().nullable(),
	/** The account's number where the call or AWS's words named it; the ARNs have `*` otherwise. */
	account: z.string().nullable(),
});
export type LeastPolicy = z.infer<typeof leastPolicy>;
