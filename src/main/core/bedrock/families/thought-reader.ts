import type { AnswerPart } from '../../../../shared/model/content.ts';

/** Tells thoughts from the answer in a text where tags enclose them. */
export interface ThoughtReader {
	/** Text as it arrives. Gives the parts that are certain; holds back what may be the beginning of a tag. */
	add(text: string): readonly AnswerPart[];
	/** Gives what was held back. */
	end(): readonly AnswerPart[];
}

/** The tags around thoughts. `begun`: the request has the opening one, and the model writes on from there. */
export interface ThoughtTags {
	readonly open: string;
	readonly close: string;
	readonly begun: boolean;
}

/**
 * Reads thoughts that stand at the beginning of an answer. The tags themselves are no part of either; all other
 * characters are kept as they came. A tag later in the answer is text.
 */
export function createThoughtReader({ open, close, begun }: ThoughtTags): ThoughtReader {
	let at: 'start' | 'thoughts' | 'text' = begun ? 'thoughts' : 'start';
	let held = '';

	function read(): readonly AnswerPart[] {
		if (at === 'start') {
			const beginning = held.trimStart();
			if (beginning.length < open.length && open.startsWith(beginning)) return [];
			if (beginning.startsWith(open)) {
				at = 'thoughts';
				held = beginning.slice(open.length);
			} else {
				at = 'text';
			}
		}
		if (at === 'text') return part('text', take(held.length));
		const end = held.indexOf(close);
		if (end < 0) return part('reasoning', take(held.length - beginningOf(close, held)));
		const thoughts = part('reasoning', take(end));
		take(close.length);
		at = 'text';
		return [...thoughts, ...part('text', take(held.length))];
	}

	function take(length: number): string {
		const taken = held.slice(0, length);
		held = held.slice(length);
		return taken;
	}

	return {
		add(text) {
			held += text;
			return read();
		},
		end: () => part(at === 'thoughts' ? 'reasoning' : 'text', take(held.length)),
	};
}

/** How many characters at the end of a text may be the beginning of a tag. */
function beginningOf(tag: string, text: string): number {
	for (let length = Math.min(tag.length - 1, text.length); length > 0; length -= 1) {
		if (text.endsWith(tag.slice(0, length))) return length;
	}
	return 0;
}

function part(type: 'text' | 'reasoning', text: string): readonly AnswerPart[] {
	return text === '' ? [] : [{ type, text }];
}
