import { crc32 } from 'node:zlib';
import type { FrameBytes, FrameField } from '../../../shared/model/frame-field.ts';
import { shortened } from '../../../shared/shorten.ts';
import { placeHeaders } from './frame-headers.ts';
import { frameAt } from './frames.ts';
import { jsonMembers } from './json-members.ts';

/** The frame with an index (from 1) out of a response, or what trails after the last one; null where nothing is. */
export function openFrame(bytes: Uint8Array, index: number): FrameBytes | null {
	const frame = frameAt(bytes, index);
	if (frame === null) return null;
	const base64 = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('base64');
	return { base64, fields: frameFields(frame) };
}

/** Total length, length of the headers, and the checksum of these two: four bytes each. */
const PRELUDE = 12;
const CHECKSUM = 4;

/** A value is shown in one row; the bytes and the payload's own view have all of it. Characters. */
const LONGEST_VALUE = 200;
/** Bedrock sends three. A damaged frame may seem to have hundreds of thousands. */
const MOST_HEADERS = 100;

/**
 * Says of each byte of a frame what it is (Amazon event stream encoding), in the order of the bytes, as
 * far as it arrived. Lengths are believed even where a checksum is wrong, within the bytes that are there.
 */
export function frameFields(frame: Uint8Array): FrameField[] {
	const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
	const total = numberAt(bytes, 0);
	const headersLength = numberAt(bytes, 4);
	const fields = [
		field(bytes, 'totalLength', 0, 4, String(total ?? '')),
		field(bytes, 'headersLength', 4, 8, String(headersLength ?? '')),
		checksum(bytes, 'preludeChecksum', 8),
	];
	if (total === null || headersLength === null || bytes.length <= PRELUDE) return fields;
	if (total < PRELUDE + CHECKSUM) return [...fields, field(bytes, 'unread', PRELUDE, bytes.length, '')];
	const payloadEnd = total - CHECKSUM;
	const payloadStart = Math.min(PRELUDE + headersLength, payloadEnd);
	return [
		...fields,
		...headerFields(bytes, payloadStart),
		...payloadFields(bytes, payloadStart, payloadEnd),
		checksum(bytes, 'messageChecksum', payloadEnd),
	];
}

function headerFields(bytes: Buffer, end: number): FrameField[] {
	const placed = placeHeaders(bytes.subarray(PRELUDE, end)).slice(0, MOST_HEADERS);
	const fields = placed.flatMap((header): FrameField[] => {
		const start = PRELUDE + header.start;
		const nameEnd = PRELUDE + header.nameEnd;
		const valueStart = PRELUDE + header.valueStart;
		const valueEnd = PRELUDE + header.end;
		const part = (kind: FrameField['kind'], from: number, to: number, value: string): FrameField[] =>
			from === to ? [] : [{ ...field(bytes, kind, from, to, value), level: 2, name: header.name }];
		return [
			{ ...field(bytes, 'header', start, valueEnd, header.value), name: header.name },
			...part('nameLength', start, start + 1, String(nameEnd - start - 1)),
			...part('name', start + 1, nameEnd, header.name),
			...part('type', nameEnd, nameEnd + 1, `${header.typeNumber} (${header.type})`),
			...part('valueLength', nameEnd + 1, valueStart, String(valueEnd - valueStart)),
			...part('value', valueStart, valueEnd, header.value),
		];
	});
	const read = PRELUDE + (placed.at(-1)?.end ?? 0);
	// Headers that were cut off are still headers; what can't be read although it is all there is not.
	const rest = end > bytes.length ? 'header' : 'unread';
	return read < end ? [...fields, field(bytes, rest, read, end, '')] : fields;
}

function payloadFields(bytes: Buffer, start: number, end: number): FrameField[] {
	const payload = bytes.subarray(start, end);
	const inside = jsonMembers(payload).flatMap((member): FrameField[] => {
		if (member.name !== 'p' && member.name !== 'bytes') return [];
		const text = payload.toString('utf8', member.valueStart, member.end).replaceAll('"', '');
		// Four characters of base64 are three bytes: enough for all that is shown.
		const value = member.name === 'p' ? text : Buffer.from(text.slice(0, LONGEST_VALUE * 4), 'base64').toString('utf8');
		const kind = member.name === 'p' ? 'padding' : 'chunk';
		return [{ ...field(bytes, kind, start + member.start, start + member.end, value), level: 2 }];
	});
	const text = payload.toString('utf8', 0, LONGEST_VALUE * 4);
	return [field(bytes, 'payload', start, end, text), ...inside];
}

/** A field from one place to another, as far as the bytes go. */
function field(bytes: Buffer, kind: FrameField['kind'], from: number, to: number, value: string): FrameField {
	const offset = Math.min(from, bytes.length);
	const length = Math.min(to, bytes.length) - offset;
	const shown = shortened(value, LONGEST_VALUE);
	return { kind, level: 1, offset, length, missing: to - from - length, name: null, value: shown, expected: null };
}

/** The CRC-32 of all bytes before it. */
function checksum(bytes: Buffer, kind: FrameField['kind'], at: number): FrameField {
	const found = numberAt(bytes, at);
	const fits = crc32(bytes.subarray(0, at));
	return {
		...field(bytes, kind, at, at + CHECKSUM, found === null ? '' : hex(found)),
		expected: found === null || found === fits ? null : hex(fits),
	};
}

function numberAt(bytes: Buffer, at: number): number | null {
	return at + 4 <= bytes.length ? bytes.readUInt32BE(at) : null;
}

function hex(value: number): string {
	return `0x${value.toString(16).padStart(8, '0')}`;
}
