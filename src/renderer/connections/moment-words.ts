/** A time as a person reads it: the clock's today, with the day on any other. `at` and `now`: milliseconds since the epoch. */
export function formatMoment(at: number, now: number, language: string): string {
	const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
	const date = new Date(at);
	const today = new Date(now);
	if (date.toDateString() === today.toDateString()) return new Intl.DateTimeFormat(language, clock).format(date);
	const day = { month: 'short', day: 'numeric' } as const;
	const year = date.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
	return new Intl.DateTimeFormat(language, { ...year, ...day, ...clock }).format(date);
}

/** What is left of a time, as minutes and seconds (`9:05`); never below zero. Milliseconds. */
export function formatLeft(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
