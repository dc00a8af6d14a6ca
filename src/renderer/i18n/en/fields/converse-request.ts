/** What the fields of a Converse request are, by AWS's names of their types. */
export const converseRequestTexts = {
	ConverseRequest: {
		inferenceConfig: 'The settings of this one answer that every model understands: how long, how free, where to stop.',
		additionalModelRequestFields:
			'Settings that only this model knows, in its own words. Bedrock hands them to the model as they are.',
	},
	InferenceConfiguration: {
		maxTokens:
			'The most tokens that the answer may have. When they are used up, the model stops in mid-sentence with the stop reason max_tokens.',
		temperature:
			'How much chance there is in the choice of each token. Low: the likeliest words, nearly the same each time. High: more variety.',
	},
} as const;
