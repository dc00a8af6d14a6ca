import { linkAcross, parseInline } from './markdown-it.ts';
import type { TokenNode } from './token-tree.ts';
import { tokenTree } from './token-tree.ts';

/** A place between two sentences or words: before it a space or a full stop, after it a letter. */
const PLACE = /[\s。！？](?=\p{L})/gu;
/** What is left of marks that found no partner, and may find one in text that is still to come: also at the end of a token. */
const MAY_OPEN = /[`[]|[*~](?!\s)|(?<![\p{L}\p{N}])_(?!\s)/u;
const SHARES = [1, 1 / 2, 1 / 4];

/**
 * Where the text of a paragraph can be parted so that no text that comes later changes what stands before, and both
 * parts read as the whole does: no emphasis, link or code is open there. null: nowhere that is worth it.
 */
export function inlineCut(text: string): number | null {
	const places = [...text.matchAll(PLACE)].map(({ index }) => index + 1);
	for (const share of SHARES) {
		const place = places[Math.floor((places.length - 1) * share)];
		if (place !== undefined && place >= text.length / 8 && isClosed(text, place)) return place;
	}
	return null;
}

function isClosed(text: string, place: number): boolean {
	const before = text.slice(0, place);
	// The head of a table is one whole line: it stays in one part.
	if (before.slice(before.lastIndexOf('\n') + 1).includes('|')) return false;
	const word = before.trimEnd().length < place ? place : before.search(/\S+$/);
	if (word < place && linkAcross(text.slice(word).split(/\s/, 1)[0] ?? '', place - word)) return false;
	return !leavesMarks(tokenTree(parseInline(before, {})));
}

/** Whether text has marks in it. Definitions are left out: a mark between brackets counts as open either way. */
function leavesMarks(nodes: readonly TokenNode[]): boolean {
	return nodes.some(({ token, children }) => {
		if (token.type === 'text') return MAY_OPEN.test(token.content);
		return token.type !== 'code_inline' && leavesMarks(children);
	});
}
