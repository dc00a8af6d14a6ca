import { crc32 } from 'node:zlib';
import type { Masker } from '../../../shared/masking/mask-text.ts';
import { splitFrames } from '../bedrock/frames.ts';
import type { Patch } from './same-length.ts';
import { patchesAcross, patchesFor, patchText, withoutBits } from './same-length.ts';

const PRELUDE = 12;
const CHECKSUM = 4;

/**
 * A body in which what is private is masked by as many bytes, so that lengths, offsets and frames stay what they are.
 * Checksums of frames that were right are made anew. `arriving`: its last word may be half of one.
 */
export function maskBytes(bytes: Uint8Array, masker: Masker, arriving: boolean): Uint8Array {
	// A frame's length is below 16 MiB: its first byte is 0, with which no text begins.
	const { frames, trailingBytes } =
		bytes[0] === 0 ? splitFrames(bytes, []) : { frames: [], trailingBytes: bytes.length };
	const out = Buffer.from(bytes);
	const places = frames.map(({ offset, length }) => {
		const end = offset + length - CHECKSUM;
		const start = Math.min(offset + PRELUDE + out.readUInt32BE(offset + 4), end);
		maskPlain(out.subarray(offset + PRELUDE, start), masker);
		return out.subarray(start, end);
	});
	if (frames.length === 0) maskPlain(out, masker);
	else if (trailingBytes > 0) places.push(out.subarray(out.length - trailingBytes));
	maskPlaces(places, masker, arriving);
	for (const { offset, length, messageChecksumValid } of frames) {
		const end = offset + length - CHECKSUM;
		if (messageChecksumValid) out.writeUInt32BE(crc32(out.subarray(offset, end)), end);
	}
	return out;
}

/** Payloads one after the other: each by itself, and what is spread over the deltas of several. */
function maskPlaces(places: readonly Buffer[], masker: Masker, arriving: boolean): void {
	const opened = places.map(openPayload);
	const across = patchesAcross(
		opened.map(({ inner }) => inner.text),
		masker,
		arriving,
	);
	opened.forEach(({ inner, outer }, at) => {
		inner.write(patchText(inner.text, merged(across.get(at) ?? [], patchesFor(withoutBits(inner.text), masker))));
		if (outer === null) return;
		const patches = patchesFor(outer.text, masker).filter(({ start, end }) => end <= outer.from || start >= outer.to);
		outer.write(patchText(outer.text, patches));
	});
}

function merged(across: readonly Patch[], own: readonly Patch[]): Patch[] {
	return [...across, ...own].toSorted((left, right) => left.start - right.start);
}

interface Text {
	readonly text: string;
	readonly write: (text: string) => void;
}

/** A payload's text; where it carries the model's own JSON as base64 in `bytes`, that one, and the payload around it. */
function openPayload(place: Buffer): {
	readonly inner: Text;
	readonly outer: (Text & { readonly from: number; readonly to: number }) | null;
} {
	const plain = textOf(place);
	const found = /"bytes"\s*:\s*"([A-Za-z0-9+/]+={0,2})/d.exec(plain.text);
	const [from = 0, end = 0] = found?.indices?.[1] ?? [];
	// Of a payload that was cut, as much as can be decoded.
	const to = end - ((end - from) % 4);
	const base64 = plain.text.slice(from, to);
	const chunk = Buffer.from(base64, 'base64');
	if (base64 === '' || chunk.toString('base64') !== base64) return { inner: plain, outer: null };
	let around = plain.text;
	const model = textOf(chunk);
	const put = (text: string) => plain.write(text.slice(0, from) + chunk.toString('base64') + text.slice(to));
	return {
		inner: {
			text: model.text,
			write(text) {
				model.write(text);
				put(around);
			},
		},
		outer: {
			text: plain.text,
			from,
			to,
			write(text) {
				around = text;
				put(around);
			},
		},
	};
}

/** Bytes as UTF-8 where they are, else letter by letter. */
function textOf(place: Buffer): Text {
	const text = place.toString('utf8');
	const encoding = Buffer.from(text, 'utf8').equals(place) ? 'utf8' : 'latin1';
	return {
		text: encoding === 'utf8' ? text : place.toString('latin1'),
		write: (changed) => {
			place.write(changed, encoding);
		},
	};
}

function maskPlain(place: Buffer, masker: Masker): void {
	const { text, write } = textOf(place);
	write(patchText(text, patchesFor(text, masker)));
}
