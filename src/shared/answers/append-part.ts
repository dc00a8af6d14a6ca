import type { AnswerPart, ContentBlock } from '../model/content.ts';

type TextBlock = Extract<ContentBlock, { type: 'text' }>;

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
			// It comes whole (bedrock-facts.md, 1.5): a second one is that of further thoughts.
			if (last?.type === 'reasoning' && last.redacted === null && last.signature === null) {
				return [...before, { ...last, signature: part.signature }];
			}
			// Thoughts that are not told still have their signature, and go back with it.
			return [...content, { type: 'reasoning', text: '', signature: part.signature, redacted: null }];
		case 'redacted-reasoning':
			return [...content, { type: 'reasoning', text: '', signature: null, redacted: part.data }];
		case 'citation':
			return last?.type === 'text'
				? [...before, ...cited(last, part)]
				: [...content, { type: 'text', text: '', citations: [part.citation] }];
		case 'tool-use':
			return [...content, { type: 'tool-use', id: part.id, name: part.name, input: '' }];
		case 'tool-input':
			if (last?.type !== 'tool-use') return content;
			return [...before, { ...last, input: last.input + part.json }];
		case 'service-result': {
			const { id, status, text } = part;
			const at = content.findLastIndex((block) => block.type === 'service-tool' && block.id === id);
			return content.map((block, place) =>
				place === at && block.type === 'service-tool' ? { ...block, result: { status, text } } : block,
			);
		}
		case 'tool-result':
		case 'service-tool':
		case 'embedding':
			return [...content, part];
	}
}

/** A text with one more source; where that is meant for its end alone, the end becomes a block of its own. */
function cited(
	block: TextBlock,
	{ citation, length }: Extract<AnswerPart, { type: 'citation' }>,
): readonly TextBlock[] {
	const { text, citations = [] } = block;
	const before = text.length - Math.min(length ?? text.length, text.length);
	if (before === 0 || (length !== 0 && citations.length > 0)) {
		return [{ ...block, citations: [...citations, citation] }];
	}
	return [
		{ ...block, text: text.slice(0, before) },
		{ type: 'text', text: text.slice(before), citations: [citation] },
	];
}

/** Two pieces in a row as one, which says the same; null where they are of different kinds. */
export function joinParts(first: AnswerPart, second: AnswerPart): AnswerPart | null {
	if (first.type === 'text' && second.type === 'text') return { ...first, text: first.text + second.text };
	if (first.type === 'reasoning' && second.type === 'reasoning') return { ...first, text: first.text + second.text };
	if (first.type === 'tool-input' && second.type === 'tool-input') return { ...first, json: first.json + second.json };
	return null;
}
