import { formatJson } from '../../../shared/json-format.ts';
import type {
	Citation,
	ContentBlock,
	EmbeddingBlock,
	ReasoningBlock,
	SearchResultBlock,
} from '../../../shared/model/content.ts';
import { textOf } from '../../../shared/model/content.ts';
import { code, fenced, plain, quoted } from './markdown-text.ts';
import type { MarkdownWords } from './markdown-words.ts';

/** A vector's first numbers: the rest is in the response. */
const SHOWN_NUMBERS = 8;

/** A question as Markdown: its text as it stands, and the names of its files. */
export function questionBlocks(content: readonly ContentBlock[], words: MarkdownWords): string[] {
	const text = textOf(content);
	const files = content.flatMap((block) =>
		block.type === 'attachment' ? [`- ${code(block.name)} (${words.bytes(block.size)})`] : [],
	);
	const results = content.filter((block) => block.type === 'search-result');
	return [
		...(text === '' && files.length + results.length > 0 ? [] : [fenced(text, '')]),
		...(files.length === 0 ? [] : [`**${words.files}**`, files.join('\n')]),
		...results.flatMap((block) => searchResult(block, words)),
	];
}

/** An answer as Markdown, in its order. An answer of nothing but text has no headings of its own. */
export function answerBlocks(content: readonly ContentBlock[], words: MarkdownWords): string[] {
	if (content.every(({ type }) => type === 'text') && textOf(content) === '') return [words.noAnswer];
	const groups = grouped(content);
	const isPlain = groups.length === 1 && Array.isArray(groups[0]);
	return groups.flatMap((group) => {
		if (!Array.isArray(group)) return otherBlocks(group, content, words);
		const citations = group.flatMap((block) => block.citations ?? []);
		return [
			...(isPlain ? [] : [`**${words.answer}**`]),
			quoted(textOf(group)),
			...(citations.length === 0 ? [] : [`**${words.sources}**`, citations.map(sourceLine).join('\n')]),
		];
	});
}

type TextBlock = Extract<ContentBlock, { type: 'text' }>;
type OtherBlock = Exclude<ContentBlock, TextBlock>;

/** The blocks, texts in a row together: cited ones are parts of sentences. */
function grouped(content: readonly ContentBlock[]): (TextBlock[] | OtherBlock)[] {
	const groups: (TextBlock[] | OtherBlock)[] = [];
	for (const block of content) {
		const last = groups.at(-1);
		if (block.type !== 'text') groups.push(block);
		else if (Array.isArray(last)) last.push(block);
		else groups.push([block]);
	}
	return groups.filter((group) => !Array.isArray(group) || textOf(group) !== '');
}

function otherBlocks(block: OtherBlock, all: readonly ContentBlock[], words: MarkdownWords): string[] {
	switch (block.type) {
		case 'reasoning':
			return [`**${words.thoughts}**`, thoughts(block, words)];
		case 'tool-use':
			return [`**${words.toolUse}** ${code(block.name)}`, json(block.input)];
		case 'tool-result': {
			const use = all.find((one) => one.type === 'tool-use' && one.id === block.toolUseId);
			const name = use?.type === 'tool-use' ? ` ${code(use.name)}` : '';
			const label = block.status === 'error' ? words.toolError : words.toolResult;
			return [`**${label}**${name}`, block.format === 'json' ? json(block.text) : fenced(block.text, '')];
		}
		case 'service-tool':
			return [
				`**${words.serviceTool}** ${code(block.name)}`,
				json(block.input),
				...(block.result === null
					? []
					: [
							`**${block.result.status === 'error' ? words.toolError : words.toolResult}**`,
							fenced(block.result.text, ''),
						]),
			];
		case 'attachment':
			return [`- ${code(block.name)} (${words.bytes(block.size)})`];
		case 'search-result':
			return searchResult(block, words);
		case 'embedding':
			return [`**${words.vector(block.values.length)}**`, fenced(block.text, ''), numbers(block)];
	}
}

/** Its text as it stands: it is another's words, and no Markdown. */
function searchResult({ title, source, text }: SearchResultBlock, words: MarkdownWords): string[] {
	return [`**${words.searchResult}**`, `${plain(title)} (${code(source)})`, fenced(text, '')];
}

function thoughts({ text, redacted }: ReasoningBlock, words: MarkdownWords): string {
	if (text !== '') return quoted(text);
	return redacted === null ? words.untoldThoughts : words.encryptedThoughts;
}

function json(text: string): string {
	const { text: formatted, valid } = formatJson(text);
	return fenced(formatted, valid ? 'json' : '');
}

function numbers({ values }: EmbeddingBlock): string {
	const more = values.length > SHOWN_NUMBERS ? ', …' : '';
	return code(`${values.slice(0, SHOWN_NUMBERS).join(', ')}${more}`);
}

function sourceLine({ title, source, quote }: Citation): string {
	const name = [title, source].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(', ');
	return `- ${name}${quote === null || quote === '' ? '' : `${name === '' ? '' : ': '}“${plain(quote)}”`}`;
}
