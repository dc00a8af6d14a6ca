/**
 * Where a cited text ends, its Markdown source gets a mark per source, which the renderer draws as a number. The mark
 * stands between two of Unicode's noncharacters, which no text that is exchanged has (Unicode 23.7), after a narrow space
 * that ends addresses and closes emphasis.
 */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
const SPACE = '\u202f';
const MARKS = /\u202f?\ufdd0(\d+)\ufdd1/;

/** What has room behind it already, and closes emphasis without a space (markdown-it.ts). */
const FULL_WIDTH = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]$/;

/** Where a mark would break the Markdown: after a fence or a row of a table. */
const UNMARKABLE = /(?:^|\n)[ \t>]*(?:`{3,}|~{3,})[ \t]*$|\|[ \t]*$/;

/** A text with the marks of its sources behind its last word. */
export function markCited(text: string, numbers: readonly number[]): string {
	const end = text.trimEnd();
	if (numbers.length === 0 || UNMARKABLE.test(end)) return text;
	const marks = numbers.map((number) => `${OPEN}${number}${CLOSE}`).join('');
	return `${end}${FULL_WIDTH.test(end) ? '' : SPACE}${marks}${text.slice(end.length)}`;
}

/** The fence of the code in which a text ends, if `fence` is that in which it begins; null: it ends outside of any. */
export function fenceAfter(fence: string | null, text: string): string | null {
	let now = fence;
	for (const [, mark = '', rest = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
		if (now === null) now = mark;
		else if (mark.startsWith(now) && rest.trim() === '') now = null;
	}
	return now;
}

/** Whether a text has marks of sources. */
export function hasMarks(text: string): boolean {
	return text.includes(OPEN);
}

/** A rendered text in its parts: words, and numbers of sources. */
export function splitMarks(text: string): readonly (string | number)[] {
	return text
		.split(MARKS)
		.map((part, index) => (index % 2 === 1 ? Number(part) : part))
		.filter((part) => part !== '');
}
