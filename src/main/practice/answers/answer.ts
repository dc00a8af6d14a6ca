import type { PracticeCitation } from '../answer-parts.ts';
import type { CallContext, Prompt } from '../prompt.ts';
import { partsOf } from '../prompt.ts';
import type { PromptFile, PromptSearchResult } from '../prompt-parts.ts';
import { questionOf, resultsOf } from '../question.ts';
import { serviceRun } from '../tools/service-run.ts';
import type { AnswerWords } from './answer-words.ts';
import { longText, wantedLength } from './long-text.ts';
import { wordsFor } from './words-for.ts';

/**
 * The practice model's answer: honest about where it comes from, and a description of the request that it answers, in
 * the language of the last question (Japanese when it has kana or kanji, else English).
 */
export function answerTo(prompt: Prompt, context: CallContext): string {
	const question = questionOf(prompt);
	const words = wordsFor(question);
	const files = filesOf(prompt.turns.at(-1));
	const found = searchResultsOf(prompt.turns.at(-1));
	const wanted = wantedLength(question);
	const sections = [
		`## ${words.title}`,
		words.origin(context.model.name),
		words.asked,
		quoted(question, words),
		...results(prompt, words),
		...ran(prompt, context, words),
		...(files.length === 0
			? []
			: [`### ${words.filesTitle}`, files.map((file) => `- ${described(file, words)}`).join('\n')]),
		...(found.length === 0
			? []
			: [`### ${words.searchTitle}`, found.map((one) => `- ${foundLine(one, words)}`).join('\n')]),
		`### ${words.contained}`,
		table(prompt, context, words),
		`### ${words.nextTitle}`,
		words.next.map((line) => `- ${line}`).join('\n'),
		...(wanted === null ? [] : [`### ${words.longTitle}`, longText(wanted, words)]),
		`### ${words.parametersTitle}`,
		parameters(prompt, words),
	];
	return sections.join('\n\n') + stopSequences(prompt, words);
}

/** What the answer takes out of documents and search results that are to be cited, each with where it stands. */
export function citedAnswers(
	prompt: Prompt,
): readonly { readonly text: string; readonly citation: PracticeCitation }[] {
	const question = questionOf(prompt);
	const words = wordsFor(question);
	const documents = prompt.turns.flatMap(filesOf).filter(({ kind }) => kind === 'document');
	const fromDocuments = documents.flatMap((file, index) => {
		const quote = file.cited && file.text !== null ? firstLine(file.text) : '';
		if (file.text === null || quote === '') return [];
		const start = file.text.indexOf(quote);
		const at = { in: 'document', index, start, end: start + quote.length } as const;
		return [{ text: `\n\n${words.cited(file.name, quote)}`, citation: { title: file.name, quote, at } }];
	});
	const fromResults = prompt.turns.flatMap(searchResultsOf).flatMap(({ title, source, text, cited }, index) => {
		const quote = fittingSentence(text, question);
		if (!cited) return [];
		const at = { in: 'search-result', index, source } as const;
		return [{ text: `\n\n${words.cited(title, quote)}`, citation: { title, quote, at } }];
	});
	return [...fromDocuments, ...fromResults];
}

function filesOf(turn: Prompt['turns'][number] | undefined): readonly PromptFile[] {
	return turn === undefined ? [] : partsOf(turn).flatMap((part) => (part.type === 'file' ? [part] : []));
}

function searchResultsOf(turn: Prompt['turns'][number] | undefined): readonly PromptSearchResult[] {
	return turn === undefined ? [] : partsOf(turn).flatMap((part) => (part.type === 'search-result' ? [part] : []));
}

/** The sentence of a text that has the most pairs of letters in common with a question; the first of equal ones. */
function fittingSentence(text: string, question: string): string {
	const asked = pairsOf(question);
	const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
	const found = sentences.map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
	const shared = found.map((sentence) => [...pairsOf(sentence)].filter((pair) => asked.has(pair)).length);
	return shortened(found[shared.indexOf(Math.max(...shared))] ?? text.trim(), 200);
}

function pairsOf(text: string): ReadonlySet<string> {
	const letters = [...text.toLowerCase()];
	const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
	return new Set(pairs.filter((pair) => /^[\p{L}\p{N}]+$/u.test(pair)));
}

