import { expect, test } from 'vitest';
import { HEX_LIMIT, hexDump } from '../../../../src/renderer/inspector/hex-dump.ts';

test('lines of eight bytes, with their offset and what can be printed', () => {
	const bytes = new TextEncoder().encode(':event 池 ~');
	expect(hexDump(bytes)).toBe(
		['00000000  3a 65 76 65 6e 74 20 e6  :event .', '00000008  b1 a0 20 7e              .. ~'].join('\n'),
	);
});

test('no bytes, no lines', () => {
	expect(hexDump(new Uint8Array())).toBe('');
});

test('only the first megabyte is laid out', () => {
	const lines = hexDump(new Uint8Array(HEX_LIMIT + 1)).split('\n');
	expect(lines).toHaveLength(HEX_LIMIT / 8);
	expect(lines.at(-1)?.startsWith('000ffff8  00 00')).toBe(true);
});
