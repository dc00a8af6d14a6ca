/** What the fields of stream events are, by AWS’s names of their types. */
export const streamEventsTexts = {
	ChunkEvent: {
		bytes: 'A piece of the answer in the model’s own format: JSON, written as base64 so that any format fits in.',
	},
	EventPadding: {
		p: 'Padding of random length, with no meaning. It hides how long the text in each frame is, which would otherwise tell an eavesdropper something about the answer. AWS does not document it, and the SDK drops it.',
	},
	MessageStartEvent: {
		role: 'Who is about to speak: the assistant. Always the first event.',
	},
	ContentBlockStartEvent: {
		start: 'What kind of block begins. Sent for tool calls and the like; plain text usually begins without it.',
		contentBlockIndex: 'Which block of the answer begins.',
	},
	ContentBlockStart: {
		toolUse: 'A tool call begins; its input follows in pieces.',
		toolResult: 'The result of a tool begins that ran on the side of the model’s maker.',
		image: 'A picture begins.',
	},
	ToolUseBlockStart: {
		toolUseId: 'The ID of this one request. The result must name it.',
		name: 'The tool that the model wants.',
		type: 'What kind of call it is. Claude writes tool_use here, which AWS does not document; server_tool_use is a tool that runs on the side of the model’s maker.',
	},
	ToolResultBlockStart: {
		toolUseId: 'Which tool call this is the result of.',
		type: 'What kind of tool result it is.',
		status: 'Whether the tool worked.',
	},
	ImageBlockStart: {
		format: 'The file format of the picture that follows.',
	},
	ContentBlockDeltaEvent: {
		delta: 'The next piece of the block. Append it to what you have.',
		contentBlockIndex: 'Which block of the answer the piece belongs to.',
	},
	ContentBlockDelta: {
		text: 'The next piece of text: often a token or a few, not always a whole word.',
		toolUse: 'The next piece of a tool’s input.',
		toolResult: 'The next piece of a tool’s result.',
		reasoningContent: 'The next piece of the model’s thoughts.',
		citation: 'A place in your documents that the text rests on.',
		image: 'The next piece of a picture.',
	},
	ToolUseBlockDelta: {
		input: 'A piece of JSON as text. Only all pieces together can be parsed.',
	},
	ToolResultBlockDelta: {
		text: 'A piece of the result as text.',
		json: 'The result as JSON.',
	},
	ReasoningContentBlockDelta: {
		text: 'A piece of the thoughts, readable.',
		redactedContent: 'Thoughts that the model’s maker has encrypted for safety.',
		signature:
			'The maker’s signature of the thoughts. It comes once they are complete; keep it and send it back unchanged.',
	},
	CitationsDelta: {
		sourceContent: 'The cited words, as they come.',
	},
	CitationSourceContentDelta: {
		text: 'A piece of the cited words.',
	},
	ImageBlockDelta: {
		source: 'A piece of the picture’s bytes.',
		error: 'Why the picture could not be processed.',
	},
	ContentBlockStopEvent: {
		contentBlockIndex: 'Which block of the answer is complete.',
	},
	MetadataEvent: {
		usage:
			'The tokens that the whole call used. They are what you pay for. Comes last, after messageStop: whoever stops reading early never sees it.',
		metrics: 'Measurements of this call.',
	},
	ConverseStreamMetrics: {
		latencyMs: 'How long the whole stream took on AWS’s side, to the last token.',
	},
	InvocationMetrics: {
		inputTokenCount: 'Tokens that the model read.',
		outputTokenCount: 'Tokens that the model wrote.',
		invocationLatency: 'How long the whole answer took on AWS’s side.',
		firstByteLatency: 'How long it took on AWS’s side until the first piece of the answer was there.',
		cacheReadInputTokenCount: 'Tokens that came out of the prompt cache.',
		cacheWriteInputTokenCount: 'Tokens that were put into the prompt cache.',
	},
} as const;
