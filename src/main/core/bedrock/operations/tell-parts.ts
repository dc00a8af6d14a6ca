import type { AnswerPart } from '../../../../shared/model/content.ts';
import type { AnswerListener } from './operation.ts';

/** Tells an answer's listener of the parts that a body or a chunk brought. */
export function tellParts(parts: readonly AnswerPart[], answer: AnswerListener): void {
	for (const part of parts) {
		if (part.type !== 'text') answer.part(part);
		else if (part.text !== '') answer.text(part.text);
	}
}
