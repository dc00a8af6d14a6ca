/** The base64 of bytes within a text: from its first character to after its last. */
export interface Base64Span {
	readonly from: number;
	readonly to: number;
}

/** Shorter ones are no longer than what would stand in their place. Characters. */
export const SHORTEST_BASE64 = 200;

/** Members that hold bytes in Converse, Nova and Claude's Messages format, and those in which AWS wraps native bodies. */
const MEMBER = /^\s*"(?:bytes|data|body)": "/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The base64 in one line of a laid out JSON text, which has a member a line; null where there is none. `last`: the line is
 * the end of a text of which more may come, and the string may go on.
 */
export function base64InLine(line: string, last = false): Base64Span | null {
	if (line.length < SHORTEST_BASE64) return null;
	const from = MEMBER.exec(line.slice(0, SHORTEST_BASE64))?.[0].length ?? -1;
	if (from < 0) return null;
	const quote = line.indexOf('"', from);
	if (quote < 0 && !last) return null;
	const to = quote < 0 ? line.length : quote;
	// Its beginning and its end tell: what is in between is not looked at, there may be megabytes.
	const looksAlike = BASE64.test(line.slice(from, from + SHORTEST_BASE64)) && BASE64.test(line.slice(to - 4, to));
	return to - from >= SHORTEST_BASE64 && looksAlike ? { from, to } : null;
}

/** How many bytes a base64 text of this length and end stands for. */
export function bytesOfLength(length: number, end: string): number {
	return Math.floor((length * 3) / 4) - (/=*$/.exec(end)?.[0].length ?? 0);
}
