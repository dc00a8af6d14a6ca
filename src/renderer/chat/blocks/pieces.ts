import type {
	Citation,
	ContentBlock,
	EmbeddingBlock,
	ReasoningBlock,
	ServiceToolBlock,
	ToolResultBlock,
	ToolUseBlock,
} from '../../../shared/model/content.ts';
import { fenceAfter, markCited } from './citation-marks.ts';

/** A run of text blocks, shown as one Markdown text. */
export interface TextPiece {
	readonly type: 'text';
	/** Where it begins in the answer's text, and how long it is there; characters. */
	readonly start: number;
	readonly length: number;
	/** Its Markdown, with the marks of its sources. */
	readonly markdown: string;
}

/** A part of an answer as it is shown. `key`: the place of its first block, which stays while the answer grows. */
export type Piece = { readonly key: number } & (
	| TextPiece
	| { readonly type: 'thoughts'; readonly block: ReasoningBlock }
	/** `last`: nothing has come after it. */
	| {
			readonly type: 'tool';
			readonly use: ToolUseBlock;
			readonly result: ToolResultBlock | null;
			readonly last: boolean;
	  }
	/** A result without its use. */
	| { readonly type: 'result'; readonly result: ToolResultBlock }
	| { readonly type: 'service'; readonly block: ServiceToolBlock }
	| { readonly type: 'embeddings'; readonly blocks: readonly EmbeddingBlock[] }
);

/** An answer in pieces, and the sources that its texts name; a mark's number counts from 1. */
export interface Pieces {
	readonly pieces: readonly Piece[];
	readonly sources: readonly Citation[];
}

/** Puts an answer's blocks together as they are shown: texts in a row as one, a tool's result with its use. */
export function piecesOf(content: readonly ContentBlock[]): Pieces {
	const sources = new Map<string, { readonly number: number; readonly citation: Citation }>();
	const pieces: Piece[] = [];
	let at = 0;
	let fence: string | null = null;
	// Where code begins and ends is read anew with every word that comes: only for marks, which code must not get.
	const cites = content.some((block) => block.type === 'text' && (block.citations ?? []).length > 0);

	const numberOf = (citation: Citation): number => {
		const key = JSON.stringify([citation.title, citation.source, citation.quote, citation.location]);
		const known = sources.get(key) ?? { number: sources.size + 1, citation };
		sources.set(key, known);
		return known.number;
	};

	for (const [key, block] of content.entries()) {
		const last = pieces.at(-1);
		switch (block.type) {
			case 'text': {
				if (last?.type !== 'text') fence = null;
				if (cites) fence = fenceAfter(fence, block.text);
				const numbers = [...new Set((block.citations ?? []).map(numberOf))];
				// In code a mark would be part of the code.
				const markdown = fence === null ? markCited(block.text, numbers) : block.text;
				const { length } = block.text;
				if (last?.type === 'text') {
					pieces[pieces.length - 1] = {
						...last,
						length: last.length + length,
						markdown: last.markdown + markdown,
					};
				} else {
					pieces.push({ key, type: 'text', start: at, length, markdown });
				}
				at += length;
				break;
			}
			case 'reasoning':
				pieces.push({ key, type: 'thoughts', block });
				break;
			case 'tool-use': {
				pieces.push({ key, type: 'tool', use: block, result: null, last: key === content.length - 1 });
				break;
			}
			case 'tool-result': {
				// A model may give an id a second time later on.
				const at = pieces.findIndex(
					(piece) => piece.type === 'tool' && piece.result === null && piece.use.id === block.toolUseId,
				);
				const piece = pieces[at];
				if (piece?.type === 'tool') pieces[at] = { ...piece, result: block };
				else pieces.push({ key, type: 'result', result: block });
				break;
			}
			case 'service-tool':
				pieces.push({ key, type: 'service', block });
				break;
			case 'embedding':
				if (last?.type === 'embeddings') {
					pieces[pieces.length - 1] = { ...last, blocks: [...last.blocks, block] };
				} else {
					pieces.push({ key, type: 'embeddings', blocks: [block] });
				}
				break;
			case 'attachment':
			case 'search-result':
				break;
		}
	}
	return {
		pieces: pieces.filter((piece) => piece.type !== 'text' || piece.markdown.trim() !== ''),
		sources: [...sources.values()].map(({ citation }) => citation),
	};
}
