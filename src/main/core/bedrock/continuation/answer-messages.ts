import { isJson } from '../../../../shared/answers/can-continue.ts';
import { chainOf } from '../../../../shared/answers/continued-chain.ts';
import { toolInputJson } from '../../../../shared/answers/tool-input.ts';
import { baseModelId, familyOf } from '../../../../shared/catalogue.ts';
import { PRACTICE } from '../../../../shared/model/connection.ts';
import type { ContentBlock, ToolResultBlock } from '../../../../shared/model/content.ts';
import type { ExchangeSummary } from '../../../../shared/model/exchange.ts';
import type { RequestSettings } from '../../../../shared/model/settings.ts';
import { hasPlaceFor } from '../../../../shared/requests/sent-blocks.ts';
import type { ChatMessage, SentBlock } from '../call.ts';

/**
 * An answer as the messages that it goes back as: the assistant's, between them the user's with the results of tools.
 * Left out is what a service refuses (bedrock-facts.md, 3.2): uses of tools without a result or with an input that is
 * no JSON, results without a use, thoughts without a signature or at a message's end, blank text.
 *
 * @param thoughts whether thoughts go back: see `takesThoughts`.
 */
export function answerMessages(content: readonly ContentBlock[], thoughts: boolean): readonly ChatMessage[] {
	let messages: readonly ChatMessage[] = [];
	let said: ContentBlock[] = [];
	let results: ToolResultBlock[] = [];
	const endRound = () => {
		messages = withMessages(messages, roundMessages(said, results, thoughts));
		said = [];
		results = [];
	};
	for (const block of content) {
		if (block.type === 'tool-result') results.push(block);
		else {
			if (results.length > 0) endRound();
			said.push(block);
		}
	}
	endRound();
	return messages;
}

/** The same, up to the last message of the assistant: what a new question can follow. */
export function endedByAssistant(messages: readonly ChatMessage[]): readonly ChatMessage[] {
	const last = messages.at(-1);
	if (last === undefined || last.role === 'assistant') return messages;
	const before = messages.at(-2);
	if (before === undefined) return [];
	// Results that no answer followed can't stand before a question, and their uses not without them.
	const kept = withoutThoughtsAtEnd(before.content.filter(({ type }) => type !== 'tool-use'));
	const rest = messages.slice(0, -2);
	return kept.length > 0 ? [...rest, { ...before, content: kept }] : endedByAssistant(rest);
}

/**
 * What of messages the body of a call has a place for. Where uses of tools have none, the words alone: roles alternate
 * without the others, too.
 */
export function withPlaceIn(
	{ operation, modelId }: Pick<RequestSettings, 'operation' | 'modelId'>,
	messages: readonly ChatMessage[],
): readonly ChatMessage[] {
	if (hasPlaceFor('tool-use', operation, familyOf(modelId))) return messages;
	const isSaid = ({ type }: SentBlock) => type === 'text' || type === 'reasoning';
	const words = messages.map(({ role, content }) => ({ role, content: content.filter(isSaid) }));
	return withMessages(
		[],
		words.filter(({ content }) => content.some(({ type }) => type === 'text')),
	);
}

/** Messages after others; two of the same role are one, as roles must alternate. */
export function withMessages(messages: readonly ChatMessage[], more: readonly ChatMessage[]): readonly ChatMessage[] {
	const all = [...messages];
	for (const message of more) {
		const last = all.at(-1);
		if (last?.role !== message.role) all.push(message);
		else all.splice(-1, 1, { ...last, content: [...last.content, ...message.content] });
	}
	return all;
}

/**
 * Whether the thoughts of an answer can go back to who is called now: signatures are those of one model, and practice
 * has its own.
 */
export function takesThoughts(exchanges: readonly ExchangeSummary[], settings: RequestSettings): boolean {
	const mind = ({ modelId, connection }: Pick<RequestSettings, 'modelId' | 'connection'>) =>
		`${baseModelId(modelId)} ${connection === PRACTICE}`;
	const chain = chainOf(exchanges, exchanges.at(-1)?.id ?? '');
	return chain.every((exchange) => mind(exchange) === mind(settings));
}

/** A message that is valid UTF-16: services refuse half a surrogate pair as invalid JSON. It becomes U+FFFD. */
export function wellFormed(message: ChatMessage): ChatMessage {
	return { ...message, content: message.content.map(wellFormedBlock) };
}

function wellFormedBlock(block: SentBlock): SentBlock {
	switch (block.type) {
		case 'text':
		case 'tool-result':
			return { ...block, text: block.text.toWellFormed() };
		case 'search-result': {
			const { type, title, source, text } = block;
			return { type, title: title.toWellFormed(), source: source.toWellFormed(), text: text.toWellFormed() };
		}
		case 'tool-use':
			return { ...block, input: block.input.toWellFormed() };
		default:
			return block;
	}
}

/** What a call brought, and the results that were given for it. */
function roundMessages(
	said: readonly ContentBlock[],
	results: readonly ToolResultBlock[],
	thoughts: boolean,
): readonly ChatMessage[] {
	const given = new Set(results.map(({ toolUseId }) => toolUseId));
	const blocks = said.flatMap((block) => sentBlock(block, given, thoughts));
	const used = new Set(blocks.flatMap((block) => (block.type === 'tool-use' ? [block.id] : [])));
	const content = withoutThoughtsAtEnd(withJoinedTexts(used.size > 0 ? blocks : withoutThoughtsAmongWords(blocks)));
	const back = results.filter(({ toolUseId }) => used.has(toolUseId));
	return [
		...(content.length > 0 ? [{ role: 'assistant', content } as const] : []),
		...(back.length > 0 ? [{ role: 'user', content: back } as const] : []),
	];
}

function sentBlock(block: ContentBlock, given: ReadonlySet<string>, thoughts: boolean): readonly SentBlock[] {
	switch (block.type) {
		case 'text':
			return [{ type: 'text', text: block.text }];
		case 'reasoning':
			return thoughts && (block.signature !== null || block.redacted !== null) ? [block] : [];
		case 'tool-use': {
			const use = { ...block, input: toolInputJson(block.input) };
			return given.has(use.id) && isJson(use.input) ? [use] : [];
		}
		case 'tool-result':
		case 'service-tool':
		case 'attachment':
		case 'search-result':
		case 'embedding':
			return [];
	}
}

/** Texts in a row are one text, as the model wrote them: cited ones and others, and those that thoughts stood between. */
function withJoinedTexts(blocks: readonly SentBlock[]): readonly SentBlock[] {
	const joined: SentBlock[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.type === 'text' && last?.type === 'text') joined.splice(-1, 1, { ...last, text: last.text + block.text });
		else joined.push(block);
	}
	return joined.filter((block) => block.type !== 'text' || block.text.trim() !== '');
}

/**
 * A message without the thoughts after its first words: a text that was gone on with has those of each of its calls, and
 * would go back in pieces. Only what leads to the use of a tool must be whole (Anthropic: extended thinking with tools).
 */
function withoutThoughtsAmongWords(blocks: readonly SentBlock[]): readonly SentBlock[] {
	const first = blocks.findIndex((block) => block.type === 'text' && block.text.trim() !== '');
	return blocks.filter(({ type }, at) => type !== 'reasoning' || first < 0 || at < first);
}

function withoutThoughtsAtEnd(blocks: readonly SentBlock[]): readonly SentBlock[] {
	return blocks.slice(0, blocks.findLastIndex(({ type }) => type !== 'reasoning') + 1);
}
