/** What the parts of a frame are. */
export const framesTexts = {
	Frame: {
		totalLength:
			'The length of the whole frame, these four bytes and both checksums included. With it the reader finds where the next frame begins.',
		headersLength: 'The length of all headers together. What lies between them and the last checksum is the payload.',
		preludeChecksum: 'CRC-32 of the two lengths before it. A damaged length is noticed before anything is read by it.',
		header: 'One header: a name, a type and a value. Headers say what the frame is.',
		nameLength: 'The length of the header’s name, in one byte.',
		name: 'The header’s name. Those that belong to the protocol begin with a colon.',
		type: 'The kind of value that follows, in one byte. 7 is a string, the only kind that Bedrock is known to send.',
		valueLength: 'The length of the value, in two bytes.',
		value: 'The header’s value.',
		unread: 'Bytes that can’t be read as anything, because something before them is damaged or missing.',
		payload: 'What the frame carries: the event’s JSON.',
		chunk: 'The member bytes: a piece of the model’s own JSON, written as base64.',
		padding:
			'The member p: letters and digits without meaning, of random length. They hide how long the text in each frame is, which would otherwise tell an eavesdropper something about the answer.',
		messageChecksum:
			'CRC-32 of everything before it. Where it does not fit, something on the way has damaged the frame, and the SDK gives up.',
	},
	FrameHeaders: {
		messageType: 'What kind of frame it is: an event as expected, an exception that AWS documents, or any other error.',
		eventType: 'Which event the payload is: contentBlockDelta, chunk and so on.',
		contentType: 'The format of the payload.',
		exceptionType:
			'Which exception ended the stream. It can come in the middle of an answer, long after the status 200.',
		errorCode: 'The name of an error that the service’s description does not have.',
		errorMessage: 'What went wrong, in words.',
	},
} as const;
