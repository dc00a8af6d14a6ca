/**
 * A text in parts of about a length, parted after a line where there is one, never within a character. Joined with what
 * each leaves out, one line break at most, they are the text.
 */
export function textParts(text: string, length: number): readonly string[] {
	const parts: string[] = [];
	for (let start = 0; start < text.length; ) {
		const end = start + length;
		if (end >= text.length) return [...parts, text.slice(start)];
		const line = text.lastIndexOf('\n', end);
		if (line > start) {
			parts.push(text.slice(start, line));
			start = line + 1;
			continue;
		}
		const cut = end + (isLowSurrogate(text.charCodeAt(end)) ? 1 : 0);
		parts.push(text.slice(start, cut));
		start = cut;
	}
	return parts;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
