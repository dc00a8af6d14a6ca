import type { AnswerPart, ContentBlock } from './model/content.ts';

/** Content with one more piece of the answer; what it goes on with is replaced, all else is the same. */
export function appendPart(content: readonly ContentBlock[], part: AnswerPart): readonly ContentBlock[] {
	const last = content.at(-1);
	const before = content.slice(0, -1);
	switch (part.type) {
		case 'text':
			if (part.text === '') return content;
			// Cited text is a block of its own: what follows is not meant by its sources.
			if (last?.type === 'text' && (last.citations === undefined || last.text === '')) {
				return [...before, { ...last, text: last.text + part.text }];
			}
			return [...content, { type: 'text', text: part.text }];
		case 'reasoning':
			if (part.text === '') return content;
			if (last?.type === 'reasoning' && last.signature === null && last.redacted === null) {
				return [...before, { ...last, text: last.text + part.text }];
			}
			return [...content, { type: 'reasoning', text: part.text, signature: null, redacted: null }];
		case 'signature':
			if (last?.type === 'reasoning' && last.redacted === null) {
				return [...before, { ...last, signature: (last.signature ?? '') + part.signature }];
			}
			// Thoughts that are not told still have their signature, and go back with it.
			return [...content, { type: 'reasoning', text: '', signature: part.signature, redacted: null }];
		case 'redacted-reasoning':
			return [...content, { type: 'reasoning', text: '', signature: null, redacted: part.data }];
		case 'citation':
			if (last?.type === 'text') {
				return [...before, { ...last, citations: [...(last.citations ?? []), part.citation] }];
			}
			return [...content, { type: 'text', text: '', citations: [part.citation] }];
		case 'tool-use':
			return [...content, { type: 'tool-use', id: part.id, name: part.name, input: '' }];
		case 'tool-input':
			if (last?.type !== 'tool-use') return content;
			return [...before, { ...last, input: last.input + part.json }];
		case 'tool-result':
		case 'embedding':
			return [...content, part];
	}
}

/** Two pieces in a row as one, which says the same; null where they are of different kinds. */
export function joinParts(first: AnswerPart, second: AnswerPart): AnswerPart | null {
	if (first.type === 'text' && second.type === 'text') return { ...first, text: first.text + second.text };
	if (first.type === 'reasoning' && second.type === 'reasoning') return { ...first, text: first.text + second.text };
	if (first.type === 'tool-input' && second.type === 'tool-input') return { ...first, json: first.json + second.json };
	return null;
}
