/** A member of a JSON object and where it lies; bytes. */
export interface JsonMember {
	readonly name: string;
	/** Of the name's first quote. */
	readonly start: number;
	readonly valueStart: number;
	readonly end: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The members of the outermost object of UTF-8 JSON, up to where it can't be read. A cut value is no member. */
export function jsonMembers(json: Uint8Array): JsonMember[] {
	const members: JsonMember[] = [];
	let at = skipSpaces(json, 0);
	if (json[at] !== 0x7b) return members;
	do {
		const start = skipSpaces(json, at + 1);
		const nameEnd = json[start] === QUOTE ? stringEnd(json, start) : null;
		if (nameEnd === null) return members;
		const colon = skipSpaces(json, nameEnd);
		if (json[colon] !== COLON) return members;
		const valueStart = skipSpaces(json, colon + 1);
		const end = valueEnd(json, valueStart);
		if (end === null) return members;
		const name = new TextDecoder().decode(json.subarray(start + 1, nameEnd - 1));
		members.push({ name, start, valueStart, end });
		at = skipSpaces(json, end);
	} while (json[at] === COMMA);
	return members;
}

/** After the value: a string's last quote, the bracket that closes, or before what ends a number or a word. */
function valueEnd(json: Uint8Array, start: number): number | null {
	let depth = 0;
	for (let at = start; at < json.length; at++) {
		const byte = json[at] ?? 0;
		if (byte === QUOTE) {
			const end = stringEnd(json, at);
			if (end === null || depth === 0) return end;
			at = end - 1;
		} else if (OPENING.has(byte)) {
			depth += 1;
		} else if (CLOSING.has(byte)) {
			if (depth === 0) return at;
			depth -= 1;
			if (depth === 0) return at + 1;
		} else if (depth === 0 && (byte === COMMA || SPACES.has(byte))) {
			return at;
		}
	}
	return null;
}

function stringEnd(json: Uint8Array, start: number): number | null {
	for (let at = start + 1; at < json.length; at++) {
		if (json[at] === BACKSLASH) at += 1;
		else if (json[at] === QUOTE) return at + 1;
	}
	return null;
}

function skipSpaces(json: Uint8Array, from: number): number {
	let at = from;
	while (SPACES.has(json[at] ?? 0)) at += 1;
	return at;
}
