import { base64InLine, SHORTEST_BASE64 } from '../inspector/body/base64-span.ts';

/**
 * Longer bodies are not checked and have no completion and hover, because each key would take too long; characters. The
 * base64 of files does not count: it is one value, however long.
 */
const LONGEST_CHECKED = 1_000_000;

/** The same with files. */
const LONGEST_WITH_FILES = 12_000_000;

/** A longer line without base64 leaves the whole text without colours; characters. */
const LONGEST_COLOURED_LINE = 200_000;

/** Whether a body is short enough to be checked while it is written. */
export function isChecked(text: string): boolean {
	if (text.length <= LONGEST_CHECKED) return true;
	if (text.length > LONGEST_WITH_FILES) return false;
	let counted = 0;
	for (const length of countedLengths(text)) {
		counted += length;
		if (counted > LONGEST_CHECKED) return false;
	}
	return true;
}

/** Whether a body can be coloured and folded. */
export function isColoured(text: string): boolean {
	if (text.length <= LONGEST_COLOURED_LINE) return true;
	for (const length of countedLengths(text)) {
		if (length > LONGEST_COLOURED_LINE) return false;
	}
	return true;
}

/** Lengths of lines, those of base64 as what stands in their place. */
function* countedLengths(text: string): Generator<number> {
	for (let start = 0; start < text.length; ) {
		const end = text.indexOf('\n', start);
		const next = end < 0 ? text.length : end;
		const long = next - start > LONGEST_COLOURED_LINE;
		yield long && base64InLine(text.slice(start, next)) !== null ? SHORTEST_BASE64 : next - start;
		start = next + 1;
	}
}
