import { expect, test } from 'vitest';
import { formatLeft, formatMoment } from '../../../../src/renderer/connections/moment-words.ts';

const now = new Date(2026, 10, 21, 18, 40).getTime();

test.each([
	['today', new Date(2026, 10, 21, 19, 5), 'en', '19:05'],
	['after midnight of today', new Date(2026, 10, 21, 0, 5), 'ja', '00:05'],
	['tomorrow, less than a day away', new Date(2026, 10, 22, 2, 40), 'en', 'Nov 22, 02:40'],
	['tomorrow', new Date(2026, 10, 22, 2, 40), 'ja', '11月22日 02:40'],
	['another year', new Date(2027, 0, 2, 3, 4), 'en', 'Jan 2, 2027, 03:04'],
] as const)('%s', (_, at, language, words) => {
	expect(formatMoment(at.getTime(), now, language)).toBe(words);
});

test.each([
	[600_000, '10:00'],
	[599_999, '10:00'],
	[65_000, '1:05'],
	[1, '0:01'],
	[0, '0:00'],
	[-5000, '0:00'],
])('%i ms are left: %s', (ms, words) => {
	expect(formatLeft(ms)).toBe(words);
});
