import { describe, expect, test } from 'vitest';
import {
	byteSize,
	count,
	dayAndTime,
	duration,
	durationText,
	exactByteSize,
	milliseconds,
} from '../../../../src/renderer/ui/quantities.ts';

describe('duration', () => {
	test.each([
		[0, '0', 'ms'],
		[0.4, '0', 'ms'],
		[411.6, '412', 'ms'],
		[999.4, '999', 'ms'],
		[999.5, '1.00', 's'],
		[2712, '2.71', 's'],
		[61_004, '61.00', 's'],
		[99_994, '99.99', 's'],
		[99_995, '100', 's'],
		[3_600_000, '3,600', 's'],
	])('%d ms is %s %s', (ms, value, unit) => {
		expect(duration(ms, 'en')).toEqual({ value, unit });
	});
});

test('a duration as one text, in the unit of another where that is given', () => {
	expect(durationText(64.2, 'ja')).toBe('64 ms');
	expect(durationText(9440, 'en')).toBe('9.44 s');
	expect(durationText(812, 'en', 9440)).toBe('0.81 s');
	expect(durationText(812, 'en', 900)).toBe('812 ms');
});

test('a moment has its day and its time to the second, in 24 hours', () => {
	const at = new Date(2026, 10, 21, 13, 5, 32).getTime();
	expect(dayAndTime(at, 'en')).toBe('Nov 21, 2026, 13:05:32');
	expect(dayAndTime(at, 'ja')).toBe('2026/11/21 13:05:32');
	expect(dayAndTime(new Date(2026, 10, 21, 0, 5, 32).getTime(), 'en')).toBe('Nov 21, 2026, 00:05:32');
});

describe('sizes', () => {
	test.each([
		[0, '0 B'],
		[999, '999 B'],
		[1000, '1.0 kB'],
		[1234, '1.2 kB'],
		[99_949, '99.9 kB'],
		[99_950, '100 kB'],
		[999_949, '1,000 kB'],
		[999_950, '1.0 MB'],
		[5_300_000, '5.3 MB'],
		[25_000_000, '25.0 MB'],
	])('%d bytes are %s', (bytes, text) => {
		expect(byteSize(bytes, 'en')).toBe(text);
	});

	test('the exact number stands beside a rounded one only', () => {
		expect(exactByteSize(812, 'ja')).toBe('812 B');
		expect(exactByteSize(4703, 'ja')).toBe('4.7 kB (4,703 B)');
	});
});

test('counts and milliseconds are grouped and rounded', () => {
	expect(count(20_000, 'ja')).toBe('20,000');
	expect(milliseconds(1495.6, 'en')).toBe('1,496 ms');
});
