import type { Rule } from './rule.ts';

const INVALID = /^(Validation|ModelError|ModelStreamError)/i;

/**
 * What is refused about caches, prompts, schemas and the rarer fields of a request, and about its form (public threads
 * that quote the words; where none do, the practice endpoint's own).
 */
export const optionRules: readonly Rule[] = [
	...(
		[
			{
				code: 'cache-points',
				words: /maximum of (?<limit>\d+) blocks with cache_control may be provided(?:\. Found (?<given>\d+))?/i,
			},
			{ code: 'cache-order', words: /ttl='1h' cache_control block must not come after/i },
			{
				code: 'prompt-field',
				words: /the (?<field>[\w.]+) field can't be used with a prompt from prompt management/i,
			},
			{
				code: 'prompt-variables-missing',
				words: /prompt needs values for these variables: (?<detail>[\w, -]{1,120}?)\./i,
			},
			{
				code: 'prompt-variables-unknown',
				words: /prompt has no variables with these names: (?<detail>[\w, -]{1,120}?)\.?$/i,
			},
			{ code: 'variables-without-prompt', words: /promptVariables field can only be used with a prompt/i },
			{ code: 'output-schema', words: /schema field in outputConfig\.[\w.]+ is not valid JSON/i },
			{ code: 'output-schema', words: /output_config\.format\.schema: Input should be a valid dictionary/i },
			{
				code: 'output-schema-open',
				words: /output_config\.format\.schema: .*'additionalProperties' must be explicitly set to false/i,
			},
			{
				code: 'response-path',
				words: /JSON pointer (?:(?<given>\S{1,80}) )?in (?<field>additionalModelResponseFieldPaths) is invalid/i,
			},
			{ code: 'service-tier', words: /service tier provided is invalid/i },
			{ code: 'no-reservation', words: /^reservation not found/i },
			{ code: 'no-messages', words: /^messages: at least one message is required/i },
			{ code: 'block-kind', words: /ContentBlock object at (?<at>[\w.]+) must set one of the following keys/i },
			// What the service says to Converse with a model of embeddings ([MEM]).
			{ code: 'not-for-operation', words: /this action doesn't support the model that you provided/i },
			{
				code: 'text-too-many-tokens',
				words: /text at index (?<at>\d+) is longer than the maximum of (?<limit>\d+) tokens/i,
			},
			{ code: 'no-texts', words: /valid texts or images must be provided/i },
			{ code: 'practice-texts', words: /practice endpoint makes vectors of texts alone/i },
			{ code: 'practice-converse', words: /practice endpoint answers this model through Converse alone/i },
		] satisfies readonly Rule[]
	).map((rule) => ({ type: INVALID, ...rule })),
	{
		code: 'wrong-type',
		type: /^Serialization/i,
		words: /(?<given>[A-Z_]+) can ?not be converted to (?:an? )?(?<detail>\w+)/i,
	},
	{ code: 'wrong-type', type: /^Serialization/i },
];
