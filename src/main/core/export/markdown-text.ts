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

/**
 * Markdown of somebody else as a quotation: its headings and open fences end with it, and no HTML of it is one.
 */
export function quoted(markdown: string): string {
	let fence: string | null = null;
	const lines = markdown.split(/\r?\n/).map((line) => {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		const within = fence;
		if (mark !== undefined && (fence === null || (mark.startsWith(fence) && line.trim() === mark))) {
			fence = fence === null ? mark : null;
			return line;
		}
		return within === null ? withoutHtml(line) : line;
	});
	return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** Escapes what could begin a tag; inside of code it can't. */
function withoutHtml(line: string): string {
	return line
		.split(/(`+[^`]+`+)/)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/<(?=[A-Za-z/!?])/g, '\\<')))
		.join('');
}

function oneLine(text: string): string {
	return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function longestRun(text: string, character: string): number {
	return Math.max(0, ...[...text.matchAll(new RegExp(`${character}+`, 'g'))].map(([run]) => run.length));
}
