import MarkdownIt from 'markdown-it';

/** A text as it stands, in a fence that is longer than any in it (CommonMark 0.31: fenced code blocks). */
export function fenced(text: string, language: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
	return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** A value as code inside a line. */
export function code(text: string): string {
	const line = oneLine(text);
	const ticks = '`'.repeat(longestRun(line, '`') + 1);
	const gap = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
	return line === '' ? '' : `${ticks}${gap}${line}${gap}${ticks}`;
}

/** Rows of a table; the first one is its head. */
export function table(rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;
	const [head = [], ...rest] = rows;
	return [line(head), `|${' --- |'.repeat(head.length)}`, ...rest.map(line)].join('\n');
}

/** A text that is no Markdown, shown as it stands. */
export function plain(text: string): string {
	return oneLine(text).replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&');
}

const commonMark = new MarkdownIt('commonmark');

/**
 * Markdown of somebody else as a quotation: its headings and open fences end with it, and no HTML of it is one. As little
 * as possible is escaped: in code it would be seen.
 */
export function quoted(markdown: string): string {
	const lines = markdown.split(/\r\n?|\n/);
	const tries = [lines, outsideOfCode(lines), lines.map(escapeTags)].map(quotation);
	return tries.find((text) => !hasHtml(text)) ?? fenced(markdown, 'markdown');
}

function quotation(lines: readonly string[]): string {
	return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function hasHtml(markdown: string): boolean {
	return commonMark
		.parse(markdown, {})
		.some(({ type, children }) => type === 'html_block' || children?.some((inner) => inner.type === 'html_inline'));
}

/** Escapes what could begin a tag, where it seems to be outside of fences and code. */
function outsideOfCode(lines: readonly string[]): string[] {
	let fence: string | null = null;
	return lines.map((line) => {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		const within = fence;
		if (mark !== undefined && (fence === null || (mark.startsWith(fence) && line.trim() === mark))) {
			fence = fence === null ? mark : null;
			return line;
		}
		return within === null ? withoutHtml(line) : line;
	});
}

/** The same for a line. */
function withoutHtml(line: string): string {
	return line
		.split(/(`+[^`]+`+)/)
		.map((part, index) => (index % 2 === 1 ? part : escapeTags(part)))
		.join('');
}

function escapeTags(text: string): string {
	return text.replace(/<(?=[A-Za-z/!?])/g, '\\<');
}

function oneLine(text: string): string {
	return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function longestRun(text: string, character: string): number {
	return Math.max(0, ...[...text.matchAll(new RegExp(`${character}+`, 'g'))].map(([run]) => run.length));
}
