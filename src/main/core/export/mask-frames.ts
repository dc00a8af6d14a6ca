import { crc32 } from 'node:zlib';
import type { Masker } from '../../../shared/masking/mask-text.ts';
import { applyMasks } from '../../../shared/masking/mask-text.ts';
import { placeHeaders } from '../bedrock/frame-headers.ts';
import { splitFrames } from '../bedrock/frames.ts';
import { concatBytes } from '../bytes.ts';
import type { Arrivals } from '../storage/store.ts';
import type { Around } from './mask-across.ts';
import { maskAcross } from './mask-across.ts';
import { maskBody, maskJsonText } from './mask-body.ts';

const PRELUDE = 12;
const CHECKSUM = 4;
const STRING_TYPE = 7;

/**
 * An event stream with the text of its frames masked and its checksums made anew; one that was wrong stays as it was.
 * A value that is spread over the deltas of several frames, or over this answer and the ones around it, is masked, too.
 * Each frame keeps its time.
 */
export function maskFrames(
	bytes: Uint8Array,
	arrivals: Arrivals,
	masker: Masker,
	around?: Around,
): { readonly bytes: Uint8Array; readonly arrivals: Arrivals } {
	const { frames, trailingBytes } = splitFrames(bytes, arrivals);
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const payloads = maskAcross(
		frames.map(({ payload }) => payload),
		(text) => masker.masks(text),
		applyMasks,
		around,
	);
	const pieces: Uint8Array[] = [];
	const times: [number, number][] = [];
	let end = 0;
	const add = (piece: Uint8Array, atMs: number): void => {
		pieces.push(piece);
		end += piece.byteLength;
		times.push([end, atMs]);
	};
	frames.forEach((frame, at) => {
		const old = buffer.subarray(frame.offset, frame.offset + frame.length);
		add(maskFrame(old, frame, payloads[at] ?? frame.payload, masker), frame.atMs);
	});
	if (trailingBytes > 0) {
		const rest = buffer.subarray(buffer.length - trailingBytes);
		add(maskRest(rest, masker), arrivals.at(-1)?.[1] ?? 0);
	}
	return { bytes: concatBytes(pieces), arrivals: times };
}

function maskFrame(
	old: Buffer,
	valid: { readonly preludeChecksumValid: boolean; readonly messageChecksumValid: boolean; readonly payload: string },
	payload: string,
	masker: Masker,
): Uint8Array {
	const bodyEnd = old.length - CHECKSUM;
	const payloadStart = Math.min(PRELUDE + old.readUInt32BE(4), bodyEnd);
	const oldPayload = old.subarray(payloadStart, bodyEnd);
	const headers = maskHeaders(old.subarray(PRELUDE, payloadStart), masker);
	// A payload that is no text stays bytes.
	const isText = Buffer.from(valid.payload, 'utf8').equals(oldPayload);
	const body = isText
		? Buffer.from(maskJsonText(maskChunks(payload, masker), masker.mask), 'utf8')
		: maskBody(oldPayload, (text) => masker.mask(maskChunks(text, masker)));
	if (headers.equals(old.subarray(PRELUDE, payloadStart)) && oldPayload.equals(body)) return old;

	const made = Buffer.alloc(PRELUDE + headers.length + body.byteLength + CHECKSUM);
	made.writeUInt32BE(made.length, 0);
	// A damaged frame may claim more headers than it has bytes.
	made.writeUInt32BE(
		payloadStart === bodyEnd ? old.readUInt32BE(4) + headers.length - (payloadStart - PRELUDE) : headers.length,
		4,
	);
	made.writeUInt32BE(valid.preludeChecksumValid ? crc32(made.subarray(0, 8)) : old.readUInt32BE(8), 8);
	made.set(headers, PRELUDE);
	made.set(body, PRELUDE + headers.length);
	const checksum = valid.messageChecksumValid
		? crc32(made.subarray(0, made.length - CHECKSUM))
		: old.readUInt32BE(bodyEnd);
	made.writeUInt32BE(checksum, made.length - CHECKSUM);
	return made;
}

/** What trails after the last whole frame: as a rule the beginning of one, which then lacks as many bytes as before. */
function maskRest(rest: Buffer, masker: Masker): Uint8Array {
	const maskText = (text: string): string => masker.mask(maskChunks(text, masker));
	const begins = rest.length >= PRELUDE && crc32(rest.subarray(0, 8)) === rest.readUInt32BE(8);
	if (!begins) return maskBody(rest, maskText);
	const missing = rest.readUInt32BE(0) - rest.length;
	const payloadStart = Math.min(PRELUDE + rest.readUInt32BE(4), rest.length);
	const oldHeaders = rest.subarray(PRELUDE, payloadStart);
	const headers = maskHeaders(oldHeaders, masker);
	const body = maskBody(rest.subarray(payloadStart), maskText);
	const prelude = Buffer.from(rest.subarray(0, PRELUDE));
	prelude.writeUInt32BE(PRELUDE + headers.length + body.byteLength + missing, 0);
	prelude.writeUInt32BE(rest.readUInt32BE(4) + headers.length - oldHeaders.length, 4);
	prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
	return concatBytes([prelude, headers, body]);
}

/** The headers with the values of strings masked; what can't be read as a header, as text. */
function maskHeaders(bytes: Buffer, masker: Masker): Buffer {
	const pieces: Uint8Array[] = [];
	let at = 0;
	for (const { typeNumber, value, nameEnd, start, end } of placeHeaders(bytes)) {
		const masked = typeNumber === STRING_TYPE ? masker.mask(value) : value;
		if (masked === value) {
			pieces.push(bytes.subarray(start, end));
		} else {
			const text = Buffer.from(masked, 'utf8');
			const length = Buffer.alloc(2);
			length.writeUInt16BE(text.length);
			pieces.push(bytes.subarray(start, nameEnd + 1), length, text);
		}
		at = end;
	}
	return Buffer.from(concatBytes([...pieces, maskBody(bytes.subarray(at), masker.mask)]));
}

/** Masks the model's own JSON, which travels as base64 in `bytes`. */
function maskChunks(payload: string, masker: Masker): string {
	return payload.replace(/("bytes"\s*:\s*")([A-Za-z0-9+/]+=*)/g, (whole, lead: string, base64: string) => {
		const bytes = Buffer.from(base64, 'base64');
		const masked = Buffer.from(maskBody(bytes, masker.mask));
		return masked.equals(bytes) ? whole : lead + masked.toString('base64');
	});
}
