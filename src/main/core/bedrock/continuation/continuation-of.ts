import { familyOf, prefillOf } from '../../../../shared/catalogue.ts';
import type { ContentBlock } from '../../../../shared/model/content.ts';
import { textOf } from '../../../../shared/model/content.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../../shared/model/settings.ts';
import type { ChatMessage, SentBlock } from '../call.ts';
import { textMessage, textsOf } from '../call.ts';
import { embeddingRest, embeds } from '../embedding-question.ts';
import { answerMessages, wellFormed, withMessages, withPlaceIn } from './answer-messages.ts';
import type { Continuation } from './continuation.ts';
import { insideAnswer } from './inside-answer.ts';
import { createSeam, withoutHalf } from './seam.ts';
import { thinks } from './thinks.ts';
import { toolsAsText } from './tools-as-text.ts';

/**
 * How to go on (bedrock-facts.md, 3.2). After results of tools, the talk with them is sent: the model says what comes
 * next. Within a text, a model that takes a prefill gets the answer so far as the beginning of its own; any other, one
 * that is not known, and one that thinks, gets it as its last message and is asked to go on. White space at its end is
 * cut from what is sent, because a prefill that ends with it is refused, and so is half a surrogate pair. An answer of
 * nothing but white space is asked for anew.
 *
 * @param asked the talk up to the question that is being answered.
 * @param content the answer so far.
 * @param thoughts whether its thoughts go back (see `takesThoughts`).
 */
export function continuationOf(
	asked: readonly ChatMessage[],
	content: readonly ContentBlock[],
	settings: RequestSettings,
	thoughts: boolean,
): Continuation {
	if (embeds(settings)) return { messages: embeddingRest(asked, content), seam: null };
	if (thoughts && isInvoke(settings.operation) && familyOf(settings.modelId) === 'deepseek-r1') {
		return insideAnswer(asked, content);
	}
	const whole = answerMessages(content, thoughts);
	// With tools in the request it goes on with their blocks, whatever becomes of those of earlier answers.
	const asText = settings.toolsAsText && settings.tools.length === 0;
	const said = withPlaceIn(settings, asText ? toolsAsText(whole) : whole);
	const text = textOf(content.slice(content.findLastIndex(({ type }) => type === 'tool-result') + 1));
	const partial = withoutSpaceAtEnd(said).map(wellFormed);
	const messages = withMessages(asked, partial);
	const last = partial.at(-1);
	if (last?.role !== 'assistant') return { messages, seam: text === '' ? null : createSeam(text, false) };
	const hasThoughts = last.content.some(({ type }) => type === 'reasoning');
	if (prefillOf(settings.modelId, settings.operation) === true && !hasThoughts && !thinks(settings)) {
		return { messages, seam: createSeam(text, false) };
	}
	return { messages: [...messages, textMessage('user', goOnWords(asked))], seam: createSeam(text, true) };
}

/** The messages of an answer up to its last words, without white space or half a character at their end. */
function withoutSpaceAtEnd(messages: readonly ChatMessage[]): readonly ChatMessage[] {
	const last = messages.at(-1);
	if (last?.role !== 'assistant') return messages;
	const content = cutAtEnd(last.content);
	return content.length === 0 ? messages.slice(0, -1) : [...messages.slice(0, -1), { ...last, content }];
}

function cutAtEnd(content: readonly SentBlock[]): readonly SentBlock[] {
	const last = content.at(-1);
	if (last?.type === 'reasoning') return cutAtEnd(content.slice(0, -1));
	if (last?.type !== 'text') return content;
	const text = withoutHalf(last.text).trimEnd();
	return text === '' ? cutAtEnd(content.slice(0, -1)) : [...content.slice(0, -1), { ...last, text }];
}

/** The request to go on, in the language of the question (Japanese when it has kana or kanji, else English). */
function goOnWords(asked: readonly ChatMessage[]): string {
	const last = asked.at(-1);
	const question = last === undefined ? '' : textsOf(last).join('');
	return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(question)
		? '直前の回答が途切れたところから、そのまま続きを書いてください。前置きや繰り返しは不要です。'
		: 'Continue exactly where you stopped, without repeating anything and without a preamble.';
}
