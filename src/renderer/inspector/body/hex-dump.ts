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

/** A part of bytes (from 0) as lines of offset, some bytes in hex, and what of them is printable ASCII. */
export function hexDump(bytes: Uint8Array, perLine: BytesPerLine, page: number): string {
	const lines: string[] = [];
	const end = Math.min(bytes.length, (page + 1) * HEX_PAGE);
	for (let offset = page * HEX_PAGE; offset < end; offset += perLine) {
		const line = bytes.subarray(offset, Math.min(offset + perLine, end));
		const hex = Array.from(line, (byte) => byte.toString(16).padStart(2, '0'))
			.join(' ')
			.padEnd(perLine * 3 - 1);
		const ascii = Array.from(line, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
		lines.push(`${offset.toString(16).padStart(8, '0')}  ${hex}  ${ascii}`);
	}
	return lines.join('\n');
}
