import type { CallContext, Prompt } from '../prompt.ts';
import type { AnswerWords } from './answer-words.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { longText, wantedLength } from './long-text.ts';

/**
 * The practice model's answer: honest about where it comes from, and a description of the request that it answers, in
 * the language of the last question (Japanese when it has kana or kanji, else English).
 */
export function answerTo(prompt: Prompt, context: CallContext): string {
	const question = prompt.turns.at(-1)?.text ?? '';
	const words = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(question) ? japanese : english;
	const wanted = wantedLength(question);
	const sections = [
		`## ${words.title}`,
		words.origin(context.model.name),
		words.asked,
		quoted(question, words),
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

function quoted(question: string, words: AnswerWords): string {
	const text = shortened(question.trim(), 300);
	return (text === '' ? words.noText : text)
		.split('\n')
		.map((line) => `> ${line}`.trimEnd())
		.join('\n');
}

function table(prompt: Prompt, context: CallContext, words: AnswerWords): string {
	const users = prompt.turns.filter((turn) => turn.role === 'user').length;
	const others = [...prompt.extras, ...prompt.turns.flatMap((turn) => turn.attachments)];
	const system = prompt.system === null ? words.none : words.quote(asCell(shortened(prompt.system.trim(), 120)));
	const rows: readonly (readonly [string, string])[] = [
		[words.rows.operation, `\`${context.operation}\``],
		[words.rows.body, `\`${context.format}\``],
		[words.rows.model, `\`${context.modelId}\``],
		[words.rows.messages, words.messageCount(users, prompt.turns.length - users)],
		[words.rows.system, system],
		...(others.length > 0 ? [[words.rows.others, others.map((name) => `\`${name}\``).join(', ')] as const] : []),
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
