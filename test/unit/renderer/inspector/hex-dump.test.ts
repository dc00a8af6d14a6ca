import { expect, test } from 'vitest';
import { HEX_LIMIT, hexDump } from '../../../../src/renderer/inspector/hex-dump.ts';

test('lines of sixteen bytes, with their offset and what can be printed', () => {
	const bytes = new TextEncoder().encode(':event-type 池 ~');
	expect(hexDump(bytes)).toBe(
		[
			'00000000  3a 65 76 65 6e 74 2d 74  79 70 65 20 e6 b1 a0 20  :event-type ... ',
			'00000010  7e                                                ~',
		].join('\n'),
	);
});

test('no bytes, no lines', () => {
	expect(hexDump(new Uint8Array())).toBe('');
});

test('only the first megabyte is laid out', () => {
	const lines = hexDump(new Uint8Array(HEX_LIMIT + 1)).split('\n');
	expect(lines).toHaveLength(HEX_LIMIT / 16);
	expect(lines.at(-1)?.startsWith('000ffff0  00 00')).toBe(true);
});
