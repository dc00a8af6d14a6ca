import type { AnswerPart } from '../../../shared/model/content.ts';

/** Knows of a stream's blocks what a piece by itself does not tell. */
export interface StreamBlocks {
	/** A block begins; its parts, where it has any by then. */
	started(parts: readonly AnswerPart[], index: number | null): readonly AnswerPart[];
	/** A piece of a block. Text and thoughts may come without their block's beginning (bedrock-facts.md, 1.5). */
	piece(parts: readonly AnswerPart[], index: number | null): readonly AnswerPart[];
}

/**
 * Follows the blocks of one stream: a citation is meant for what its own block has said so far, and input that belongs to
 * no use of a tool (a server's own tool) is no part of the answer.
 */
export function followBlocks(): StreamBlocks {
	let current: number | null = null;
	let length = 0;
	let isToolUse = true;

	function at(index: number | null): void {
		if (index !== current) length = 0;
		current = index;
	}

	function placed(part: AnswerPart): readonly AnswerPart[] {
		if (part.type === 'text') length += part.text.length;
		if (part.type === 'citation') return [{ ...part, length }];
		return part.type === 'tool-input' && !isToolUse ? [] : [part];
	}

	return {
		started(parts, index) {
			at(index);
			length = 0;
			isToolUse = parts.some(({ type }) => type === 'tool-use');
			return parts.flatMap(placed);
		},
		piece(parts, index) {
			at(index);
			return parts.flatMap(placed);
		},
	};
}
