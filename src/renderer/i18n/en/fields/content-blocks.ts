/** What the parts of a message are, by AWS’s names of their types. */
export const contentBlocksTexts = {
	Message: {
		role: 'Who speaks: user for you, assistant for the model. The two take turns, and a conversation begins with user.',
		content:
			'What is said, as a list of blocks: text, pictures, tool calls and so on. Each block has exactly one member, which says what it is.',
	},
	ContentBlock: {
		text: 'Plain text. Most messages are one such block.',
		image: 'A picture.',
		document: 'A document, such as a PDF or a spreadsheet. A text block must stand beside it in the same message.',
		video: 'A video.',
		audio: 'A recording.',
		toolUse: 'The model asks to have a tool run. Run it, and send what came out in a toolResult.',
		toolResult: 'What came out of a tool that the model had asked for. It goes back in the next user message.',
		guardContent:
			'The part that the guardrail is to check. Where there is such a block, the guardrail looks at these blocks only.',
		cachePoint:
			'A mark: keep everything up to here in the prompt cache, so that the next call with the same beginning is cheaper and faster.',
		reasoningContent:
			'What the model thought before it answered. To go on with the conversation, send it back unchanged.',
		citationsContent: 'Text of the answer together with the places that it rests on.',
		searchResult: 'A passage that your own search found, given so that the model can cite it.',
		toolAddition:
			'Makes a tool available from here on, in the middle of the conversation. Stands in a message of the role system.',
		toolRemoval: 'Takes a tool away from here on. Stands in a message of the role system.',
	},
	ImageBlock: {
		format: 'The file format of the picture.',
		source: 'Where the picture’s bytes are: here, or in Amazon S3.',
		error: 'Stands in the picture’s place when it could not be processed.',
	},
	ImageSource: {
		bytes: 'The picture itself. In the JSON that is sent, bytes are base64 text; the SDK does that for you.',
		s3Location: 'The picture lies in Amazon S3. Only some models can read from there.',
	},
	S3Location: {
		uri: 'The object’s address.',
		bucketOwner: 'The AWS account that owns the bucket, where that is not your own.',
	},
	ErrorBlock: {
		message: 'What went wrong, in words.',
	},
	DocumentBlock: {
		name: 'A name for the document. The model reads it, so keep it neutral: a name that sounds like an instruction may be followed.',
		format: 'The file format of the document.',
		source: 'Where the document’s content is.',
		context: 'What the model should know about the document when it cites from it.',
		citations: 'Whether the model is to say which passages of this document its answer rests on.',
	},
	DocumentSource: {
		bytes: 'The document itself, as base64 text in the JSON that is sent.',
		s3Location: 'The document lies in Amazon S3. Only some models can read from there.',
		text: 'The document’s text, where there is no file.',
		content: 'The document in pieces that you cut yourself, so that citations can name them.',
	},
	DocumentContentBlock: {
		text: 'One piece of the document.',
	},
	CitationsConfig: {
		enabled: 'True: the answer comes with citations of this source.',
	},
	VideoBlock: {
		format: 'The file format of the video.',
		source: 'Where the video’s bytes are: here, or in Amazon S3.',
	},
	VideoSource: {
		bytes: 'The video itself, as base64 text in the JSON that is sent.',
		s3Location: 'The video lies in Amazon S3. Only some models can read from there.',
	},
	AudioBlock: {
		format: 'The file format of the recording.',
		source: 'Where the recording’s bytes are: here, or in Amazon S3.',
		error: 'Stands in the recording’s place when it could not be processed.',
	},
	AudioSource: {
		bytes: 'The recording itself, as base64 text in the JSON that is sent.',
		s3Location: 'The recording lies in Amazon S3. Only some models can read from there.',
	},
	ToolUseBlock: {
		toolUseId: 'The ID of this one request. The result must name it.',
		name: 'The tool that the model wants.',
		input:
			'What the model gives to the tool, in the form of your schema. It is the model’s own writing: check it before you use it.',
		type: 'Set when the tool runs on the side of the model’s maker, so that you need not run anything.',
	},
	ToolResultBlock: {
		toolUseId: 'Which request this answers: the toolUseId of the toolUse block.',
		content: 'What came out.',
		status: 'Whether the tool worked. With error the model knows that it must find another way.',
		type: 'What kind of tool result it is, where the tool ran on the side of the model’s maker.',
	},
	ToolResultContentBlock: {
		json: 'A result as JSON, in whatever form your tool has.',
		text: 'A result as text.',
		image: 'A result that is a picture.',
		document: 'A result that is a document.',
		video: 'A result that is a video.',
		searchResult: 'A result that the model can cite.',
	},
	SearchResultBlock: {
		source: 'Where the passage comes from: an address or a name of your own.',
		title: 'The passage’s title.',
		content: 'The passage, in pieces that citations can name.',
		citations: 'Whether the model is to cite this passage.',
	},
	SearchResultContentBlock: {
		text: 'One piece of the passage.',
	},
	GuardrailConverseContentBlock: {
		text: 'Text for the guardrail to check.',
		image: 'A picture for the guardrail to check.',
	},
	GuardrailConverseTextBlock: {
		text: 'The text itself. The model reads it, too.',
		qualifiers: 'What this text is for the grounding check: the source, the question, or what is to be checked.',
	},
	GuardrailConverseImageBlock: {
		format: 'The file format of the picture.',
		source: 'The picture’s content.',
	},
	GuardrailConverseImageSource: {
		bytes: 'The picture itself, as base64 text in the JSON that is sent.',
	},
	CachePointBlock: {
		type: 'What kind of mark it is. There is only one kind so far.',
		ttl: 'How long the cache keeps it. Each use begins the time anew; the longer one costs more to write.',
	},
	ReasoningContentBlock: {
		reasoningText: 'The thoughts, readable.',
		redactedContent:
			'Thoughts that the model’s maker has encrypted for safety. Nobody else can read them; send them back unchanged.',
	},
	ReasoningTextBlock: {
		text: 'What the model thought. Newer models may leave this empty unless you ask for a summary.',
		signature: 'The maker’s signature: it proves that the model wrote these thoughts. Send it back unchanged.',
	},
	ToolAdditionBlock: {
		tool: 'The tool that is added.',
	},
	ToolRemovalBlock: {
		tool: 'The tool that is taken away.',
	},
	ToolReference: {
		type: 'What kind of reference it is.',
		name: 'The tool’s name, as toolConfig declares it.',
		serverName: 'The server that the tool belongs to, where it belongs to one.',
	},
} as const;
