import type { ContentBlock } from '../../../../shared/model/content.ts';
import { textOf } from '../../../../shared/model/content.ts';
import type { ChatMessage, SentBlock } from '../call.ts';
import type { Continuation } from './continuation.ts';
import { createSeam, withoutHalf } from './seam.ts';

/**
 * Goes on with an answer in a prompt that may end anywhere in it: within the thoughts, which go as they are, or within
 * the text after them. DeepSeek-R1's own prompt can; its codec writes the tags.
 *
 * @param asked the talk up to the question that is being answered.
 */
export function insideAnswer(asked: readonly ChatMessage[], content: readonly ContentBlock[]): Continuation {
	const thoughts = content.flatMap((block) =>
		block.type === 'reasoning' ? [{ ...block, text: block.text.toWellFormed() }] : [],
	);
	const text = textOf(content);
	const hasText = content.some(({ type }) => type === 'text');
	const sent = withoutHalf(text).trimEnd().toWellFormed();
	const said: readonly SentBlock[] = [...thoughts, ...(hasText ? [{ type: 'text', text: sent } as const] : [])];
	if (said.length === 0) return { messages: asked, seam: null };
	return { messages: [...asked, { role: 'assistant', content: said }], seam: hasText ? createSeam(text, false) : null };
}
