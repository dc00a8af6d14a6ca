import type { Rule } from './rule.ts';

const INVALID = /^(Validation|ModelError|ModelStreamError)/i;

/**
 * What is refused about files, tools and thoughts in the messages (bedrock-facts.md, 3.2; public threads that quote the
 * words of Converse, Anthropic and OpenAI-style bodies).
 */
export const contentRules: readonly Rule[] = (
	[
		// Files.
		{ code: 'too-many-files', words: /can't include more than (?<limit>\d+) (?<kind>[a-z]+) in a request/i },
		{ code: 'file-too-large', words: /exceeds the maximum document size of (?<limit>[\d.]+ \w+)/i },
		{ code: 'file-too-large', words: /image exceeds (?<limit>[\d.]+ \w+) maximum(?:: (?<given>\d+) bytes)?/i },
		{ code: 'image-pixels', words: /image dimensions exceed max allowed size(?:[^:]*: (?<limit>\d+) pixels)?/i },
		{
			code: 'image-type',
			words:
				/image was specified using the (?<given>[\w/+-]+) media type, but the image appears to be an? (?<detail>[\w/+-]+)/i,
		},
		{ code: 'image-unreadable', words: /could not process image/i },
		{ code: 'image-address', words: /^invalid image_url\b/i },
		{ code: 'document-name', words: /document file name can only contain/i },
		{ code: 'document-names-same', words: /duplicate document names/i },
		{ code: 'document-without-text', words: /text block must be included when using documents/i },
		{
			code: 'file-refused',
			words:
				/(?:doesn't|does not) support the '?(?<kind>image|document|video|audio)'? (?:field|parameter)(?: for (?<at>\w+) messages)?/i,
		},
		{ code: 'file-refused', words: /(?<kind>image) content blocks are not supported for this model/i },

		// Tools.
		{
			code: 'forced-tool',
			words: /(?:doesn't|does not) support the '?toolConfig\.toolChoice\.(?:any|tool)'? (?:field|parameter)/i,
		},
		{
			code: 'tool-results-missing',
			words:
				/expected toolResult blocks at (?<at>[\w.]+) for the following Ids: (?<detail>[\w-]{1,64}(?:, [\w-]{1,64}){0,4})/i,
		},
		{
			code: 'tool-results-missing',
			words:
				/(?<at>messages\.\d+): 'tool_use' ids were found without 'tool_result' blocks immediately after: (?<detail>[\w-]{1,64}(?:, [\w-]{1,64}){0,4})/i,
		},
		{ code: 'tool-results-missing', words: /'tool_calls' must be followed by tool messages/i },
		{ code: 'tool-result-stray', words: /number of toolResult blocks at (?<at>[\w.]+) exceeds/i },
		{
			code: 'tool-result-stray',
			words: /(?<at>messages\.[\w.]+): unexpected 'tool_use_id' found in 'tool_result' blocks: (?<detail>[\w-]{1,64})/i,
		},
		{ code: 'tool-result-stray', words: /messages with role 'tool' must be a response to a prece?eding message/i },
		{
			code: 'tool-block-role',
			words: /(?<at>messages\.\d+): '(?<kind>tool_use|tool_result)' blocks can only be in '(?<detail>\w+)' messages/i,
		},
		{
			code: 'tool-schema',
			words: /value at (?<at>[\w.]*inputSchema\.json\.type) must be one of the following: object/i,
		},
		{ code: 'tool-names-same', words: /tool names must be unique/i },
		{ code: 'tool-unknown', words: /tool '(?<given>[\w-]{1,64})' not found in provided tools/i },

		// Thoughts.
		{
			code: 'thinking-sampling',
			words: /'?(?<field>top_p|top_k)'? must be .{1,60}when thinking is enabled/i,
		},
		{ code: 'thinking-adaptive', words: /adaptive thinking is not supported on this model/i },
		{ code: 'thinking-always', words: /thinking\.type\.disabled.{1,3}is not supported for this model/i },
		{
			code: 'thought-changed',
			words: /(?<at>messages\.[\d.]*content\.\d+): invalid '(?:signature|data)' in '(?:redacted_)?thinking' block/i,
		},
		{ code: 'thought-changed', words: /(?<at>messages\.[\d.]*content\.\d+)\.thinking\.signature: Field required/i },
		// Claude may also say so of thoughts that were changed in another way (Anthropic: extended thinking).
		{ code: 'thought-changed', words: /thinking' .{0,60}blocks .{0,60}cannot be modified/i },
		{
			code: 'thoughts-missing',
			words: /(?<at>messages\.[\d.]*content\.\d+)\.type: expected 'thinking' or 'redacted_thinking', but found/i,
		},
		{
			code: 'bad-value',
			words: /^(?<field>thinking): (?<detail>input tag '.{1,40}?' found using 'type' does not match any of .{1,100})$/i,
		},
	] satisfies readonly Rule[]
).map((rule) => ({ type: INVALID, ...rule }));
