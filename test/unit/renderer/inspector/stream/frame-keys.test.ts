import { describe, expect, test } from 'vitest';
import { frameKey } from '../../../../../src/renderer/inspector/stream/frame-keys.ts';

const cursor = { active: 10, count: 100, page: 20, open: false };

describe('moves', () => {
	test.each([
		['ArrowDown', 10, 11],
		['ArrowDown', 99, 99],
		['ArrowUp', 10, 9],
		['ArrowUp', 0, 0],
		['PageDown', 10, 30],
		['PageDown', 95, 99],
		['PageUp', 10, 0],
		['PageUp', 50, 30],
		['Home', 50, 0],
		['End', 50, 99],
	])('%s at %d goes to %d', (key, active, target) => {
		expect(frameKey(key, { ...cursor, active })).toBe(target);
	});
});

test('Enter and the space bar open and close; the arrows to the sides do one of both', () => {
	for (const open of [false, true]) {
		expect(frameKey('Enter', { ...cursor, open })).toBe('toggle');
		expect(frameKey(' ', { ...cursor, open })).toBe('toggle');
		expect(frameKey('ArrowRight', { ...cursor, open })).toBe(open ? null : 'toggle');
		expect(frameKey('ArrowLeft', { ...cursor, open })).toBe(open ? 'toggle' : null);
	}
});

test('other keys are left alone', () => {
	expect(frameKey('Tab', cursor)).toBeNull();
	expect(frameKey('a', cursor)).toBeNull();
});
