import type { Mask, Masker } from '../../../shared/masking/mask-text.ts';

/** A part of a text and what stands for it, as many bytes of UTF-8. Positions in UTF-16 units. */
export interface Patch {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The members in which the formats stream a text bit by bit, as they are written. */
const STREAMED =
	/"(text|completion|outputText|generation|thinking|partial_json|input|content|reasoning|reasoning_content|arguments)"\s*:\s*"((?:[^"\\]|\\.)*)/dg;

/** What may become private with the next bit. */
const HALF = /(?:(?<!\d)\d{4,11}|arn:[\w:/.+=,@-]*|(?:AKIA|ASIA)[A-Z0-9]*)$/;

/** The patches for a text by itself, in order. */
export function patchesFor(text: string, masker: Masker): Patch[] {
	return masker.masks(text).map(({ start, end, text: mask }) => ({
		start,
		end,
		text: isNumber(text, start, end) ? numberOf(end - start, mask) : fill(text.slice(start, end), mask),
	}));
}

/** The patches for what is spread over several payloads, by the payload's place in the list. */
export function patchesAcross(payloads: readonly string[], masker: Masker, arriving: boolean): Map<number, Patch[]> {
	const bits = new Map<string, { payload: number; start: number; text: string }[]>();
	payloads.forEach((payload, at) => {
		for (const match of payload.matchAll(STREAMED)) {
			const key = match[1] ?? '';
			const bit = { payload: at, start: match.indices?.[2]?.[0] ?? 0, text: match[2] ?? '' };
			const held = bits.get(key);
			if (held === undefined) bits.set(key, [bit]);
			else held.push(bit);
		}
	});
	const patches = new Map<number, Patch[]>();
	for (const list of bits.values()) {
		const whole = list.map(({ text }) => text).join('');
		const masks = arriving ? masksArriving(whole, masker) : masker.masks(whole);
		let from = 0;
		for (const { payload, start, text } of list) {
			for (const mask of masks) {
				const [low, high] = [Math.max(mask.start - from, 0), Math.min(mask.end - from, text.length)];
				if (low >= high) continue;
				const filled = fill(whole.slice(mask.start, mask.end), mask.text);
				const patch = {
					start: start + low,
					end: start + high,
					// Letter by letter, so that each bit keeps its length; of other letters each has bytes of its own.
					text: /^[\x20-\x7e]*$/.test(whole.slice(mask.start, mask.end))
						? filled.slice(low + from - mask.start, high + from - mask.start)
						: fill(text.slice(low, high), ''),
				};
				patches.set(payload, [...(patches.get(payload) ?? []), patch]);
			}
			from += text.length;
		}
	}
	return patches;
}

/** The last word may be half of one: it is not learnt, and not seen where it is the beginning of something private. */
function masksArriving(text: string, masker: Masker): Mask[] {
	const open = /[!-~•…]{1,300}$/.exec(text)?.index ?? text.length;
	const begun = masker.begun(text);
	const unseen = [
		...masker.find(text).flatMap(({ start, end }) => (end > open ? [start] : [])),
		HALF.exec(text)?.index ?? text.length,
		// Every other word ends with a letter that some name begins with, and one letter tells nothing.
		text.length - begun > 1 ? begun : text.length,
	];
	const from = Math.min(text.length, ...unseen);
	const masks = masker.masks(text.slice(0, open)).filter(({ end }) => end <= from);
	return from === text.length ? masks : [...masks, { start: from, end: text.length, text: '' }];
}

/** A payload with the streamed bits blanked: they are masked with those of the other payloads. */
export function withoutBits(payload: string): string {
	return payload.replace(
		STREAMED,
		(whole, _, bit: string) => whole.slice(0, whole.length - bit.length) + ' '.repeat(bit.length),
	);
}

/** A text with the patches put in; they must not overlap. */
export function patchText(text: string, patches: readonly Patch[]): string {
	let result = '';
	let at = 0;
	for (const patch of patches) {
		if (patch.start < at) continue;
		result += text.slice(at, patch.start) + patch.text;
		at = patch.end;
	}
	return result + text.slice(at);
}

/** `AKIA****************2`, `*****3`: as many bytes, with the mask's number where there is room. */
function fill(value: string, mask: string): string {
	const length = new TextEncoder().encode(value).length;
	const number = /\d+(?=$|\.invalid$)/.exec(mask)?.[0] ?? '';
	const kind = /^[A-Z]{4}(?=[•…])/.exec(mask)?.[0] ?? '';
	const stars = length - kind.length - number.length;
	return stars < 1 ? '*'.repeat(length) : kind + '*'.repeat(stars) + number;
}

/** Whether digits are a number of JSON and no part of a string. */
function isNumber(text: string, start: number, end: number): boolean {
	if (!/[:[,]\s*$/.test(text.slice(Math.max(0, start - 8), start)) || !/^\s*[,}\]]/.test(text.slice(end))) return false;
	if (!/^\d+$/.test(text.slice(start, end))) return false;
	const quotes = text.slice(0, start).replace(/\\./g, '').match(/"/g)?.length ?? 0;
	return quotes % 2 === 0;
}

/** A number of JSON can't hold stars. */
function numberOf(length: number, mask: string): string {
	const number = /\d+$/.exec(mask)?.[0] ?? '';
	return `9${number.padStart(length - 1, '0')}`;
}
