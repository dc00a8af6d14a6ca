import { expect, test } from 'vitest';
import { revealed } from '../../../../../src/renderer/inspector/stream/reveal.ts';

test.each([
	['in view', 100, 50, 120, 130, 100],
	['above it', 100, 50, 40, 60, 40],
	['below it', 100, 50, 160, 180, 130],
	['higher than it', 100, 50, 110, 400, 110],
])('a part that is %s', (_, at, height, top, bottom, expected) => {
	expect(revealed(at, height, top, bottom)).toBe(expected);
});
