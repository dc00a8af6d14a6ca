/** What the fields of a Converse answer are, by AWS’s names of their types. */
export const converseResponseTexts = {
	ConverseResponse: {
		output: 'What the model wrote.',
		stopReason:
			'Why the model stopped. max_tokens means that the answer is cut off: it is not an error, and nothing else tells of it.',
		usage: 'The tokens that this call used. They are what you pay for.',
		metrics: 'Measurements of this call.',
		additionalModelResponseFields:
			'Parts of the model’s own answer that Converse has no field for: those that the request asked for, and some that a model adds by itself.',
		trace: 'What the guardrail found and which model a prompt router chose, where that was asked for.',
		performanceConfig: 'Which speed was really used.',
		serviceTier: 'Which tier really served the call.',
	},
	ConverseOutput: {
		message: 'The answer as a message. Append it to messages, and it is part of the next request.',
	},
	TokenUsage: {
		inputTokens:
			'Tokens that the model read: all messages, the system prompt and the tools. Tokens of the prompt cache are not in it.',
		outputTokens: 'Tokens that the model wrote, its thoughts included.',
		totalTokens: 'All of them together. Where the prompt cache was used, its tokens are counted in.',
		cacheReadInputTokens: 'Tokens that came out of the prompt cache. They cost a fraction of others.',
		cacheWriteInputTokens: 'Tokens that were put into the prompt cache. They may cost more than others, once.',
		cacheDetails: 'The tokens put into the cache, by how long it keeps them.',
		cacheReadInputTokenCount:
			'The same number as cacheReadInputTokens under another name. The service sends it, but AWS does not document it, and the SDK drops it.',
		cacheWriteInputTokenCount:
			'The same number as cacheWriteInputTokens under another name. The service sends it, but AWS does not document it, and the SDK drops it.',
		serverToolUsage:
			'Uses of tools that run on the side of the model’s maker; empty where there were none. AWS does not document it, and the SDK drops it.',
	},
	CacheDetail: {
		ttl: 'How long the cache keeps these tokens.',
		inputTokens: 'Tokens that were put into the cache for this time.',
	},
	ConverseMetrics: {
		latencyMs:
			'How long the call took on AWS’s side. What you waited beyond that went by on the network and in your own program.',
	},
	ConverseTrace: {
		guardrail: 'What the guardrail looked at and found.',
		promptRouter: 'What the prompt router decided.',
	},
	PromptRouterTrace: {
		invokedModelId: 'The model that the router chose for this call.',
	},
} as const;
