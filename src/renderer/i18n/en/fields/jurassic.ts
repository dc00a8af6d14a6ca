/** What the fields of AI21’s Jurassic-2 are. */
export const jurassicTexts = {
	JurassicRequest: {
		prompt: 'The text that the model goes on from. There is no other place for instructions, or for a talk.',
		maxTokens: 'The most tokens that the answer may have. When they are used up, it stops in mid-sentence.',
		temperature: 'How much chance there is in the choice of each token.',
		topP: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		stopSequences: 'Texts that end the answer as soon as the model writes one of them.',
		presencePenalty: 'Makes tokens less likely that stand in prompt or answer already, however often.',
		countPenalty: 'Makes tokens less likely the more often they stand in prompt or answer already.',
		frequencyPenalty: 'Makes tokens less likely by their share of prompt and answer so far.',
	},
	JurassicPenalty: {
		scale: 'How strong the penalty is. 0: there is none.',
		applyToWhitespaces: 'Whether white space and line breaks are penalized, too.',
		applyToPunctuations: 'Whether punctuation is penalized, too.',
		applyToNumbers: 'Whether numbers are penalized, too.',
		applyToStopwords: 'Whether the commonest words of the language are penalized, too.',
		applyToEmojis: 'About emojis. By its name true would penalize them; AWS’s page says that true leaves them out.',
	},
	JurassicResponse: {
		id: 'The id of this answer. On Bedrock it is a number.',
		prompt: 'The prompt once more, and its tokens.',
		completions: 'The answer: a list with one item.',
	},
	JurassicCompletion: {
		data: 'What the model wrote, and its tokens.',
		finishReason: 'Why the model stopped.',
	},
	JurassicFinishReason: {
		reason: 'Why the model stopped. length means that the answer is cut off.',
		length: 'With length: how many tokens that was.',
		sequence: 'With stop: the stop sequence that the model wrote.',
	},
	JurassicText: {
		text: 'The text itself. An answer usually begins with a line break.',
		tokens: 'The tokens of the text, one after the other.',
	},
	JurassicToken: {
		generatedToken: 'The token that stands here.',
		topTokens: 'Others that were likely here, where they are asked for. Null in all answers known to us.',
		textRange: 'Which part of the text it is.',
	},
	JurassicGeneratedToken: {
		token: 'The token as the model has it. ▁ stands for a space: a token may be several words.',
		logprob: 'The logarithm of its probability.',
		raw_logprob: 'The same before something that no page of AWS tells. Often it is another number.',
	},
	JurassicTextRange: {
		start: 'Where it begins, in characters from 0.',
		end: 'Where it ends: the place after its last character.',
	},
} as const;
