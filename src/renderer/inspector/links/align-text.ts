/**
 * For each character of a rendered text the place in its Markdown source that it comes from; never falling. Marks,
 * addresses of links and fences are passed over; where nothing fits, the last place stands, until both agree again. It
 * compares the two texts and knows no Markdown, so that it holds for whatever the renderer does.
 */
export function alignText(rendered: string, source: string): Uint32Array {
	const places = new Uint32Array(rendered.length);
	let at = 0;
	for (let i = 0; i < rendered.length; i++) {
		if (isSpace(rendered[i])) {
			const marks = CLOSING_MARKS.exec(source.slice(at, at + 8));
			if (marks !== null) at += marks[0].length;
			places[i] = Math.max(0, at - 1);
			continue;
		}
		let next = at;
		while (isSpace(source[next])) next += 1;
		const found = source[next] === rendered[i] ? next : agreement(rendered, i, source, next);
		places[i] = found ?? Math.max(0, at - 1);
		if (found !== null) at = found + 1;
	}
	return places;
}

/** What may stand between a word and the space after it. */
const CLOSING_MARKS = /^[*_~`]*\s/;

/** How many characters must agree, and how far ahead they are looked for: the more, the farther. */
const LOOKS = [
	[12, 8000],
	[6, 1000],
	[3, 200],
	[2, 60],
	[1, 24],
] as const;

function agreement(rendered: string, i: number, source: string, from: number): number | null {
	for (const [length, ahead] of LOOKS) {
		const found = source.slice(from, from + ahead).indexOf(rendered.slice(i, i + length));
		if (found >= 0) return from + found;
	}
	return null;
}

function isSpace(character: string | undefined): boolean {
	return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

/** From one character up to, but not with, another one. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/**
 * What of a rendered text comes from a part of its source; at least one character where there is any: of a part that is
 * only marks, the one after it.
 */
export function renderedRange(places: Uint32Array, { start, end }: TextRange): TextRange | null {
	if (places.length === 0) return null;
	const first = Math.min(firstFrom(places, start), places.length - 1);
	return { start: first, end: Math.max(first + 1, firstFrom(places, end)) };
}

/** The first character that comes from a place or from behind it. */
function firstFrom(places: Uint32Array, place: number): number {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] ?? 0) < place) low = middle + 1;
		else high = middle;
	}
	return low;
}
