/** What the fields of Llama, Mistral’s text completion, Cohere Command R, DeepSeek-R1 and Jamba are. */
export const otherMakersTexts = {
	LlamaRequest: {
		prompt:
			'The whole conversation as one text. Each message has a header with its role between special tokens; after the last header, that of the assistant, the model writes on.',
		max_gen_len: 'The most tokens that the answer may have. When they are used up, it stops in mid-sentence.',
		temperature: 'How much chance there is in the choice of each token.',
		top_p: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		images: 'Pictures for models that read them (from Llama 3.2 on).',
	},
	LlamaResponse: {
		generation: 'What the model wrote.',
		prompt_token_count: 'Tokens that the model read.',
		generation_token_count: 'Tokens that the model wrote.',
		stop_reason: 'Why the model stopped. length means that the answer is cut off.',
	},
	LlamaChunk: {
		generation: 'The next piece of what the model writes.',
		prompt_token_count: 'Tokens that the model read. Only the first piece tells it; null in the others.',
		generation_token_count: 'Tokens that the model has written so far.',
		stop_reason: 'Null until the last piece, which says why the model stopped.',
	},
	MistralTextRequest: {
		prompt:
			'The whole conversation as one text that begins with <s>. Questions stand between [INST] and [/INST], </s> ends an answer.',
		max_tokens: 'The most tokens that the answer may have. When they are used up, it stops in mid-sentence.',
		stop: 'Texts that end the answer as soon as the model writes one of them.',
		temperature: 'How much chance there is in the choice of each token.',
		top_p: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		top_k: 'Limits the choice to so many of the likeliest tokens.',
	},
	MistralTextResponse: {
		outputs: 'The answer: a list with one item.',
	},
	MistralTextOutput: {
		text: 'What the model wrote. It usually begins with a space: the one after [/INST].',
		stop_reason: 'Why the model stopped. length means that the answer is cut off.',
	},
	MistralTextChunk: {
		outputs: 'The next piece of the answer: a list with one item.',
	},
	MistralTextPiece: {
		text: 'The next piece of what the model writes.',
		stop_reason: 'Null until the last piece, which says why the model stopped.',
	},
	CohereCommandRequest: {
		message: 'What the user says now.',
		chat_history: 'The conversation before it, oldest message first.',
		preamble: 'Instructions that stand above the conversation: Cohere’s name for the system prompt.',
		max_tokens: 'The most tokens that the answer may have. When they are used up, it stops in mid-sentence.',
		temperature: 'How much chance there is in the choice of each token.',
		p: 'Limits the choice to the likeliest tokens that together have this share of the probability: top p elsewhere.',
		k: 'Limits the choice to so many of the likeliest tokens: top k elsewhere.',
		stop_sequences: 'Texts that end the answer as soon as the model writes one of them.',
		frequency_penalty: 'Makes tokens less likely the more often they stand in the text already.',
		presence_penalty: 'Makes tokens less likely that stand in the text already, however often.',
		seed: 'A number that makes answers repeatable as far as possible.',
		documents: 'Texts that the model may draw upon and cite.',
		search_queries_only: 'Whether to get only searches that would help with an answer, and no answer.',
		prompt_truncation: 'Whether parts are left out where the whole is too long for the model.',
		return_prompt: 'Whether to get the prompt that was made of all this, too.',
		raw_prompting: 'Whether the message goes to the model as it stands, without a prompt made around it.',
		tools: 'The tools that the model may ask to have run.',
		tool_results: 'What tools gave back.',
	},
	CohereCommandMessage: {
		role: 'Who said it.',
		message: 'What was said.',
	},
	CohereCommandResponse: {
		response_id: 'The id of this response.',
		generation_id: 'The id of this answer.',
		text: 'What the model wrote.',
		chat_history: 'The whole conversation, with this question and this answer.',
		finish_reason: 'Why the model stopped. MAX_TOKENS means that the answer is cut off.',
		citations: 'Which parts of the answer are from which of the documents.',
		documents: 'The documents that are cited.',
		search_queries: 'Searches that would help with an answer.',
		search_results: 'What searches found.',
		is_search_required: 'Whether an answer needs a search.',
		tool_calls: 'The tools that the model asks to have run.',
		meta: 'The API’s version, and what is billed. Cohere’s own API tells it.',
		prompt: 'The prompt that was made of the request, where it asked for it.',
	},
	CohereCommandChunk: {
		event_type: 'What this piece is.',
		is_finished: 'Whether it is the last one.',
		text: 'The next piece of what the model writes.',
		response: 'In the last piece: the whole answer once more.',
	},
	DeepSeekR1Request: {
		prompt:
			'The whole conversation as one text with special tokens for user and assistant. It ends with <think>, so that the model begins with its thoughts.',
		max_tokens:
			'The most tokens that thoughts and answer may have together. When they are used up, the model stops in mid-sentence.',
		temperature: 'How much chance there is in the choice of each token.',
		top_p: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		stop: 'Texts that end the answer as soon as the model writes one of them.',
	},
	DeepSeekR1Response: {
		choices: 'The answer: a list with one item.',
	},
	DeepSeekR1Choice: {
		text: 'What the model wrote: its thoughts up to </think>, then the answer.',
		index: 'Which answer it is. There is one only, so it is 0.',
		stop_reason: 'Why the model stopped. length means that the answer is cut off.',
	},
	DeepSeekR1Chunk: {
		choices: 'The next piece: a list with one item.',
	},
	DeepSeekR1Piece: {
		text: 'The next piece of what the model writes. Up to </think> these are its thoughts.',
		index: 'Which answer it belongs to. There is one only, so it is 0.',
		stop_reason: 'Null until the last piece, which says why the model stopped.',
	},
	JambaRequest: {
		messages: 'The conversation so far, oldest message first. The system prompt is the first of them.',
		max_tokens: 'The most tokens that the answer may have. When they are used up, it stops in mid-sentence.',
		temperature: 'How much chance there is in the choice of each token.',
		top_p: 'Limits the choice to the likeliest tokens that together have this share of the probability.',
		stop: 'Texts that end the answer as soon as the model writes one of them.',
		n: 'How many answers to write. This app shows the first.',
		frequency_penalty: 'Makes tokens less likely the more often they stand in the text already.',
		presence_penalty: 'Makes tokens less likely that stand in the text already, however often.',
	},
	JambaMessage: {
		role: 'Who said it.',
		content: 'What was said. In a stream: the next piece of it.',
	},
	JambaResponse: {
		id: 'The id of this answer.',
		choices: 'The answers, as many as the request asked for.',
		usage: 'The tokens that this call used. They are what you pay for.',
		model: 'The model that answered, as its maker names it.',
		meta: 'What the maker’s own service tells of the request.',
	},
	JambaChoice: {
		index: 'Which of the answers it is, from 0.',
		message: 'What the model wrote.',
		finish_reason: 'Why the model stopped. length means that the answer is cut off. Null while it is still writing.',
	},
	JambaUsage: {
		prompt_tokens: 'Tokens that the model read.',
		completion_tokens: 'Tokens that the model wrote.',
		total_tokens: 'Both together.',
	},
	JambaChunk: {
		choices: 'The next piece of each answer.',
	},
	JambaPiece: {
		delta: 'What is new: first the role, then pieces of the text.',
	},
} as const;
