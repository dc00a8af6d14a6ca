import { createRepeatFilter } from './repeat-filter.ts';

/** Where a further piece of an answer is joined to what is there. See docs/decisions/0008-joining-continued-answers.md. */
export interface Seam {
	/** Text as it arrives. Gives what is to be appended to the answer now, which may be nothing yet. */
	add(text: string): string;
	/** The piece is over, whole or not. Gives what was still held back. */
	end(): string;
}

/**
 * Joins a piece to the text before it, so that no white space is lost or doubled. White space at the end of what is there
 * is not sent, so the model may write it again, or more of it, or none.
 *
 * @param before all text of the answer so far, as it was received.
 * @param mayRepeat the model was asked in words to go on, and may begin with the last words again; else only white space
 * can come twice.
 */
export function createSeam(before: string, mayRepeat: boolean): Seam {
	const end = before.slice(withoutHalf(before).trimEnd().length);
	const half = before.slice(withoutHalf(before).length);
	const repeats = mayRepeat ? createRepeatFilter(before) : null;
	/** White space at the beginning of the piece; null once its first other character is there. */
	let leading: string | null = '';

	function join(text: string): string {
		if (leading === null) return text;
		leading += text;
		const rest = leading.trimStart();
		if (rest === '') return '';
		const written = leading;
		const again = half !== '' && rest.startsWith(half) ? half.length : 0;
		const space = written.slice(0, written.length - rest.length + again);
		leading = null;
		return written.slice(overlap(end, space));
	}

	return {
		add: (text) => join(repeats === null ? text : repeats.add(text)),
		end() {
			const joined = join(repeats?.end() ?? '');
			if (leading === null) return joined;
			const space = leading;
			leading = null;
			return joined + space.slice(overlap(end, space));
		},
	};
}

/**
 * A text without the first half of a surrogate pair at its end, as it has one where it broke off inside of a character.
 * The model writes that character again.
 */
export function withoutHalf(text: string): string {
	return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

/** How many characters of the end of one text the other begins with. */
function overlap(end: string, beginning: string): number {
	for (let length = Math.min(end.length, beginning.length); length > 0; length -= 1) {
		if (end.endsWith(beginning.slice(0, length))) return length;
	}
	return 0;
}