function described(file: PromptFile, words: AnswerWords): string {
	const { format, bytes, pixels, text } = file;
	const details = [
		`\`${format}\``,
		bytes === null ? words.inS3 : words.bytes(bytes),
		...(pixels === null ? [] : [words.pixels(pixels.width, pixels.height)]),
		...(text === null || firstLine(text) === '' ? [] : [words.beginsWith(asCell(firstLine(text)))]),
	];
	return words.file(file.kind, file.name === null ? null : asCell(file.name), details);
}

function foundLine({ title, source, text }: PromptSearchResult, words: AnswerWords): string {
	return `${words.quote(asCell(title))} (${asCell(source)}): ${words.beginsWith(asCell(firstLine(text)))}`;
}

function firstLine(text: string): string {
	return shortened(
		text
			.split(/\r?\n/)
			.find((line) => line.trim() !== '')
			?.trim() ?? '',
		100,
	);
}

function results(prompt: Prompt, words: AnswerWords): readonly string[] {
	const given = resultsOf(prompt);
	if (given.length === 0) return [];
	return [
		`### ${words.resultsTitle}`,
		...given.flatMap(({ name, status, text }) => [
			status === 'error' ? words.failed(name) : words.result(name),
			quoted(text, words),
		]),
	];
}

/** What the service itself has just run. */
function ran(prompt: Prompt, context: CallContext, words: AnswerWords): readonly string[] {
	const run = serviceRun(prompt, context);
	if (run === null) return [];
	return [`### ${words.resultsTitle}`, words.result(run.name), quoted(String(run.result['stdOut']), words)];
}

function quoted(question: string, words: AnswerWords): string {
	const text = shortened(question.trim(), 300);
	return (text === '' ? words.noText : text)
		.split('\n')
		.map((line) => `> ${line}`.trimEnd())
		.join('\n');
}

/** Each name once, as code, and how often it is there where that is more than once. */
function counted(names: readonly string[]): readonly string[] {
	return [...new Set(names)].map((name) => {
		const count = names.filter((other) => other === name).length;
		return count === 1 ? `\`${name}\`` : `\`${name}\` × ${count}`;
	});
}

function table(prompt: Prompt, context: CallContext, words: AnswerWords): string {
	const users = prompt.turns.filter((turn) => turn.role === 'user').length;
	const others = counted([...prompt.extras, ...prompt.turns.flatMap((turn) => turn.attachments)]);
	const system = prompt.system === null ? words.none : words.quote(asCell(shortened(prompt.system.trim(), 120)));
	const rows: readonly (readonly [string, string])[] = [
		[words.rows.operation, `\`${context.operation}\``],
		[words.rows.body, `\`${context.format}\``],
		[words.rows.model, `\`${context.modelId}\``],
		[words.rows.messages, words.messageCount(users, prompt.turns.length - users)],
		[words.rows.system, system],
		...(others.length > 0 ? [[words.rows.others, others.join(', ')] as const] : []),
	];
	return [
		`| ${words.columns.join(' | ')} |`,
		'|---|---|',
		...rows.map(([name, value]) => `| ${name} | ${value} |`),
	].join('\n');
}

function parameters(prompt: Prompt, words: AnswerWords): string {
	if (Object.keys(prompt.sent).length === 0) return words.noParameters;
	return `\`\`\`json\n${JSON.stringify(prompt.sent, null, 2)}\n\`\`\``;
}

/** The end of the answer where stop sequences were sent: it runs into them, so that one of them is always met. */
function stopSequences(prompt: Prompt, words: AnswerWords): string {
	const sequences = prompt.parameters.stopSequences ?? [];
	if (sequences.length === 0) return '';
	return `\n\n### ${words.stopTitle}\n\n${words.stop(sequences.length)}${sequences.join(' ')}`;
}

/** The first characters of a text, whole code points. */
function shortened(text: string, length: number): string {
	const characters = [...text];
	return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

/** One line that says in a table cell what the text says, with nothing of it taken for Markdown. */
function asCell(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|~#&]/g, '\\$&');
}
