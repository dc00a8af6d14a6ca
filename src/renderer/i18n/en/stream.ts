/** The words of the stream of frames, its bytes, and the ways between a frame and the answer. */
export const stream = {
	pointHint: 'Point at a field or a byte, or walk with the arrow keys.',
	noBytes: 'no bytes',
	oneByte: 'byte {{at}}',
	byteRange: 'bytes {{first}}–{{last}} ({{length}})',
	paddingNote:
		'p is padding of random length. Bedrock adds it so that nobody who sees only the sizes of the encrypted packets can tell how long each piece of the answer is.',
	saveStream: 'Save raw stream…',
	saveBody: 'Save body…',
	frameCount_one: '{{frames}} frame · {{size}}',
	frameCount_other: '{{frames}} frames · {{size}}',
	asCode: 'The call as code',
	showInAnswer: 'Show in answer',
	showInStream: 'Show in stream',
	notInAnswer: 'Not found in the answer.',
	notInStream: 'No frame carries this text.',
	hex: 'Hex',
	page: 'Part {{page}} of {{pages}}',
	previousPage: 'Previous part',
	nextPage: 'Next part',
} as const;
