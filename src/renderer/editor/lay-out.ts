import { formatJson } from '../../shared/json-format.ts';

/** A JSON text laid out for reading; null where it is no JSON. */
export function layOut(text: string): string | null {
	const { text: laidOut, valid } = formatJson(text);
	return valid ? laidOut : null;
}

/** A JSON text without the white space between its parts, numbers and escapes as they stand; null where it is no JSON. */
export function compactJson(text: string): string | null {
	if (!formatJson(text).valid) return null;
	const parts: string[] = [];
	for (let at = 0; at < text.length; ) {
		const quote = text.indexOf('"', at);
		const between = text.slice(at, quote < 0 ? text.length : quote);
		at = quote < 0 ? text.length : endOfString(text, quote);
		parts.push(between.replace(/\s+/g, ''), quote < 0 ? '' : text.slice(quote, at));
	}
	return parts.join('');
}

/** Where a text that begins with a quote is over. */
function endOfString(text: string, quote: number): number {
	for (let end = text.indexOf('"', quote + 1); end >= 0; end = text.indexOf('"', end + 1)) {
		let escapes = 0;
		while (text[end - 1 - escapes] === '\\') escapes += 1;
		if (escapes % 2 === 0) return end + 1;
	}
	return text.length;
}
