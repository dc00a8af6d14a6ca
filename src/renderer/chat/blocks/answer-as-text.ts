import { formatJson } from '../../../shared/json-format.ts';
import type { ContentBlock } from '../../../shared/model/content.ts';

/** Whether an answer has more than text that is worth copying: vectors have a button of their own. */
export function hasMoreThanText(content: readonly ContentBlock[]): boolean {
	return content.some((block) => (block.type === 'reasoning' || block.type === 'tool-use') && partOf(block) !== '');
}

/** All of an answer as Markdown, as it is shown: thoughts as a quotation, input and results of tools as code. */
export function answerAsText(content: readonly ContentBlock[]): string {
	let markdown = '';
	let before: ContentBlock['type'] | null = null;
	for (const block of content) {
		const part = partOf(block);
		if (part === '') continue;
		// Texts in a row are one text.
		markdown += before === null || (before === 'text' && block.type === 'text') ? part : `\n\n${part}`;
		before = block.type;
	}
	return markdown;
}

function partOf(block: ContentBlock): string {
	switch (block.type) {
		case 'text':
			return block.text;
		case 'reasoning':
			return block.text.trim() === '' ? '' : block.text.trim().replaceAll(/^/gm, '> ');
		case 'tool-use':
			return `**${block.name}**\n\n${fenced(formatJson(block.input).text, 'json')}`;
		case 'tool-result':
			return fenced(block.format === 'json' ? formatJson(block.text).text : block.text, block.format);
		case 'service-tool':
			return [
				`**${block.name}**`,
				fenced(formatJson(block.input).text, 'json'),
				...(block.result === null ? [] : [fenced(block.result.text, 'text')]),
			].join('\n\n');
		case 'embedding':
			return `${block.text}\n\n${fenced(JSON.stringify(block.values), 'json')}`;
		case 'attachment':
			return block.name;
		case 'search-result':
			return block.text;
	}
}

/** The fence is longer than any in the text. */
function fenced(text: string, language: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${text}\n${fence}`;
}
