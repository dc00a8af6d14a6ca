/** The bytes of a base64 text, as bodies cross from main. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
	const binary = atob(base64);
	const bytes = new Uint8Array(binary.length);
	for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
	return bytes;
}

/** Text of bytes. `valid` false: they are not UTF-8, and U+FFFD stands where they could not be read. */
export interface DecodedText {
	readonly text: string;
	readonly valid: boolean;
}

/**
 * Reads bytes as UTF-8. A byte order mark stays in the text, because it was on the wire. `isCut`: more bytes follow, and
 * the last ones may be a part of a character.
 */
export function textOfBytes(bytes: Uint8Array, isCut = false): DecodedText {
	try {
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		return { text: decoder.decode(bytes, { stream: isCut }), valid: true };
	} catch {
		return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), valid: false };
	}
}
