import type { Rule } from './rule.ts';

const INVALID = /^(Validation|ModelError|ModelStreamError)/i;

/**
 * What does not fit the schema of a request or of a model's body (bedrock-facts.md, 2 and 3.2), by how such texts begin:
 * what follows may repeat what was sent.
 */
export const bodyRules: readonly Rule[] = (
	[
		{
			code: 'no-thinking',
			words: /^malformed input request:.*?extraneous key \[(?<field>thinking|reasoningConfig|reasoning_effort)\]/i,
		},
		{
			code: 'missing-key',
			words: /^malformed input request:.*?required key \[(?<field>[^\]]+)\] not found/i,
		},
		{
			code: 'extra-key',
			words: /^malformed input request:.*?extraneous key \[(?<field>[^\]]+)\] is not permitted/i,
		},
		{
			code: 'text-too-long',
			words: /^malformed input request: expected maxLength: (?<limit>\d+), actual: (?<given>\d+)/i,
		},
		{
			code: 'bad-value',
			words: /^malformed input request: #\/(?<field>[^:\s]+): (?<detail>.+?)(?:, please reformat.*)?$/i,
		},
		{ code: 'malformed-input', words: /^malformed input request(?:: (?<detail>.+?))?(?:, please reformat|$)/i },
		{
			code: 'tool-name',
			words: /^\d+ validation errors? detected: Value.*? at '(?<at>[^']*(?:toolUse|toolSpec)\.name)' failed/i,
		},
		{
			code: 'body-too-large',
			words:
				/Value(?: null)? at 'body' failed to satisfy constraint: Member must have length less than or equal to (?<limit>\d+)/i,
		},
		{
			code: 'request-metadata',
			words: /Value(?: null)? at '(?<field>requestMetadata)\b[^']*' failed to satisfy constraint/i,
		},
		{ code: 'model-id-form', words: /^\d+ validation errors? detected: Value.*? at 'modelId' failed/i },
		{
			// A pattern may be longer than its explanation: then it only stands in AWS's own words.
			code: 'constraint',
			words: /Value(?: null)? at '(?<field>[\w.[\]-]+)' failed to satisfy constraint(?:: (?<detail>.{1,120}?)\.?$)?/i,
		},
	] satisfies readonly Rule[]
).map((rule) => ({ type: INVALID, ...rule }));
