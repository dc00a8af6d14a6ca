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
/** What the service itself does: the use of a tool of its own, or what that gave. */
type ServicePart = Extract<AnswerPart, { type: 'service-tool' | 'service-result' }>;

/**
 * Follows the blocks of one stream. Citations are meant for all that their block says, and may come before it has said
 * it: they are held back to its end, and so is what the service itself does, which is told whole. Input that belongs to no
 * use of a tool is no part of the answer.
 */
export function followBlocks(): StreamBlocks {
	let current: number | null = null;
	let length = 0;
	let held: CitationPart[] = [];
	let isToolUse = true;
	let service: ServicePart | null = null;

	function ended(): readonly AnswerPart[] {
		const citations: readonly AnswerPart[] = held.map((part) => ({ ...part, length }));
		const whole = service === null ? [] : [service];
		service = null;
		held = [];
		length = 0;
		return [...citations, ...whole];
	}

	function placed(part: AnswerPart): readonly AnswerPart[] {
		if (part.type === 'text') length += part.text.length;
		if (part.type === 'citation') {
			held.push(part);
			return [];
		}
		if (part.type === 'service-tool' || part.type === 'service-result') {
			service = part;
			return [];
		}
		if (part.type !== 'tool-input') return [part];
		if (service !== null) service = withMore(service, part.json);
		return isToolUse ? [part] : [];
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

function withMore(part: ServicePart, words: string): ServicePart {
	return part.type === 'service-tool' ? { ...part, input: part.input + words } : { ...part, text: part.text + words };
}
