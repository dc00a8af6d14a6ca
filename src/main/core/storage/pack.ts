import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** How the bytes of a body lie in the database; numbers that are kept. */
export const RAW = 1;
export const ZSTD = 2;
/** As version 1 of the schema wrote them: raw, and nobody has tried yet to make them smaller. */
export const UNPACKED = 0;

/** Bytes as they are kept. */
export interface Packed {
	readonly form: typeof RAW | typeof ZSTD;
	readonly bytes: Uint8Array;
}

/** A level that stays below 1 ms for 500 kB and at some 50 ms for 25 MB: this runs between two frames of an answer. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
/** The frame of zstd alone takes about as much. */
const SMALLEST = 24;

/** Compressed, where that is smaller. */
export function pack(bytes: Uint8Array): Packed {
	if (bytes.byteLength >= SMALLEST) {
		const smaller = zstdCompressSync(bytes, LEVEL);
		if (smaller.byteLength < bytes.byteLength) return { form: ZSTD, bytes: smaller };
	}
	return { form: RAW, bytes };
}

/** The bytes that were packed. Throws zlib's error when they are damaged. */
export function unpack(form: number, bytes: Uint8Array): Uint8Array {
	if (form !== ZSTD) return bytes;
	const whole = zstdDecompressSync(bytes);
	return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength);
}
