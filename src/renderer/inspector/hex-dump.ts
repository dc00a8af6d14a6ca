/** Bytes of one line: half of what `hexdump -C` has, because that is what fits into the pane. */
const LINE = 8;

/** How much is laid out at most; bytes. Six times as much text comes of it. */
export const HEX_LIMIT = 1_048_576;

/** The first `HEX_LIMIT` bytes as lines of offset, eight bytes in hex, and what of them is printable ASCII. */
export function hexDump(bytes: Uint8Array): string {
	const lines: string[] = [];
	const end = Math.min(bytes.length, HEX_LIMIT);
	for (let offset = 0; offset < end; offset += LINE) {
		const line = bytes.subarray(offset, Math.min(offset + LINE, end));
		const hex = Array.from(line, (byte) => byte.toString(16).padStart(2, '0'))
			.join(' ')
			.padEnd(LINE * 3 - 1);
		const ascii = Array.from(line, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
		lines.push(`${offset.toString(16).padStart(8, '0')}  ${hex}  ${ascii}`);
	}
	return lines.join('\n');
}
