/** The smallest PNG there is: one pixel. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** The same in base64, with a header that says that it is so many pixels wide. */
export function pngOf(width: number): string {
	const bytes = Buffer.from(PNG);
	bytes.writeUInt32BE(width, 16);
	return bytes.toString('base64');
}
