import { expect, test } from 'vitest';
import { bytesPerLine, HEX_PAGE, hexDump, hexPages } from '../../../../../src/renderer/inspector/body/hex-dump.ts';

test('lines of eight bytes, with their offset and what can be printed', () => {
	const bytes = new TextEncoder().encode(':event 池 ~');
	expect(hexDump(bytes, 8, 0)).toBe(
		['00000000  3a 65 76 65 6e 74 20 e6  :event .', '00000008  b1 a0 20 7e              .. ~'].join('\n'),
	);
});

test('lines of sixteen bytes where there is room for them', () => {
	const bytes = new TextEncoder().encode('0123456789abcdefg');
	expect(hexDump(bytes, 16, 0)).toBe(
		[
			'00000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef',
			`00000010  67${' '.repeat(45)}  g`,
		].join('\n'),
	);
});

test.each([
	[280, 4],
	[343, 4],
	[344, 8],
	[460, 8],
	[573, 8],
	[574, 16],
	[2000, 16],
	[0, 4],
])('a pane of %d pixels has lines of %d bytes', (width, bytes) => {
	expect(bytesPerLine(width)).toBe(bytes);
});

test('no bytes, no lines', () => {
	expect(hexDump(new Uint8Array(), 8, 0)).toBe('');
});

test('a large body is laid out in parts of a megabyte, offsets going on', () => {
	const bytes = new Uint8Array(HEX_PAGE + 1);
	expect([0, 1, HEX_PAGE, HEX_PAGE + 1].map(hexPages)).toEqual([1, 1, 1, 2]);
	const lines = hexDump(bytes, 8, 0).split('\n');
	expect(lines).toHaveLength(HEX_PAGE / 8);
	expect(lines.at(-1)?.startsWith('000ffff8  00 00')).toBe(true);
	expect(hexDump(bytes, 8, 1)).toBe(`00100000  00${' '.repeat(21)}  .`);
});
