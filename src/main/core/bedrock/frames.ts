import { crc32 } from 'node:zlib';
import { isJsonObject } from '../../../shared/json-object.ts';
import type { Frame, FramePage } from '../../../shared/model/exchange.ts';
import type { Arrivals } from '../storage/store.ts';
import type { FrameHeader } from './frame-headers.ts';
import { readHeaders } from './frame-headers.ts';

/**
 * Cuts the body of an event-stream response into its frames (bedrock-facts.md, 1.5). Every byte belongs to a frame or
 * to the trailing ones: a frame that was cut off, or anything that is no frame. Never throws, whatever the bytes are.
 */
export function splitFrames(
	bytes: Uint8Array,
	arrivals: Arrivals,
): { readonly frames: Frame[]; readonly trailingBytes: number } {
	const { frames, trailingBytes } = pageOfFrames(bytes, arrivals, 0, Number.POSITIVE_INFINITY);
	return { frames, trailingBytes };
}

/** The frames after the one with the index `after`, at most `limit`. Only those are decoded. */
export function pageOfFrames(bytes: Uint8Array, arrivals: Arrivals, after: number, limit: number): FramePage {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const ends = frameEnds(view);
	const frames: Frame[] = [];
	for (let at = after; at < ends.length && frames.length < limit; at++) {
		frames.push(decodeFrame(bytes, view, at, ends, arrivals));
	}
	return { frames, total: ends.length, trailingBytes: bytes.length - (ends.at(-1) ?? 0) };
}

/** The bytes of the frame with an index (from 1); after the last whole one, those that trail. null: there are none. */
export function frameAt(bytes: Uint8Array, index: number): Uint8Array | null {
	const ends = frameEnds(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	if (index > ends.length + 1) return null;
	const found = bytes.subarray(ends[index - 2] ?? 0, ends[index - 1] ?? bytes.length);
	return found.length === 0 ? null : found;
}

/** Total length, length of the headers, checksum of these two. */
const PRELUDE = 12;
const CHECKSUM = 4;
const SHORTEST = PRELUDE + CHECKSUM;

/**
 * Where each whole frame ends. A length that leads out of the body ends the search; so does one that is too short to
 * be a frame's.
 */
function frameEnds(view: DataView): number[] {
	const ends: number[] = [];
	let offset = 0;
	while (view.byteLength - offset >= SHORTEST) {
		const length = view.getUint32(offset);
		if (length < SHORTEST || length > view.byteLength - offset) break;
		offset += length;
		ends.push(offset);
	}
	return ends;
}

function decodeFrame(
	bytes: Uint8Array,
	view: DataView,
	at: number,
	ends: readonly number[],
	arrivals: Arrivals,
): Frame {
	const offset = ends[at - 1] ?? 0;
	const end = ends[at] ?? offset;
	const headersLength = view.getUint32(offset + 4);
	const bodyEnd = end - CHECKSUM;
	const payloadStart = Math.min(offset + PRELUDE + headersLength, bodyEnd);
	const headers = readHeaders(bytes.subarray(offset + PRELUDE, payloadStart));
	const payload = text(bytes.subarray(payloadStart, bodyEnd));
	const atMs = arrivalOf(end, arrivals);
	return {
		index: at + 1,
		offset,
		length: end - offset,
		atMs,
		gapMs: at === 0 ? null : atMs - arrivalOf(offset, arrivals),
		messageType: headerValue(headers, ':message-type'),
		eventType:
			[':event-type', ':exception-type', ':error-code'].map((name) => headerValue(headers, name)).find(Boolean) ?? '',
		headers,
		payload,
		chunk: chunkOf(headers, payload),
		preludeChecksumValid: crc32(bytes.subarray(offset, offset + PRELUDE - CHECKSUM)) === view.getUint32(offset + 8),
		messageChecksumValid: crc32(bytes.subarray(offset, bodyEnd)) === view.getUint32(bodyEnd),
	};
}

/** When the byte before `end` was there: the first arrival that reaches so far. */
function arrivalOf(end: number, arrivals: Arrivals): number {
	let low = 0;
	let high = arrivals.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((arrivals[middle]?.[0] ?? 0) < end) low = middle + 1;
		else high = middle;
	}
	return arrivals[low]?.[1] ?? 0;
}

function headerValue(headers: readonly FrameHeader[], name: string): string {
	return headers.find((header) => header.name === name)?.value ?? '';
}

/** The model's own JSON of an invoke chunk, which travels as base64 in `bytes`. */
function chunkOf(headers: readonly FrameHeader[], payload: string): string | null {
	if (headerValue(headers, ':event-type') !== 'chunk') return null;
	try {
		const json: unknown = JSON.parse(payload);
		const bytes = isJsonObject(json) ? json['bytes'] : null;
		return typeof bytes === 'string' ? Buffer.from(bytes, 'base64').toString('utf8') : null;
	} catch {
		return null;
	}
}

function text(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
