import { expect, test } from 'vitest';
import { currentTime } from '../../../../src/main/core/tools/current-time.ts';

const NOW = Date.UTC(2026, 10, 21, 15, 4, 5, 678);

test.each([
	[{}, { timezone: 'UTC', time: '2026-11-21T15:04:05+00:00', weekday: 'Saturday' }],
	[{ timezone: 'Asia/Tokyo' }, { timezone: 'Asia/Tokyo', time: '2026-11-22T00:04:05+09:00', weekday: 'Sunday' }],
	[{ timezone: 'Asia/Kolkata' }, { timezone: 'Asia/Kolkata', time: '2026-11-21T20:34:05+05:30', weekday: 'Saturday' }],
	[
		{ timezone: 'America/New_York' },
		{ timezone: 'America/New_York', time: '2026-11-21T10:04:05-05:00', weekday: 'Saturday' },
	],
] as const)('%j', (input, told) => {
	const { text, ...rest } = currentTime(input, NOW);
	expect(rest).toEqual({ status: 'success', format: 'json' });
	expect(JSON.parse(text)).toEqual(told);
});

test('an unknown time zone, and an input of another shape, are refused in words', () => {
	expect(currentTime({ timezone: 'Moon/Crater' }, NOW)).toEqual({
		status: 'error',
		format: 'text',
		text: '"Moon/Crater" is no time zone. Give an IANA name, such as "Asia/Tokyo" or "UTC".',
	});
	for (const input of [null, { timezone: 9 }, { timezone: '' }, []]) {
		expect(currentTime(input, NOW)).toMatchObject({ status: 'error', text: expect.stringContaining('"timezone"') });
	}
});
