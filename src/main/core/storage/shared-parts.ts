/** A run of bytes that two bodies share: where it begins in the one that is kept, where in its base, how long it is. */
export type SharedPart = readonly [at: number, from: number, length: number];

/** Shared runs that are shorter are not worth their entry. */
const SHORTEST = 48;
/** What is looked for in the middle: so many bytes at so many places. */
const SAMPLE = 64;
const SAMPLES = 8;
const MOST_SAMPLES = 64;
const BLOCK = 4096;

/**
 * What a body shares with an earlier one, in the order of both: the beginning, the end, and in between what samples of
 * the earlier one find. A request resends the history, so that this is nearly all of it, also where a setting before
 * the messages has changed. Linear in the length; not the most that could be found.
 */
export function sharedParts(base: Uint8Array, body: Uint8Array): SharedPart[] {
	const found: SharedPart[] = [];
	let samples = MOST_SAMPLES;

	function search(at: number, end: number, from: number, fromEnd: number): void {
		if (end - at < SHORTEST || fromEnd - from < SHORTEST) return;
		const before = sameFrom(base, from, fromEnd, body, at, end);
		const after = sameUpTo(base, from + before, fromEnd, body, at + before, end);
		take(at, from, before);
		middle(at + before, end - after, from + before, fromEnd - after);
		take(end - after, fromEnd - after, after);
	}

	function middle(at: number, end: number, from: number, fromEnd: number): void {
		const space = fromEnd - from - SAMPLE;
		if (end - at < SAMPLE || space < 0) return;
		const area = Buffer.from(body.buffer, body.byteOffset + at, end - at);
		for (let index = 0; index < SAMPLES && samples > 0; index++) {
			samples--;
			const place = from + Math.floor((space * (2 * index + 1)) / (2 * SAMPLES));
			const hit = area.indexOf(base.subarray(place, place + SAMPLE));
			if (hit === -1) continue;
			const back = sameUpTo(base, from, place, body, at, at + hit);
			const on = sameFrom(base, place, fromEnd, body, at + hit, end);
			search(at, at + hit - back, from, place - back);
			take(at + hit - back, place - back, back + on);
			search(at + hit + on, end, place + on, fromEnd);
			return;
		}
	}

	function take(at: number, from: number, length: number): void {
		if (length >= SHORTEST) found.push([at, from, length]);
	}

	search(0, body.byteLength, 0, base.byteLength);
	return found;
}

/** What of a body is not in the parts that it shares, joined. */
export function ownBytes(body: Uint8Array, parts: readonly SharedPart[]): Uint8Array {
	const own: Uint8Array[] = [];
	let end = 0;
	for (const [at, , length] of parts) {
		own.push(body.subarray(end, at));
		end = at + length;
	}
	own.push(body.subarray(end));
	return Buffer.concat(own);
}

/** How many bytes are the same from the beginning of two areas. */
function sameFrom(a: Uint8Array, from: number, fromEnd: number, b: Uint8Array, at: number, end: number): number {
	const most = Math.min(fromEnd - from, end - at);
	let same = 0;
	while (same + BLOCK <= most && equal(a, from + same, b, at + same)) same += BLOCK;
	while (same < most && a[from + same] === b[at + same]) same++;
	return same;
}

/** How many bytes are the same up to the end of two areas. */
function sameUpTo(a: Uint8Array, from: number, fromEnd: number, b: Uint8Array, at: number, end: number): number {
	const most = Math.min(fromEnd - from, end - at);
	let same = 0;
	while (same + BLOCK <= most && equal(a, fromEnd - same - BLOCK, b, end - same - BLOCK)) same += BLOCK;
	while (same < most && a[fromEnd - same - 1] === b[end - same - 1]) same++;
	return same;
}

function equal(a: Uint8Array, from: number, b: Uint8Array, at: number): boolean {
	return Buffer.compare(a.subarray(from, from + BLOCK), b.subarray(at, at + BLOCK)) === 0;
}
