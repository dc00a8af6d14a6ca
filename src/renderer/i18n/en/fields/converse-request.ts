/** What the fields of a Converse request are, by AWS’s names of their types. */
export const converseRequestTexts = {
	ConverseRequest: {
		modelId:
			'Which model answers: a model ID, an inference profile, or the ARN of one of them, of a prompt, or of provisioned throughput. It travels in the address, not in the body.',
		messages:
			'The conversation so far, oldest message first. The model remembers nothing between calls, so every call sends all of it again.',
		system: 'Instructions that stand above the conversation: who the model is to be, how it is to answer.',
		inferenceConfig: 'The settings of this one answer that every model understands: how long, how free, where to stop.',
		toolConfig:
			'The tools that the model may ask to have run, and whether it must use one. It never runs them itself: it asks, and your program runs them.',
		guardrailConfig: 'The guardrail that checks what goes in and what comes out, and how much it tells about that.',
		additionalModelRequestFields:
			'Settings that only this model knows, in its own words. Bedrock hands them to the model as they are.',
		promptVariables:
			'Values for the placeholders of a prompt from Prompt management. Ignored unless the model ID is the ARN of such a prompt.',
		additionalModelResponseFieldPaths:
			'Which parts of the model’s own answer you want to see that Converse would leave out, as JSON Pointers such as /stop_sequence.',
		requestMetadata:
			'Labels of your own. They do nothing to the answer; they stand in the invocation logs, so that you can find and filter calls there.',
		performanceConfig: 'How fast the model is to be, where it has a faster version.',
		serviceTier: 'The tier that serves this call: a choice between price, priority and patience.',
		outputConfig: 'What form the answer must have, and how much effort the model is to spend on it.',
	},
	InferenceConfiguration: {
		maxTokens:
			'The most tokens that the answer may have. When they are used up, it stops in mid-sentence, with the stop reason max_tokens. So much quota is set aside when the call begins.',
		temperature:
			'How much chance there is in the choice of each token. Low: the likeliest words, nearly the same each time. High: more variety. Some newer models refuse this field.',
		topP: 'Limits the choice to the likeliest tokens that together have this share of the probability: with 0.8, the top 80 %. Change this or the temperature, not both: some models refuse the two together.',
		stopSequences:
			'Texts that end the answer as soon as the model writes one of them. The answer does not contain the text itself.',
	},
	SystemContentBlock: {
		text: 'Instructions in plain words.',
		guardContent: 'Instructions that the guardrail is to check, too.',
		cachePoint:
			'A mark: keep everything up to here in the prompt cache, so that the next call with the same beginning is cheaper and faster.',
	},
	ToolConfiguration: {
		tools: 'The tools that the model may choose from.',
		toolChoice: 'Whether the model decides on its own, must use some tool, or must use one certain tool.',
	},
	Tool: {
		toolSpec: 'A tool of yours: its name, what it is good for, and what input it takes.',
		systemTool: 'A tool that the model’s maker provides and that runs on their side.',
		cachePoint: 'A mark: keep the tools up to here in the prompt cache.',
	},
	ToolSpecification: {
		name: 'The tool’s name, by which the model asks for it.',
		description: 'What the tool does and when to use it, in plain words. The model decides by this text.',
		inputSchema: 'The form of the input that the tool takes.',
		strict: 'True: the model’s input for the tool is made to fit the schema exactly.',
	},
	ToolInputSchema: {
		json: 'A JSON Schema of the input: names, types, and which of them are required.',
	},
	SystemTool: {
		name: 'The name of the tool that the model’s maker provides.',
	},
	ToolChoice: {
		auto: 'The model decides whether it uses a tool or just answers. This is how it is without any choice, too.',
		any: 'The model must ask for at least one tool, whichever it likes. Not every model allows this.',
		tool: 'The model must ask for this one tool. Not every model allows this.',
	},
	SpecificToolChoice: {
		name: 'The name of the tool that must be used.',
	},
	GuardrailConfiguration: {
		guardrailIdentifier: 'Which guardrail: its ID or its ARN.',
		guardrailVersion: 'Which version of the guardrail: a number, or DRAFT for the one that is being worked on.',
		trace: 'Whether the answer tells what the guardrail found. With it, the answer has a member trace.',
		streamProcessingMode:
			'In a stream only. sync: text is held back until it has been checked. async: it comes at once and is checked meanwhile, so that some of it may be seen before the guardrail steps in.',
	},
	PromptVariableValues: {
		text: 'The text that takes the place of the variable.',
	},
	PerformanceConfiguration: {
		latency:
			'standard, or optimized for a faster version of the model where there is one. In an answer: what was really used.',
	},
	ServiceTier: {
		type: 'The tier’s name. In an answer: the tier that really served the call.',
	},
	OutputConfig: {
		textFormat: 'Makes the model write JSON of a given form.',
		effort:
			'How much the model is to think and write: more effort takes more tokens and time. Without thinking it counts as high at most.',
	},
	OutputFormat: {
		type: 'What kind of form it is.',
		structure: 'The form itself.',
	},
	OutputFormatStructure: {
		jsonSchema: 'A form given as JSON Schema.',
	},
	JsonSchemaDefinition: {
		schema: 'The JSON Schema. Mind that it is a string with JSON in it, not an object.',
		name: 'A name for the schema.',
		description: 'What the JSON is for, in words that the model reads, too.',
	},
} as const;
