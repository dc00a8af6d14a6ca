import { prefillOf } from '../../../../shared/catalogue.ts';
import type { ChatMessage } from '../call.ts';
import { textMessage, textsOf } from '../call.ts';
import type { Seam } from './seam.ts';
import { createSeam, withoutHalf } from './seam.ts';

/** How a further call goes on with an answer: what it sends, and how its text is joined. */
export interface Continuation {
	readonly messages: readonly ChatMessage[];
	readonly seam: Seam;
}

/**
 * How to go on (bedrock-facts.md, 3.2). A model that takes a prefill gets the answer so far as the beginning of its own;
 * any other, and one that is not known, gets it as its last message and is asked to go on. White space at its end is cut
 * from what is sent, because a prefill that ends with it is refused, and so is half a surrogate pair. An answer of nothing but white space is asked for
 * anew.
 *
 * @param asked the talk up to the question that is being answered.
 * @param answer the text so far.
 */
export function continuationOf(asked: readonly ChatMessage[], answer: string, modelId: string): Continuation {
	const sent = withoutHalf(answer).trimEnd().toWellFormed();
	if (sent === '') return { messages: asked, seam: createSeam(answer, false) };
	const partial = textMessage('assistant', sent);
	if (prefillOf(modelId) === true) return { messages: [...asked, partial], seam: createSeam(answer, false) };
	const goOn = textMessage('user', goOnWords(asked));
	return { messages: [...asked, partial, goOn], seam: createSeam(answer, true) };
}

/** The request to go on, in the language of the question (Japanese when it has kana or kanji, else English). */
function goOnWords(asked: readonly ChatMessage[]): string {
	const last = asked.at(-1);
	const question = last === undefined ? '' : textsOf(last).join('');
	return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(question)
		? '直前の回答が途切れたところから、そのまま続きを書いてください。前置きや繰り返しは不要です。'
		: 'Continue exactly where you stopped, without repeating anything and without a preamble.';
}
