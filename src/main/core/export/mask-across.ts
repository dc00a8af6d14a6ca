import { isJsonObject } from '../../../shared/json-object.ts';
import type { Mask } from '../../../shared/masking/mask-text.ts';

/** The members in which the formats stream a text bit by bit: all families, Converse, reasoning and tools. */
const STREAMED = new Set([
	'text',
	'completion',
	'outputText',
	'generation',
	'thinking',
	'partial_json',
	'input',
	'content',
	'reasoning',
	'reasoning_content',
	'arguments',
]);

/** A streamed bit of text inside a payload. */
interface Bit {
	readonly payload: number;
	readonly text: string;
	/** Writes another text in its place. */
	readonly put: (text: string) => void;
}

/**
 * Masks what is spread over several payloads: the bits of one text are joined, and a mask stands where the value began.
 * Gives the payloads; those in which nothing was found are the same.
 */
export function maskAcross(
	payloads: readonly string[],
	find: (text: string) => readonly Mask[],
	apply: (text: string, masks: readonly Mask[]) => string,
): string[] {
	const bits = new Map<string, Bit[]>();
	const trees = payloads.map((payload, at) => openPayload(payload, at, bits));
	const changed = new Set<number>();
	for (const text of bits.values()) {
		const masks = find(text.map((bit) => bit.text).join(''));
		let from = 0;
		for (const bit of masks.length === 0 ? [] : text) {
			const here = within(masks, from, bit.text.length);
			if (here.length > 0) {
				bit.put(apply(bit.text, here));
				changed.add(bit.payload);
			}
			from += bit.text.length;
		}
	}
	return payloads.map((payload, at) => (changed.has(at) ? (trees[at]?.write() ?? payload) : payload));
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
function openPayload(payload: string, at: number, bits: Map<string, Bit[]>): Opened | null {
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

function addBits(
	node: Record<string, unknown> | unknown[],
	path: string,
	payload: number,
	bits: Map<string, Bit[]>,
): void {
	for (const [key, value] of Object.entries(node)) {
		const place = `${path}/${key}`;
		if (typeof value === 'string' && STREAMED.has(key) && !Array.isArray(node)) {
			const put = (text: string): void => {
				node[key] = text;
			};
			const held = bits.get(place);
			if (held === undefined) bits.set(place, [{ payload, text: value, put }]);
			else held.push({ payload, text: value, put });
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
