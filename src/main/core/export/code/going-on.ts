import { isJsonObject } from '../../../../shared/json-object.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import type { GoingOn, PromptTalk } from './how-to-go-on.ts';
import type { Json, JsonObject } from './json.ts';
import { survives } from './json.ts';

const CLAUDE_TEXT: PromptTalk = {
	kind: 'prompt',
	key: 'prompt',
	space: 'if-none',
	before: '\n\nHuman: ',
	after: '\n\nAssistant:',
};
const TITAN_TEXT: PromptTalk = {
	kind: 'prompt',
	key: 'inputText',
	space: 'always',
	before: '\nUser: ',
	after: '\nBot:',
};
/** Of a talk of lines: where the first prompt is a question as it is, a continued one is written anew. */
const JURASSIC: PromptTalk = {
	kind: 'prompt',
	key: 'prompt',
	space: 'if-none',
	before: '\nUser: ',
	after: '\nAssistant:',
};
const MISTRAL_TEXT: PromptTalk = {
	kind: 'prompt',
	key: 'prompt',
	space: 'if-none',
	before: '</s> [INST] ',
	after: ' [/INST]',
};
const LLAMA_3 = llamaTalk('<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>');
const LLAMA_4 = llamaTalk('<|header_start|>', '<|header_end|>', '<|eot|>');
const DEEPSEEK_R1: PromptTalk = {
	kind: 'prompt',
	key: 'prompt',
	space: 'never',
	before: '<｜end▁of▁sentence｜><｜User｜>',
	after: '<｜Assistant｜><think>\n',
};

function llamaTalk(headerStart: string, headerEnd: string, end: string): PromptTalk {
	const header = (role: string) => `${end}${headerStart}${role}${headerEnd}\n\n`;
	return { kind: 'prompt', key: 'prompt', space: 'never', before: header('user'), after: header('assistant') };
}

/**
 * Finds how an answer was gone on with; null where it can't be said of all its calls in the same way (another model in
 * between, say), or where the program would not send the very bodies that were sent.
 */
export function findGoingOn(first: CodeSource, later: readonly CodeSource[], limit: number): GoingOn | null {
	const talk = talkOf(first);
	if (talk === null || !isWritable(first) || !later.every((one) => isSameCall(first, one))) return null;
	let words: string | null | undefined;
	let before = '';
	for (const { body } of later) {
		if (isSame(body, first.body)) continue;
		const added = addedBy(first.body, body, talk);
		if (added === null || !added.partial.startsWith(before) || added.partial !== added.partial.trimEnd()) return null;
		if (words !== undefined && words !== added.words) return null;
		({ words, partial: before } = added);
		if (!isSame(body, bodyAfter(first.body, before, words, talk))) return null;
	}
	return words === undefined ? null : { calls: later.length, limit, words, talk };
}

function talkOf({ operation, family, modelId, body }: CodeSource): GoingOn['talk'] | null {
	if (!isInvoke(operation)) return { kind: 'messages', content: 'blocks' };
	switch (family) {
		case 'claude-messages':
			return { kind: 'messages', content: 'typed' };
		case 'nova':
			return { kind: 'messages', content: 'blocks' };
		case 'claude-text':
			return CLAUDE_TEXT;
		case 'titan-text':
			return TITAN_TEXT;
		case 'llama':
			return /\bmeta\.llama4-/.test(modelId) ? LLAMA_4 : LLAMA_3;
		case 'mistral-text':
			return MISTRAL_TEXT;
		case 'jurassic':
			return JURASSIC;
		case 'deepseek-r1':
			return DEEPSEEK_R1;
		case 'jamba':
		case 'mistral-chat':
			return { kind: 'messages', content: 'text' };
		case 'openai-chat':
			// The text of gpt-oss has its thoughts in it, which are not sent again.
			return /\bopenai\./.test(modelId) ? null : { kind: 'messages', content: 'text' };
		case 'cohere-command':
			return { kind: 'history', begun: isJsonObject(body) && 'chat_history' in body };
		case 'titan-embed':
		case 'cohere-embed':
		case null:
			return null;
	}
}

