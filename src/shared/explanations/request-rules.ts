import type { Rule } from './rule.ts';

const INVALID = /^(Validation|ModelError|ModelStreamError)/i;

/** What is refused about a request itself (bedrock-facts.md, 2 and 3.2). Some of these are the models' own words. */
export const requestRules: readonly Rule[] = (
	[
		// Room.
		{
			code: 'max-tokens-too-high',
			words: /maximum tokens you requested exceeds the model limit of (?<limit>\d+)/i,
		},
		{ code: 'max-tokens-too-high', words: /max_tokens: (?<given>\d+) > (?<limit>\d+), which is the maximum allowed/i },
		{
			code: 'context-exceeded',
			words: /input length and '?max_tokens'? exceed context limit:? (?<given>\d+ \+ \d+) > (?<limit>\d+)/i,
		},
		// Titan's embeddings (public threads that quote the words).
		{
			code: 'prompt-too-long',
			words: /too many input tokens\. max input tokens: (?<limit>\d+), request input token count: (?<given>\d+)/i,
		},
		{ code: 'prompt-too-long', words: /prompt is too long(?:: (?<given>\d+) tokens > (?<limit>\d+) maximum)?/i },
		{ code: 'input-too-long', words: /input is too long\b/i },

		// What this model does not take.
		{ code: 'one-sampling', words: /temperature.+top_?p.+cannot both be specified/i },
		{ code: 'parameter-deprecated', words: /'?(?<field>[a-z_]+)'? is deprecated for this model/i },
		{ code: 'thinking-temperature', words: /(?<field>temperature).{1,30}only be set to 1 when thinking is enabled/i },
		{
			code: 'thinking-budget',
			words:
				/budget_tokens: Field required|budget_tokens.*?(?:greater than or equal to (?<limit>\d+)|must be (?:less|greater) than)|max_tokens'? must be greater than .{0,20}budget_tokens/i,
		},
		{ code: 'thinking-style', words: /thinking\.type\.enabled.{1,3}is not supported for this model/i },
		{ code: 'thinking-forced-tool', words: /thinking may not be enabled when tool_choice forces/i },
		{ code: 'effort-max-tokens', words: /max_?tokens'? must be unset when reasoningConfig/i },
		{ code: 'forced-tool', words: /tool_choice: type .{1,30}(?:is|are) not supported for this model/i },
		{ code: 'no-system', words: /(?:doesn't|does not) support system (?:messages|prompts?)/i },
		{ code: 'no-tools-streaming', words: /(?:doesn't|does not) support tool use in streaming/i },
		{ code: 'no-tools', words: /(?:doesn't|does not) support tool use/i },
		{ code: 'no-counting', words: /(?:doesn't|does not) support counting tokens/i },
		{
			code: 'no-streaming',
			words: /(?:unsupported|not supported) for streaming|(?:doesn't|does not) support (?:response )?streaming/i,
		},
		{
			code: 'field-not-supported',
			words: /(?:doesn't|does not) support the '?(?<field>[\w.]+?)'? (?:field|parameter)(?: for (?<at>\w+) messages)?/i,
		},

		// The rules of a conversation.
		{ code: 'prefill-refused', words: /(?:does not|doesn't) support assistant message prefill/i },
		{ code: 'trailing-whitespace', words: /final assistant content cannot end with trailing whitespace/i },
		{ code: 'starts-with-user', words: /must start with a user message|first message must use the ['"]user['"] role/i },
		{ code: 'alternate-roles', words: /must alternate between user and assistant|roles must alternate between/i },
		{ code: 'empty-content', words: /content field in the \w+ object at (?<at>[\w.]+) is empty/i },
		{ code: 'empty-content', words: /(?<at>messages\.\d+): all messages must have non-empty content/i },
		{ code: 'blank-text', words: /text field in the \w+ object at (?<at>[\w.]+) is blank/i },
		{ code: 'blank-text', words: /text content blocks must (?:contain non-whitespace text|be non-empty)/i },
		{ code: 'last-turn-user', words: /requires the last turn in the conversation to be a user message/i },
		{
			code: 'tool-config-missing',
			words:
				/toolConfig field must be defined|requests which include 'tool_use' or 'tool_result' blocks must define tools/i,
		},
		{
			code: 'tool-result-mixed',
			words: /(?:(?<at>messages\.\d+)(?:\.content)?: )?conversation blocks and tool result blocks cannot be provided/i,
		},
		{ code: 'reasoning-in-user', words: /user messages cannot contain reasoning content/i },

		// The body.
		{ code: 'old-claude-prompt', words: /prompt must (?:start with|end with) "/i },
		{
			code: 'malformed-input',
			words: /is not supported on this API\. Please use the Messages API/i,
		},

		// Claude's own checks of its body.
		// With latency-optimized inference, too (public threads that quote the words).
		{ code: 'caching-refused', words: /cache_control: Extra inputs are not permitted/i },
		{ code: 'extra-key', words: /^(?<field>[\w.]+): Extra inputs are not permitted/i },
		{ code: 'missing-key', words: /^(?<field>[\w.]+): Field required/i },
		{
			code: 'bad-value',
			words: /^(?<field>[\w.]+): (?<detail>(?:Input|String) should .{1,160}?|range: .{1,40}?)\.?$/i,
		},
	] satisfies readonly Rule[]
).map((rule) => ({ type: INVALID, ...rule }));
