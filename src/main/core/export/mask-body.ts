/** Masks a text. */
export type Mask = (text: string) => string;

/** A body with its text masked; bytes that are no text are masked where they can be read as Latin letters. */
export function maskBody(bytes: Uint8Array, mask: Mask): Uint8Array {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString('utf8');
	if (Buffer.from(text, 'utf8').equals(buffer)) return Buffer.from(maskJsonText(text, mask), 'utf8');
	const letters = buffer.toString('latin1');
	const masked = mask(letters);
	return masked === letters ? bytes : Buffer.from(masked.replaceAll('•', '*'), 'latin1');
}

const STRING = /"(?:[^"\\]|\\.)*"/gs;

/**
 * A text with its private values masked. The strings of JSON are masked as they are meant, not as they are escaped;
 * whatever is not changed stays as it was written.
 */
export function maskJsonText(text: string, mask: Mask): string {
	const inStrings = text.replace(STRING, (literal) => {
		// Without an escape it is read below as it is meant: one by one, a large body's would take a second.
		if (!literal.includes('\\')) return literal;
		const value = parseString(literal);
		if (value === null) return literal;
		const masked = mask(value);
		return masked === value ? literal : JSON.stringify(masked);
	});
	return mask(inStrings);
}

function parseString(literal: string): string | null {
	try {
		return String(JSON.parse(literal));
	} catch {
		return null;
	}
}
