import type { Frame } from '../../../shared/model/exchange.ts';
import { answerPiece } from '../stream/frame-excerpt.ts';
import type { TextRange } from './align-text.ts';

/**
 * The beginning of a call's text may be missing in the answer: where it goes on with a cut one, doubled words are cut,
 * at most half of it. Characters.
 */
const MOST_CUT = 2000;

/** So much of a call's end may the next call say again; characters. */
const MOST_SHARED = 1000;

/** What a call's frames say of the answer: each frame's part of it, in the order of the frames. */
export interface FramePlaces {
	/** The index (from 1) and the place in the answer's text of each frame that brought some of it. */
	readonly frames: readonly (TextRange & { readonly index: number })[];
}

/**
 * Where in an answer's text each frame of one of its calls stands. `before`: where the text of the call after it begins.
 * null: the answer does not have this call's text.
 */
export function placeFrames(answer: string, frames: readonly Frame[], before = answer.length): FramePlaces | null {
	const pieces = frames
		.map((frame) => ({ index: frame.index, text: answerPiece(frame) }))
		.filter(({ text }) => text !== '');
	const text = pieces.map((piece) => piece.text).join('');
	const whole = beginning(answer, text, before);
	const thoughts = whole === null ? thoughtsIn(text) : 0;
	const begin = whole ?? beginning(answer, text.slice(thoughts), before);
	if (begin === null) return null;
	let at = begin.at - begin.cut - thoughts;
	const placed = pieces.map((piece) => {
		const start = Math.max(at, begin.at);
		at += piece.text.length;
		return { index: piece.index, start, end: Math.min(at, answer.length) };
	});
	return { frames: placed.filter(({ start, end }) => end > start) };
}

/** How much of a call's text is thoughts, which some families write into it between tags: up to the closing one. */
function thoughtsIn(text: string): number {
	return /^.*?<\/(?:think|reasoning)>/s.exec(text)?.[0].length ?? 0;
}

/** The frame that brought the character at a place of the answer's text; null: none of this call. */
export function frameAtPlace({ frames }: FramePlaces, place: number): number | null {
	return frames.find(({ start, end }) => place >= start && place < end)?.index ?? null;
}

/**
 * Where a call's text begins in the answer up to the next call's, and how many of its first characters were cut: nothing
 * but those is cut at a seam, so that the text ends where the next one begins, or a little behind that: what both have
 * (white space, doubled words) stands there for both. Where it does not (a call in between was no stream), the last place
 * that has it: what is repeated word by word belongs to the call that came later.
 */
function beginning(answer: string, text: string, before: number): { readonly at: number; readonly cut: number } | null {
	if (text === '') return null;
	const most = Math.min(MOST_CUT, text.length / 2);
	for (let cut = 0; cut <= most; cut++) {
		const rest = text.slice(cut);
		const last = Math.min(before + MOST_SHARED, answer.length) - rest.length;
		for (let at = Math.max(0, before - rest.length); at <= last; at++) {
			if (answer.startsWith(rest, at)) return { at, cut };
		}
	}
	// While it runs, one of the two may be ahead of the other.
	if (answer.startsWith(text) || text.startsWith(answer)) return { at: 0, cut: 0 };
	for (let cut = 0; cut <= most; cut++) {
		const at = answer.lastIndexOf(text.slice(cut), before);
		if (at >= 0) return { at, cut };
	}
	return null;
}
