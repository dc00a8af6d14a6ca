/** What the parts of a request’s signature are. */
export const signatureTexts = {
	Signature: {
		authorization:
			'Who calls, and the proof of it. AWS makes the same signature from the request and its own copy of your secret key; where the two agree, the call is yours and nobody has changed it.',
		credential: 'Which key signed, and what the signature is good for: one day, one region, one service.',
		canonicalRequest: 'The request written in exactly one way, so that both sides hash the same bytes.',
		stringToSign: 'The four lines that are really signed. The last one stands for the whole request.',
		signingKey: 'The key that signs, made from your secret key in four steps. The secret key itself is never sent.',
		matches: 'Outcrop works the signature out by itself and compares it with the one that was sent.',
	},
	Authorization: {
		algorithm: 'How it was signed: HMAC with SHA-256, by the rules of AWS Signature Version 4.',
		signedHeaders:
			'The headers that the signature covers. Whoever changes one of them on the way breaks the signature; others may be changed or added.',
		signature:
			'The signature: 64 digits that only the holder of the secret key can make for this request. Outcrop keeps its first four.',
		bearer:
			'A Bedrock API key. It is sent as it is, and nothing is signed: whoever has it can use it, so it is always cut out here.',
	},
	Credential: {
		accessKeyId: 'The access key’s ID. Users’ keys begin with AKIA, temporary ones with ASIA. Not a secret by itself.',
		date: 'The day on which it was signed, in UTC. The key that signs is made for this day.',
		region: 'The region that the signature is good for. It must be the one that is called.',
		service:
			'The service that the signature is good for. It is bedrock, although the host begins with bedrock-runtime.',
		terminator: 'A fixed word that closes the scope.',
	},
	CanonicalRequest: {
		method: 'Line 1: the HTTP method.',
		path: 'Line 2: the path, encoded once more than in the address. %3A becomes %253A.',
		query: 'Line 3: the query, sorted. Bedrock’s calls have none, so the line is empty.',
		headers: 'Then a line for each signed header: its name in lower case, a colon, its value.',
		blank: 'An empty line: it closes the headers.',
		signedHeaders: 'Then the names of those headers, sorted, with semicolons between them.',
		payloadHash: 'The last line: the SHA-256 of the body.',
	},
	StringToSign: {
		algorithm: 'Line 1: the way of signing.',
		dateTime: 'Line 2: when it was signed, as in x-amz-date.',
		scope: 'Line 3: day, region and service, so that the signature is good for nothing else.',
		requestHash: 'Line 4: the SHA-256 of the canonical request. With it, everything in the request is signed.',
	},
	SigningKey: {
		secret: 'The start: the word AWS4 and your secret access key. It stays on this computer.',
		date: 'Step 1: HMAC of the day.',
		region: 'Step 2: HMAC of the region, with the key of step 1.',
		service: 'Step 3: HMAC of the service’s name, with the key of step 2.',
		signing: 'Step 4: HMAC of the word aws4_request, with the key of step 3. This is the key that signs.',
		signature: 'Last: HMAC of the string to sign, with that key. In hexadecimal it is the signature.',
	},
} as const;
