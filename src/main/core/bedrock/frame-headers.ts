/** A header of a frame as it is shown. */
export interface FrameHeader {
	readonly name: string;
	readonly type: string;
	readonly value: string;
}

/** By type number (Amazon event stream encoding). */
const TYPES = [
	'boolean',
	'boolean',
	'byte',
	'short',
	'integer',
	'long',
	'binary',
	'string',
	'timestamp',
	'uuid',
] as const;
const SIZES = [0, 0, 1, 2, 4, 8, null, null, 8, 16] as const;

/** A header and where its parts end; offsets count from the first header. */
export interface PlacedHeader extends FrameHeader {
	readonly typeNumber: number;
	readonly start: number;
	/** The type's one byte begins here. */
	readonly nameEnd: number;
	readonly valueStart: number;
	readonly end: number;
}

/** The headers of a frame, up to the first one that can't be read. */
export function readHeaders(bytes: Uint8Array): FrameHeader[] {
	return placeHeaders(bytes).map(({ name, type, value }) => ({ name, type, value }));
}

/**
 * Reads the headers of a frame with their places, up to the first one that can't be read. The SDK's own
 * `HeaderMarshaller` throws there, and a damaged frame has to be shown.
 */
export function placeHeaders(bytes: Uint8Array): PlacedHeader[] {
	const headers: PlacedHeader[] = [];
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	while (at < buffer.length) {
		const nameEnd = at + 1 + buffer.readUInt8(at);
		const number = buffer[nameEnd];
		const size = number === undefined ? undefined : SIZES[number];
		if (number === undefined || size === undefined) break;
		const lengthBytes = size === null ? 2 : 0;
		const start = nameEnd + 1 + lengthBytes;
		if (start > buffer.length) break;
		const end = start + (size ?? buffer.readUInt16BE(nameEnd + 1));
		if (end > buffer.length) break;
		headers.push({
			name: buffer.toString('utf8', at + 1, nameEnd),
			type: TYPES[number] ?? '',
			value: valueText(number, buffer.subarray(start, end)),
			typeNumber: number,
			start: at,
			nameEnd,
			valueStart: start,
			end,
		});
		at = end;
	}
	return headers;
}

function valueText(type: number, value: Buffer): string {
	switch (TYPES[type]) {
		case 'boolean':
			return type === 0 ? 'true' : 'false';
		case 'byte':
		case 'short':
		case 'integer':
			return String(value.readIntBE(0, value.length));
		case 'long':
			return String(value.readBigInt64BE());
		case 'timestamp':
			return timestampText(Number(value.readBigInt64BE()));
		case 'uuid':
			return value.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
		case 'binary':
			return value.toString('base64');
		default:
			return value.toString('utf8');
	}
}

function timestampText(milliseconds: number): string {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}
