/** What the fields of Claude’s old text completion, of Titan Text and of Nova are. */
export const olderFamiliesTexts = {
	ClaudeTextRequest: {
		prompt:
			'The whole conversation as one text: turns that begin with Human: and Assistant:, each after two line breaks. It ends with Assistant:, and the model writes on from there.',
		max_tokens_to_sample: 'The most tokens that the answer may have. When they are used up, it stops in mid-sentence.',
		temperature: 'How much chance there is in the choice of each token.',
		top_p: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		top_k: 'Limits the choice to so many of the likeliest tokens.',
		stop_sequences:
			'Texts that end the answer. The model also stops by itself where it would begin the next Human: turn.',
		anthropic_version: 'Names the format of this body. May be left out here.',
	},
	ClaudeTextResponse: {
		completion: 'What the model wrote. It usually begins with a space: the one after Assistant:.',
		stop_reason: 'Why the model stopped: stop_sequence is the usual end, max_tokens means that the answer is cut off.',
		stop: 'The stop sequence that the model wrote; two line breaks and Human: is the built-in one. Null when there was none.',
	},
	ClaudeTextChunk: {
		completion: 'The next piece of what the model writes.',
		stop_reason: 'Null until the last piece, which says why the model stopped.',
		stop: 'In the last piece: the stop sequence that the model wrote, or null.',
	},
	TitanRequest: {
		inputText:
			'The whole conversation as one text. For a chat: lines that begin with User: and Bot:, the last one an empty Bot:.',
		textGenerationConfig: 'The settings of this answer. All of them can be left out.',
	},
	TitanTextGenerationConfig: {
		maxTokenCount:
			'The most tokens that the answer may have. When they are used up, it stops in mid-sentence with the reason LENGTH.',
		temperature: 'How much chance there is in the choice of each token.',
		topP: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		stopSequences: 'Texts that end the answer as soon as the model writes one of them.',
	},
	TitanResponse: {
		inputTextTokenCount: 'Tokens that the model read.',
		results: 'The answer: a list with one item.',
	},
	TitanResult: {
		tokenCount: 'Tokens that the model wrote.',
		outputText: 'What the model wrote. It usually begins with a line break.',
		completionReason: 'Why the model stopped. LENGTH means that the answer is cut off.',
	},
	TitanChunk: {
		outputText: 'The next piece of what the model writes.',
		index: 'Which answer it belongs to. There is one only, so it is 0.',
		totalOutputTextTokenCount: 'Tokens that the model wrote; known with the last piece, null before.',
		completionReason: 'Null until the last piece, which says why the model stopped.',
		inputTextTokenCount: 'Tokens that the model read. Null in pieces that do not tell it.',
	},
	NovaRequest: {
		schemaVersion: 'Names the format of this body. May be left out.',
		system: 'Instructions that stand above the conversation.',
		messages: 'The conversation so far, oldest message first, in the same form as Converse has.',
		inferenceConfig: 'The settings of this answer.',
		toolConfig: 'The tools that the model may ask to have run, in the same form as Converse has.',
		reasoningConfig: 'Whether the model thinks before it answers, and how much (Nova 2).',
	},
	NovaInferenceConfig: {
		maxTokens:
			'The most tokens that the answer may have. When they are used up, it stops in mid-sentence with max_tokens.',
		max_new_tokens: 'An older name for maxTokens.',
		temperature: 'How much chance there is in the choice of each token.',
		topP: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		topK: 'Limits the choice to so many of the likeliest tokens.',
		stopSequences: 'Texts that end the answer as soon as the model writes one of them.',
	},
	NovaReasoningConfig: {
		type: 'Whether the model thinks.',
		maxReasoningEffort: 'How much the model may think. With high, maxTokens must not be set.',
	},
	NovaResponse: {
		output: 'What the model wrote.',
		stopReason: 'Why the model stopped. max_tokens means that the answer is cut off.',
		usage: 'The tokens that this call used. They are what you pay for.',
	},
	NovaUsage: {
		inputTokens: 'Tokens that the model read.',
		outputTokens: 'Tokens that the model wrote.',
		totalTokens: 'Both together.',
		cacheReadInputTokenCount: 'Tokens that came out of the prompt cache.',
		cacheWriteInputTokenCount: 'Tokens that were put into the prompt cache.',
	},
	NovaChunk: {
		messageStart: 'The answer begins.',
		contentBlockStart: 'A block begins, such as a tool call.',
		contentBlockDelta: 'The next piece of a block.',
		contentBlockStop: 'A block is complete. Nova sends this after each piece, and counts on.',
		messageStop: 'The answer is complete.',
		metadata: 'What was used and measured. Comes last.',
	},
	NovaMetadata: {
		metrics: 'Room for what was measured. Empty in all answers known to us.',
		trace: 'Room for what a guardrail found. Empty in all answers known to us.',
	},
} as const;
