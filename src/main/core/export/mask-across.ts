import { isJsonObject } from '../../../shared/json-object.ts';
import type { Mask } from '../../../shared/masking/mask-text.ts';

/** The members in which the formats stream what is said. */
const WORDS = new Set(['text', 'completion', 'outputText', 'generation', 'content']);
/** Beside those, the members in which they stream a text bit by bit: all families, Converse, reasoning and tools. */
const STREAMED = new Set([
	...WORDS,
	'thinking',
	'partial_json',
	'input',
	'reasoning',
	'reasoning_content',
	'arguments',
]);

/** No private value is longer; characters. */
const LONGEST = 2048;

/** A streamed bit of text inside a payload. */
interface Bit {
	readonly payload: number;
	/** Its path: bits of the same one are one text. */
	readonly place: string;
	/** It is neither a thought nor a tool's input. */
	readonly isWords: boolean;
	text: string;
	/** Writes another text in its place. */
	readonly put: (text: string) => void;
}

/** What was said before the first payload and will be after the last, in other answers; as much as a value may take. */
export interface Around {
	readonly before: string;
	readonly after: string;
}

/**
 * Masks what is spread over several payloads: the bits of one text are joined, and a mask stands where the value began.
 * So are texts at whose seams a value is cut in two: words and thoughts next to each other, words before and after thoughts,
 * and words that another answer goes on with. Gives the payloads; those in which nothing was found are the same.
 */
export function maskAcross(
	payloads: readonly string[],
	find: (text: string) => readonly Mask[],
	apply: (text: string, masks: readonly Mask[]) => string,
	around: Around = { before: '', after: '' },
): string[] {
	const bits: Bit[] = [];
	const trees = payloads.map((payload, at) => openPayload(payload, at, bits));
	const changed = new Set<number>();

	function put(text: readonly Bit[], masks: readonly Mask[], start: number): void {
		let from = start;
		for (const bit of masks.length === 0 ? [] : text) {
			const { length } = bit.text;
			const here = within(masks, from, length);
			if (here.length > 0) {
				bit.text = apply(bit.text, here);
				bit.put(bit.text);
				changed.add(bit.payload);
			}
			from += length;
		}
	}

	const masked = (text: string) => apply(text, find(text));

	/** Masks what is known for what it is only with both sides of the seam before a bit, or after the last one. */
	function maskSeam(all: readonly Bit[], at: number, { before, after }: Around): void {
		const [left, right] = [nearest(all.slice(0, at).toReversed()).toReversed(), nearest(all.slice(at))];
		const lead = left.length === at ? before : '';
		const first = lead + textOf(left);
		const second = textOf(right) + (at + right.length === all.length ? after : '');
		// What is known for what it is on either side, is masked there.
		const apart = masked(first) + masked(second);
		if (masked(first + second) !== apart) put([...left, ...right], find(first + second), lead.length);
	}

	// In one payload each text stands whole, and is masked as such.
	if (payloads.length > 1) {
		for (const text of Map.groupBy(bits, ({ place }) => place).values()) put(text, find(textOf(text)), 0);
	}
	for (const at of seamsOf(bits)) maskSeam(bits, at, NOTHING);
	const words = bits.filter(({ isWords }) => isWords);
	const ends =
		words.length === 0 ? [] : [...(around.before === '' ? [] : [0]), ...(around.after === '' ? [] : [words.length])];
	for (const at of [...seamsOf(words), ...ends]) maskSeam(words, at, around);
	return payloads.map((payload, at) => (changed.has(at) ? (trees[at]?.write() ?? payload) : payload));
}

/** All that payloads say, thoughts and inputs of tools left out. */
export function wordsIn(payloads: readonly string[]): string {
	const bits: Bit[] = [];
	payloads.forEach((payload, at) => {
		openPayload(payload, at, bits);
	});
	return textOf(bits.filter(({ isWords }) => isWords));
}

/** The ends of a text that others go on with, or went before with. */
export function aroundOf(before: string, after: string): Around {
	return { before: before.slice(-LONGEST), after: after.slice(0, LONGEST) };
}

const NOTHING: Around = { before: '', after: '' };

/** Where bits of different texts meet: the places of the second ones. */
function seamsOf(bits: readonly Bit[]): readonly number[] {
	return bits.flatMap(({ place }, at) => (at > 0 && bits[at - 1]?.place !== place ? [at] : []));
}

/** The first bits, as many as a value may take. */
function nearest(bits: readonly Bit[]): readonly Bit[] {
	let length = 0;
	const end = bits.findIndex((bit) => {
		length += bit.text.length;
		return length >= LONGEST;
	});
	return end < 0 ? bits : bits.slice(0, end + 1);
}

function textOf(bits: readonly Bit[]): string {
	return bits.map(({ text }) => text).join('');
}

/** The masks as they fall on a part of the text: whole where they begin, nothing where they go on. */
function within(masks: readonly Mask[], from: number, length: number): Mask[] {
	return masks
		.filter(({ start, end }) => start < from + length && end > from)
		.map(({ start, end, text }) => ({
			start: Math.max(0, start - from),
			end: Math.min(length, end - from),
			text: start >= from ? text : '',
		}));
}

interface Opened {
	readonly write: () => string;
}

/** Reads a payload, through the base64 of an invoke chunk, and adds its bits; null where it is no JSON. */
function openPayload(payload: string, at: number, bits: Bit[]): Opened | null {
	const json = parse(payload);
	if (!isJsonObject(json)) return null;
	const inner = typeof json['bytes'] === 'string' ? parse(Buffer.from(json['bytes'], 'base64').toString('utf8')) : null;
	addBits(isJsonObject(inner) ? inner : json, '', at, bits);
	return {
		write: () =>
			JSON.stringify(
				isJsonObject(inner) ? { ...json, bytes: Buffer.from(JSON.stringify(inner), 'utf8').toString('base64') } : json,
			),
	};
}

function addBits(node: Record<string, unknown> | unknown[], path: string, payload: number, bits: Bit[]): void {
	const isThought = !Array.isArray(node) && (node['type'] === 'reasoning' || /reasoning|thinking/i.test(path));
	for (const [key, value] of Object.entries(node)) {
		const place = `${path}/${key}`;
		if (typeof value === 'string' && STREAMED.has(key) && !Array.isArray(node)) {
			const put = (text: string): void => {
				node[key] = text;
			};
			bits.push({ payload, place, isWords: WORDS.has(key) && !isThought, text: value, put });
		} else if (isJsonObject(value) || Array.isArray(value)) {
			addBits(value, place, payload, bits);
		}
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
