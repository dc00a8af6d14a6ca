import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import { isJsonObject } from './code-source.ts';
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

function talkOf({ operation, family }: CodeSource): GoingOn['talk'] | null {
	if (!isInvoke(operation)) return { kind: 'messages', typed: false };
	switch (family) {
		case 'claude-messages':
			return { kind: 'messages', typed: true };
		case 'nova':
			return { kind: 'messages', typed: false };
		case 'claude-text':
			return CLAUDE_TEXT;
		case 'titan-text':
			return TITAN_TEXT;
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
	const had = first[talk.key];
	const has = later[talk.key];
	if (typeof had !== 'string' || typeof has !== 'string' || !has.startsWith(had)) return null;
	const rest = has.slice(had.length);
	const end = rest.endsWith(talk.after) ? rest.lastIndexOf(talk.before) : -1;
	const said = end < 0 ? rest : rest.slice(0, end);
	return {
		partial: talk.space === 'always' || /^ \S/.test(said) ? said.slice(1) : said,
		words: end < 0 ? null : rest.slice(end + talk.before.length, rest.length - talk.after.length),
	};
}

function textOf(message: Json): string | null {
	if (!isJsonObject(message) || !Array.isArray(message['content'])) return null;
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
			content: [talk.typed ? { type: 'text', text } : { text }],
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
	const space = talk.space === 'always' || !/^\s/.test(partial) ? ' ' : '';
	const ask = words === null ? '' : `${talk.before}${words}${talk.after}`;
	return { ...first, [talk.key]: `${String(first[talk.key])}${space}${partial}${ask}` };
}

function isSame(left: Json, right: Json): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}
