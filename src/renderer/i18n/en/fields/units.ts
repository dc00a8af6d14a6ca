/** What the values of fields are counted in, or written as: words that follow a value. */
export const units = {
	tokens: 'tokens',
	milliseconds: 'milliseconds',
	seconds: 'seconds',
	bytes: 'bytes',
	characters: 'characters',
	base64: '(base64)',
	hex: '(hexadecimal)',
	json: '(JSON in a string)',
	index: '(counted from 0)',
	units: 'text units',
	date: '(day, UTC)',
	dateTime: '(time, UTC)',
	httpStatus: '(HTTP status)',
	score: '(0 to 1)',
} as const;
