import { z } from 'zod';
import type { ToolAnswer } from './tool-answer.ts';
import { toolError } from './tool-answer.ts';

const input = z.object({ timezone: z.string().min(1).optional() });

/** The time in a time zone (IANA), UTC where none is named. `now`: milliseconds since the epoch. */
export function currentTime(json: unknown, now: number): ToolAnswer {
	const { success, data } = input.safeParse(json);
	if (!success) return toolError('The input must be an object with an optional "timezone", such as "Asia/Tokyo".');
	const timezone = data.timezone ?? 'UTC';
	const parts = partsIn(timezone, now);
	if (parts === null) {
		return toolError(`"${timezone.slice(0, 100)}" is no time zone. Give an IANA name, such as "Asia/Tokyo" or "UTC".`);
	}
	const { year, month, day, hour, minute, second, weekday, timeZoneName = '' } = parts;
	// `GMT`, `GMT+09:00`: Intl's own form of an offset.
	const offset = timeZoneName.replace('GMT', '') || '+00:00';
	const local = `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
	return { status: 'success', format: 'json', text: JSON.stringify({ timezone, time: local, weekday }) };
}

/** null: no such time zone. */
function partsIn(timeZone: string, now: number): Partial<Record<Intl.DateTimeFormatPartTypes, string>> | null {
	const digits = '2-digit';
	const fields = { year: 'numeric', month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
	try {
		const format = new Intl.DateTimeFormat('en-US', {
			...fields,
			timeZone,
			hourCycle: 'h23',
			weekday: 'long',
			timeZoneName: 'longOffset',
		});
		return Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
