import type { ExchangeSummary } from '../../../../shared/model/exchange.ts';
import type { Family } from '../../../../shared/model/family.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { SentTalk } from '../../../../shared/model/sent-table.ts';
import { countToolTexts } from '../../bedrock/continuation/tools-as-text.ts';
import type { JsonObject, JsonValue } from '../../bedrock/json-value.ts';
import { valueAt } from './read-sent.ts';

/** Where a body has the talk: the members of its top, the one to look at first. */
export function talkMembers({ operation, family }: Pick<ExchangeSummary, 'operation' | 'family'>): readonly string[] {
	if (!isInvoke(operation)) return ['messages'];
	return family === null ? [] : members[family];
}

const members: Readonly<Record<Family, readonly string[]>> = {
	'claude-messages': ['messages'],
	'claude-text': ['prompt'],
	'titan-text': ['inputText'],
	nova: ['messages'],
	llama: ['prompt'],
	'mistral-text': ['prompt'],
	'cohere-command': ['message', 'chat_history'],
	'deepseek-r1': ['prompt'],
	'openai-chat': ['messages'],
	'mistral-chat': ['messages'],
	jamba: ['messages'],
	jurassic: ['prompt'],
	'titan-embed': ['inputText'],
	'cohere-embed': ['texts'],
};

/** The newest question of a text that asks for a new message of the model; one that does not is gone on with from inside. */
const newestQuestion: Readonly<Partial<Record<Family, RegExp>>> = {
	'claude-text': /^[\s\S]*\n\nHuman: ?([\s\S]*)\n\nAssistant:$/,
	'titan-text': /^[\s\S]*User: ([\s\S]*)\nBot:$/,
	jurassic: /^[\s\S]*User: ([\s\S]*)\nAssistant:$/,
	llama:
		/^[\s\S]*user<\|(?:end_header_id|header_end)\|>\n\n([\s\S]*)<\|(?:eot_id|eot)\|><\|\w+\|>assistant<\|\w+\|>\n\n$/,
	'mistral-text': /^[\s\S]*\[INST\] ([\s\S]*) \[\/INST\]$/,
	'deepseek-r1': /^[\s\S]*<｜User｜>([\s\S]*)<｜Assistant｜><think>\n$/,
};

/** What stands before a system prompt that is a part of one text (the family's codec in `bedrock/families/`). */
export const systemLead: Readonly<Partial<Record<Family, RegExp>>> = {
	'claude-text': /^/,
	'titan-text': /^/,
	jurassic: /^/,
	llama: /^<\|begin_of_text\|><\|(?:start_header_id|header_start)\|>system<\|(?:end_header_id|header_end)\|>\n\n/,
	'mistral-text': /^<s>\[INST\] /,
	'deepseek-r1': /^<｜begin▁of▁sentence｜>/,
};

/** What became of the talk in a body that the app made; null: there is none in it. */
export function sentTalk(
	summary: Pick<ExchangeSummary, 'operation' | 'family' | 'continues' | 'answersTools' | 'asSet'>,
	body: JsonObject,
): SentTalk | null {
	const family = isInvoke(summary.operation) ? summary.family : null;
	const [first] = talkMembers(summary);
	const talk = first === undefined ? undefined : body[first];
	if (first === undefined || talk === undefined) return null;
	const messages = messagesOf(talk, body['chat_history'], family);
	const last = messages?.at(-1);
	const question = messages === null ? questionIn(family, talk) : last?.role === 'user' ? last.text : null;
	const anew = messages === null ? question !== null : last?.role === 'user';
	const state = !goesOn(summary) ? null : summary.answersTools ? 'results' : anew ? 'asked' : 'begun';
	return {
		kind: family ?? 'converse',
		place: { kind: 'body', path: [first] },
		count: messages?.length ?? null,
		state,
		text: state === 'asked' ? question : null,
		// A person may well have written such a text: it is told only where the settings asked for it.
		toolTexts: summary.asSet?.['toolsAsText'] === undefined ? 0 : talkTexts(summary, body).reduce(countTexts, 0),
	};
}

function talkTexts(summary: Pick<ExchangeSummary, 'operation' | 'family'>, body: JsonObject): readonly string[] {
	return talkMembers(summary).flatMap((member) => textsIn(body[member]));
}

function textsIn(value: JsonValue | undefined): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function countTexts(sum: number, text: string): number {
	return sum + countToolTexts(text);
}

/** A further call for the rest of some texts goes on with no words. */
function goesOn({
	continues,
	operation,
	family,
}: Pick<ExchangeSummary, 'continues' | 'operation' | 'family'>): boolean {
	const isEmbedding = family === 'titan-embed' || family === 'cohere-embed';
	return continues && !(isInvoke(operation) && isEmbedding);
}

function questionIn(family: Family | null, talk: JsonValue): string | null {
	const pattern = family === null ? undefined : newestQuestion[family];
	return (typeof talk === 'string' && pattern?.exec(talk)?.[1]) || null;
}

interface SentMessage {
	readonly role: 'user' | 'assistant';
	/** null: it is not one text. */
	readonly text: string | null;
}

/** The messages of a talk without the system prompt; null: it is one text. */
function messagesOf(
	talk: JsonValue,
	history: JsonValue | undefined,
	family: Family | null,
): readonly SentMessage[] | null {
	if (family === 'cohere-command' && typeof talk === 'string') {
		const before = Array.isArray(history) ? history : [];
		return [
			...before.map((): SentMessage => ({ role: 'assistant', text: null })),
			{ role: talk === '' ? 'assistant' : 'user', text: talk },
		];
	}
	if (!Array.isArray(talk)) return null;
	return talk.flatMap((message): SentMessage[] => {
		// A text to be embedded.
		if (typeof message === 'string') return [{ role: 'user', text: message }];
		const role = valueAt(message, ['role']);
		if (role === 'system') return [];
		const content = valueAt(message, ['content']);
		const last = Array.isArray(content) ? valueAt(content.at(-1), ['text']) : content;
		return [{ role: role === 'assistant' ? 'assistant' : 'user', text: typeof last === 'string' ? last : null }];
	});
}
