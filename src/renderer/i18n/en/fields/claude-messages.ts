/** What the fields of Anthropic’s Messages format are. */
export const claudeMessagesTexts = {
	ClaudeRequest: {
		anthropic_version:
			'Names the format of this body. On Bedrock it is always this one value; it has nothing to do with the model’s version.',
		anthropic_beta: 'Switches on features that Anthropic is still trying out, by their names.',
		max_tokens:
			'The most tokens that the answer may have, thoughts included. When they are used up, the answer stops in mid-sentence with stop_reason max_tokens.',
		system:
			'Instructions that stand above the conversation. A text, or a list of text blocks where a cache mark is needed.',
		messages: 'The conversation so far, oldest message first. The model remembers nothing between calls.',
		temperature: 'How much chance there is in the choice of each token. Claude Opus 4.7, Claude 5 and later refuse it.',
		top_p:
			'Limits the choice to the likeliest tokens that together have this share of the probability. Claude 4.5 refuses it together with temperature; Claude Opus 4.7, Claude 5 and later refuse it altogether.',
		top_k: 'Limits the choice to so many of the likeliest tokens. Seldom needed.',
		stop_sequences:
			'Texts that end the answer as soon as the model writes one of them. Which one it was stands in stop_sequence.',
		tools: 'The tools that the model may ask to have run.',
		tool_choice: 'Whether the model decides on its own, must use some tool, a certain one, or none.',
		thinking: 'Whether the model thinks before it answers, and how much.',
		output_config: 'What form the answer must have, and how much effort the model is to spend.',
		metadata: 'What you tell Anthropic about this call.',
	},
	ClaudeMessage: {
		role: 'Who speaks: user for you, assistant for the model. The two take turns. Where the last message is the assistant’s, Claude 4.5 and older go on from its words; newer ones refuse that.',
		content: 'What is said: a text, or a list of blocks.',
	},
	ClaudeContentBlock: {
		type: 'What kind of block it is. Which other fields it has depends on this.',
		text: 'The text of a block of the type text.',
		source: 'The data of the picture or document.',
		title: 'The title of the document or search result.',
		context: 'What the model should know about the document.',
		id: 'The ID of this one tool call. The result must name it.',
		name: 'The tool that the model wants.',
		input: 'What the model gives to the tool, in the form of your schema. Check it before you use it.',
		tool_use_id: 'Which tool call this is the result of.',
		content: 'What came out of the tool: a text, or a list of blocks.',
		is_error: 'True: the tool failed, and the content says how.',
		thinking: 'What the model thought. May be empty where the model keeps it to itself.',
		signature: 'Anthropic’s signature of the thoughts. Send the block back unchanged.',
		data: 'Thoughts that Anthropic has encrypted for safety. Send them back unchanged.',
		citations: 'Places in your documents that the text rests on; in a request: whether they are wanted.',
		cache_control: 'A mark: keep everything up to here in the prompt cache.',
	},
	ClaudeSource: {
		type: 'How the data is given.',
		media_type: 'The file format.',
		data: 'The data itself.',
	},
	ClaudeCacheControl: {
		type: 'What kind of cache mark it is. There is only one kind.',
		ttl: 'How long the cache keeps it.',
	},
	ClaudeTool: {
		type: 'custom for a tool of your own, else the name of one that Anthropic has defined.',
		name: 'The tool’s name, by which the model asks for it.',
		description: 'What the tool does and when to use it. The model decides by this text.',
		input_schema: 'A JSON Schema of the input that the tool takes.',
		cache_control: 'A mark: keep the tools up to here in the prompt cache.',
	},
	ClaudeToolChoice: {
		type: 'auto: the model decides. any: it must use some tool. tool: it must use the one of this name. none: it must not use any.',
		name: 'The tool that must be used, with the type tool.',
		disable_parallel_tool_use: 'True: at most one tool call in an answer.',
	},
	ClaudeThinking: {
		type: 'adaptive: the model decides how much. enabled: with the budget beside it, for models before Claude Opus 4.7. disabled: not at all.',
		budget_tokens: 'How many tokens the model may spend on thinking, with the type enabled.',
		display: 'Whether you see the thoughts: summarized, or omitted, with nothing but their signature.',
	},
	ClaudeOutputConfig: {
		effort: 'How much the model is to think and write.',
		format: 'The form that the answer must have, as a JSON Schema.',
	},
	ClaudeRequestMetadata: {
		user_id: 'A name for the user that tells nothing about them, such as a hash. It helps Anthropic to find misuse.',
	},
	ClaudeResponse: {
		id: 'The answer’s ID at Anthropic. Not the same as AWS’s request ID.',
		type: 'Always message.',
		role: 'Who speaks: always assistant.',
		model: 'The model that answered, by Anthropic’s name for it.',
		content: 'The answer, block by block. Send it back as it is to go on with the conversation.',
		stop_reason: 'Why the model stopped. max_tokens means that the answer is cut off; null that it is still writing.',
		stop_sequence: 'The stop sequence that the model wrote, or null.',
		stop_details: 'More about why it stopped, where there is more to say, such as after a refusal.',
		usage: 'The tokens that this call used. They are what you pay for.',
	},
	ClaudeUsage: {
		input_tokens: 'Tokens that the model read. Those of the prompt cache are counted apart.',
		output_tokens:
			'Tokens that the model has written, its thoughts included. In a stream: up to this event, so that the last count is the right one.',
		cache_creation_input_tokens: 'Tokens that were put into the prompt cache.',
		cache_read_input_tokens: 'Tokens that came out of the prompt cache.',
		cache_creation: 'The tokens put into the cache, by how long it keeps them.',
		server_tool_use: 'Uses of tools that run on Anthropic’s side.',
		service_tier: 'The tier that served the call.',
	},
	ClaudeCacheCreation: {
		ephemeral_5m_input_tokens: 'Tokens that the cache keeps for five minutes.',
		ephemeral_1h_input_tokens: 'Tokens that the cache keeps for one hour.',
	},
	ClaudeChunk: {
		type: 'What happens in this piece of the stream. Which other fields it has depends on this.',
		message: 'The answer’s frame, with no content yet: its ID, its model, the tokens that were read.',
		index: 'Which block of the answer it is about.',
		content_block: 'The block that begins, still empty.',
		delta: 'What is new: the next piece of a block, or how the answer ended.',
		usage: 'The tokens up to here, counted from the beginning.',
		error: 'What went wrong in the middle of the answer.',
	},
	ClaudeDelta: {
		type: 'What kind of piece it is.',
		text: 'The next piece of text.',
		partial_json: 'A piece of the tool’s input as text. Only all pieces together can be parsed as JSON.',
		thinking: 'The next piece of the model’s thoughts.',
		signature: 'Anthropic’s signature of the thoughts that have just ended.',
		citation: 'A place in your documents that the text rests on.',
	},
	ClaudeStreamError: {
		type: 'The kind of error.',
		message: 'What went wrong, in words.',
	},
} as const;
