/** What the parts of the request’s address and the HTTP headers are. */
export const headersTexts = {
	RequestUrl: {
		method: 'The HTTP method. Each call of a model is a POST.',
		scheme:
			'How the connection is made: https is encrypted. http is not; it is for endpoints on this computer itself, such as practice.',
		host: 'The machine that is called. For AWS it names the service, bedrock-runtime, and the region: a model answers only where it is offered.',
		port: 'The port at that machine: 443 for https unless something else stands here.',
		basePath: 'What a custom endpoint has in front of Bedrock’s own path.',
		modelId: 'Which model answers, percent-encoded: %3A is a colon.',
		action: 'The operation: converse, converse-stream, invoke or invoke-with-response-stream.',
	},
	RequestHeaders: {
		host: 'The machine that is called. It is signed, so that nobody can send the request somewhere else.',
		authority: 'HTTP/2’s name for the host. It is signed in its place.',
		contentType: 'The format of the body.',
		contentLength: 'The length of the body.',
		accept: 'The format in which InvokeModel is to answer. Converse does not send it.',
		connection:
			'What is to become of the connection after this call. keep-alive: use it again, and save the time of connecting.',
		userAgent:
			'Who calls: the SDK, its version and what it runs on. AWS counts by it; it changes nothing in the answer.',
		amzUserAgent: 'The same as user-agent, in a header that a browser may set, too. The SDK sends both.',
		invocationId: 'The ID that the SDK gives to this call. All attempts of one call have the same one.',
		sdkRequest: 'Which attempt this is, and how many there may be: attempt=2; max=3 is the second of three.',
		amzDate: 'When the request was signed, by the clock of your computer.',
		contentSha256: 'The SHA-256 of the body. It is signed, so that a changed body is noticed.',
		securityToken:
			'The session token of temporary access keys, without which they are not valid. It is a secret: Outcrop cuts it out before anything is kept.',
		authorization:
			'Who calls, and the proof of it: a signature over this very request, or an API key after the word Bearer. Outcrop keeps only its beginning.',
		traceId: 'The trace that the call belongs to in AWS X-Ray, where the program runs in AWS Lambda.',
		bedrockAccept: 'The format of the model’s JSON inside the stream. The stream itself always comes as frames.',
		bedrockTrace: 'Whether the answer tells what the guardrail found.',
		guardrailIdentifier: 'Which guardrail checks the call: its ID or its ARN.',
		guardrailVersion: 'Which version of the guardrail: a number, or DRAFT. Needed where a guardrail is named.',
		performanceLatency: 'Whether a faster version of the model is to answer.',
		serviceTier: 'The tier that is to serve the call.',
		requestMetadata: 'Labels of your own, as JSON. They stand in the invocation logs.',
		transferEncoding: 'How the body is cut up for sending: chunked where its length is not known at the beginning.',
	},
	ResponseHeaders: {
		date: 'When the answer began, by AWS’s clock. The SDK corrects itself by it where your own clock is wrong.',
		contentType:
			'The format of the body: application/json, or application/vnd.amazon.eventstream for a stream of frames.',
		contentLength: 'The length of the body. A stream has none, because nobody knows it yet.',
		transferEncoding: 'chunked: the body comes piece by piece, as it is made. Streams come this way.',
		connection: 'Whether the connection may be used again for the next call.',
		keepAlive: 'How long the connection may stay open without use.',
		requestId:
			'AWS’s ID of this one attempt. Have it ready when you write to AWS Support, and look for it in CloudTrail.',
		errorType:
			'The name of the error; what follows the colon is a name inside AWS and can be ignored. The SDK makes its exception from it.',
		retryAfter: 'How long to wait before the next attempt.',
		amzRetryAfter: 'How long the SDK is to wait before the next attempt.',
		inputTokenCount:
			'Tokens that the model read. InvokeModel tells it here, because the native body may not; the SDK does not hand it on.',
		outputTokenCount: 'Tokens that the model wrote. The SDK does not hand it on.',
		invocationLatency: 'How long the answer took on AWS’s side.',
		cacheReadTokenCount: 'Tokens that came out of the prompt cache.',
		cacheWriteTokenCount: 'Tokens that were put into the prompt cache.',
		bedrockContentType: 'The format of what the model writes inside the frames.',
		performanceLatency: 'Which speed was really used.',
		serviceTier: 'Which tier really served the call.',
		location:
			'Where something on the way sends the caller instead. AWS does not do this for Bedrock; a network’s sign-in page does.',
		server:
			'The software that answered. Bedrock does not name itself here: where this stands, something on the way may have answered.',
		via: 'Proxies that the answer came through.',
	},
} as const;
