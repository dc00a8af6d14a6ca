import { expect, test } from 'vitest';
import { hexKey } from '../../../../../src/renderer/inspector/stream/hex-keys.ts';

test.each([
	['ArrowLeft', 9],
	['ArrowRight', 11],
	['ArrowUp', 2],
	['ArrowDown', 18],
	['PageUp', 0],
	['PageDown', 74],
	['Home', 0],
	['End', 99],
	['a', null],
])('%s leads from byte 10 to %s', (key, to) => {
	expect(hexKey(key, 10, 100, 8)).toBe(to);
});
