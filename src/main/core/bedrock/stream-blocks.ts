import type { AnswerPart } from '../../../shared/model/content.ts';

/** Knows of a stream's blocks what a piece by itself does not tell. */
export interface StreamBlocks {
	/** A block begins; its parts, where it has any by then. */
	started(parts: readonly AnswerPart[], index: number | null): readonly AnswerPart[];
	/** A piece of a block. Text and thoughts may come without their block's beginning (bedrock-facts.md, 1.5). */
	piece(parts: readonly AnswerPart[], index: number | null): readonly AnswerPart[];
	/** A block ends, or the stream does. Gives what was held back. */
	ended(): readonly AnswerPart[];
}

type CitationPart = Extract<AnswerPart, { type: 'citation' }>;

/**
 * Follows the blocks of one stream. Citations are meant for all that their block says, and may come before it has said
 * it: they are held back to its end. Input that belongs to no use of a tool (a server's own tool) is no part of the answer.
 */
export function followBlocks(): StreamBlocks {
	let current: number | null = null;
	let length = 0;
	let held: CitationPart[] = [];
	let isToolUse = true;

	function ended(): readonly AnswerPart[] {
		const citations = held.map((part) => ({ ...part, length }));
		held = [];
		length = 0;
		return citations;
	}

	function placed(part: AnswerPart): readonly AnswerPart[] {
		if (part.type === 'text') length += part.text.length;
		if (part.type === 'citation') {
			held.push(part);
			return [];
		}
		return part.type === 'tool-input' && !isToolUse ? [] : [part];
	}

	return {
		started(parts, index) {
			const before = ended();
			current = index;
			isToolUse = parts.some(({ type }) => type === 'tool-use');
			return [...before, ...parts.flatMap(placed)];
		},
		piece(parts, index) {
			const before = index === current ? [] : ended();
			current = index;
			return [...before, ...parts.flatMap(placed)];
		},
		ended,
	};
}
