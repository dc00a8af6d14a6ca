/** Bytes of one line, the most first: what `hexdump -C` has, or as many as fit into the pane. */
const LINES = [16, 8, 4] as const;
export type BytesPerLine = (typeof LINES)[number];

/** Width of one character, and what stands around a line; pixels. JetBrains Mono is 0.6 em wide; the viewer has 12 px. */
const CHARACTER = 7.2;
const AROUND = 34;

/** How many bytes of a line fit into a pane of a width in pixels. */
export function bytesPerLine(width: number): BytesPerLine {
	const fits = LINES.find((bytes) => lineLength(bytes) * CHARACTER + AROUND <= width);
	return fits ?? 4;
}

function lineLength(bytes: number): number {
	return 8 + 2 + (bytes * 3 - 1) + 2 + bytes;
}

/** How much is laid out at once; bytes. Six times as much text comes of it. */
export const HEX_PAGE = 1_048_576;

/** In how many parts bytes are laid out; at least one. */
export function hexPages(size: number): number {
	return Math.max(1, Math.ceil(size / HEX_PAGE));
}

/**
 * A part of bytes (from 0) as lines of offset, some bytes in hex, and what of them is printable ASCII. Written as bytes
 * and decoded once: strings of a million small ones would stop the window for a moment.
 */
export function hexDump(bytes: Uint8Array, perLine: BytesPerLine, page: number): string {
	const start = page * HEX_PAGE;
	const end = Math.min(bytes.length, start + HEX_PAGE);
	const length = lineLength(perLine) + 1;
	const out = new Uint8Array(Math.max(0, Math.ceil((end - start) / perLine) * length)).fill(SPACE);
	let last = 0;
	for (let offset = start, line = 0; offset < end; offset += perLine, line += length) {
		for (let digit = 0; digit < 8; digit += 1) out[line + digit] = digitAt(offset >>> (28 - 4 * digit));
		const ascii = line + 10 + perLine * 3 + 1;
		const count = Math.min(perLine, end - offset);
		for (let at = 0; at < count; at += 1) {
			const byte = bytes[offset + at] ?? 0;
			out[line + 10 + at * 3] = digitAt(byte >>> 4);
			out[line + 11 + at * 3] = digitAt(byte);
			out[ascii + at] = byte >= SPACE && byte < 0x7f ? byte : DOT;
		}
		last = ascii + count;
		out[last] = LINE_FEED;
	}
	return new TextDecoder().decode(out.subarray(0, last));
}

const SPACE = 0x20;
const DOT = 0x2e;
const LINE_FEED = 0x0a;
const DIGITS = new TextEncoder().encode('0123456789abcdef');

/** The hex digit of the lowest four bits. */
function digitAt(bits: number): number {
	return DIGITS[bits & 15] ?? SPACE;
}