function isWritable({ operation, text, body, whole }: CodeSource): boolean {
	return isInvoke(operation) ? survives(text, body) : whole;
}

function isSameCall(first: CodeSource, other: CodeSource): boolean {
	const called = ({ operation, modelId, region, access, endpoint, fips, dualStack, parameters }: CodeSource) =>
		JSON.stringify([operation, modelId, region, access, endpoint, fips, dualStack, parameters]);
	return called(first) === called(other);
}

interface Added {
	readonly partial: string;
	readonly words: string | null;
}

/** What a further body says beyond the first one. */
function addedBy(first: Json, later: Json, talk: GoingOn['talk']): Added | null {
	if (!isJsonObject(first) || !isJsonObject(later)) return null;
	if (talk.kind === 'messages') {
		const { messages: had } = first;
		const { messages: has } = later;
		if (!Array.isArray(had) || !Array.isArray(has)) return null;
		const [partial, words, ...others] = has.slice(had.length).map(textOf);
		return partial == null || words === null || others.length > 0 ? null : { partial, words: words ?? null };
	}
	if (talk.kind === 'history') {
		const { message } = later;
		const { chat_history: history } = later;
		const said = Array.isArray(history) ? history.at(-1) : null;
		const partial = said !== null && said !== undefined && isJsonObject(said) ? said['message'] : null;
		return typeof message === 'string' && typeof partial === 'string' ? { partial, words: message } : null;
	}
	const had = first[talk.key];
	const has = later[talk.key];
	if (typeof had !== 'string' || typeof has !== 'string' || !has.startsWith(had)) return null;
	const rest = has.slice(had.length);
	const end = rest.endsWith(talk.after) ? rest.lastIndexOf(talk.before) : -1;
	const said = end < 0 ? rest : rest.slice(0, end);
	return {
		partial: talk.space === 'always' || (talk.space === 'if-none' && /^ \S/.test(said)) ? said.slice(1) : said,
		words: end < 0 ? null : rest.slice(end + talk.before.length, rest.length - talk.after.length),
	};
}

function textOf(message: Json): string | null {
	if (!isJsonObject(message)) return null;
	if (typeof message['content'] === 'string') return message['content'];
	if (!Array.isArray(message['content'])) return null;
	const block: Json = message['content'][0] ?? null;
	return isJsonObject(block) && typeof block['text'] === 'string' ? block['text'] : null;
}

/** What the program will send to go on; see `going-on-python.ts` and `going-on-javascript.ts`. */
function bodyAfter(first: Json, partial: string, words: string | null, talk: GoingOn['talk']): JsonObject | null {
	if (!isJsonObject(first)) return null;
	if (talk.kind === 'messages') {
		const { messages } = first;
		const said = (role: string, text: string) => ({
			role,
			content: talk.content === 'text' ? text : [talk.content === 'typed' ? { type: 'text', text } : { text }],
		});
		return {
			...first,
			messages: [
				...(Array.isArray(messages) ? messages : []),
				said('assistant', partial),
				...(words === null ? [] : [said('user', words)]),
			],
		};
	}
	if (talk.kind === 'history') {
		const { message, chat_history: history, ...rest } = first;
		const before = Array.isArray(history) ? history : [];
		const said = (role: string, text: Json | undefined) => ({ role, message: text ?? '' });
		return { message: words, chat_history: [...before, said('USER', message), said('CHATBOT', partial)], ...rest };
	}
	const space = talk.space === 'always' || (talk.space === 'if-none' && !/^\s/.test(partial)) ? ' ' : '';
	const ask = words === null ? '' : `${talk.before}${words}${talk.after}`;
	return { ...first, [talk.key]: `${String(first[talk.key])}${space}${partial}${ask}` };
}

function isSame(left: Json, right: Json): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}
