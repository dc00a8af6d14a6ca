import type { Rule } from './rule.ts';

const ERRORS = /^(AccessDenied|Validation|ResourceNotFound|Authorization|Forbidden)/i;

/** What the account may not do or lacks, by AWS's texts (bedrock-facts.md, 4). */
export const accessRules: readonly Rule[] = [
	{
		code: 'marketplace-permissions',
		words:
			/not authorized to perform the required AWS Marketplace actions(?: \((?<action>[^)]+)\))?(?:.*after (?<minutes>\d+) minutes?)?/i,
	},
	{
		code: 'payment-instrument',
		words: /(?:INVALID_PAYMENT_INSTRUMENT|valid payment (?:instrument|method))(?:.*after (?<minutes>\d+) minutes?)?/i,
	},
	{
		code: 'use-case-form',
		words:
			/use[- ]case (?:details|form)(?:.*?(?<link>https:\/\/[^\s"'<>]+[^\s"'<>.,]))?(?:.*(?:in|after) (?<minutes>\d+) minutes?)?/i,
	},
	{
		code: 'unsupported-country',
		words: /unsupported countries(?:.*?(?<link>https:\/\/[\w./-]*[\w/-]))?/i,
	},
	{
		code: 'marketplace-pending',
		words:
			/Marketplace subscription for this model (?:cannot|can't|could not) be completed(?:.*after (?<minutes>\d+) minutes?)?/i,
	},
	{ code: 'model-access', type: ERRORS, words: /(?:don't|do not) have access to the model|model access is denied/i },
	{ code: 'model-retired', words: /reached the end of its life/i },
	{ code: 'model-legacy', words: /marked by (?:the )?provider as legacy(?:.*?last (?<days>\d+) days)?/i },
	{
		code: 'on-demand-not-supported',
		words: /(?:model ID (?<model>\S+) )?with on-demand throughput (?:isn't|is not) supported/i,
	},
	{
		code: 'new-account',
		type: ERRORS,
		words: /^operation (?:is )?not allowed\b|not authorized to invoke this API operation(?! with)/i,
	},
	{ code: 'model-not-found', words: /model identifier is invalid/i },
	{ code: 'prompt-not-found', type: /^ResourceNotFound/i, words: /(?:find|found).*\bprompt\b/i },
	{ code: 'caching-refused', type: ERRORS, words: /did not allow prompt caching/i },
	{ code: 'guardrail-incomplete', words: /both the guardrail identifier and the guardrail version must/i },
	{ code: 'guardrail-invalid', words: /guardrail identifier (?:\S+ )?is invalid/i },
	{ code: 'guardrail-missing', words: /guardrail identifier or version.*(?:does not|doesn't) exist/i },
	{ code: 'model-not-found', type: /^ResourceNotFound/i, words: /model/i },
];
