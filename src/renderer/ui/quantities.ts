/** What stands where a value is not known. */
export const UNKNOWN = '–';

/** A number and its unit, apart, because the unit is drawn smaller. */
export interface Quantity {
	readonly value: string;
	readonly unit: string;
}

/** A count with the language's grouping (`1,496`). */
export function count(value: number, language: string): string {
	return numberFormat(language, 0).format(value);
}

/** Milliseconds below a second, else seconds with two decimals (`412 ms`, `2.71 s`). */
export function duration(ms: number, language: string): Quantity {
	if (ms < 999.5) return { value: count(ms, language), unit: 'ms' };
	const decimals = ms < 99_995 ? 2 : 0;
	return { value: numberFormat(language, decimals).format(ms / 1000), unit: 's' };
}

/** A duration as one text (`412 ms`, `2.71 s`), in seconds also below one where `like` is given in them. */
export function durationText(ms: number, language: string, like = ms): string {
	if (like >= 999.5 && ms < 999.5) return `${numberFormat(language, 2).format(ms / 1000)} s`;
	const { value, unit } = duration(ms, language);
	return `${value} ${unit}`;
}

/** Whole milliseconds, for columns that are compared (`1,496 ms`). */
export function milliseconds(ms: number, language: string): string {
	return `${count(ms, language)} ms`;
}

/** Decimal units, as file managers and HTTP tools count: `812 B`, `1.2 kB`, `5.3 MB`. */
export function byteSize(bytes: number, language: string): string {
	if (bytes < 1000) return `${count(bytes, language)} B`;
	const [size, unit] = bytes < 999_950 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
	return `${numberFormat(language, size < 99.95 ? 1 : 0).format(size)} ${unit}`;
}

/** The size as it is said aloud and the exact number of bytes: `1.2 kB (1,234 B)`; just the one below 1,000. */
export function exactByteSize(bytes: number, language: string): string {
	return bytes < 1000 ? byteSize(bytes, language) : `${byteSize(bytes, language)} (${count(bytes, language)} B)`;
}

/** US dollars: four decimals at most, below a cent two digits that count (`$1.25`, `$0.0123`, `$0.00017`). */
export function money(dollars: number, language: string): string {
	const small = dollars > 0 && dollars < 0.01;
	const key = `money ${language} ${small}`;
	const known = formats.get(key);
	if (known !== undefined) return known.format(dollars);
	const made = new Intl.NumberFormat(language, {
		style: 'currency',
		currency: 'USD',
		currencyDisplay: 'narrowSymbol',
		...(small ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 4 }),
	});
	formats.set(key, made);
	return made.format(dollars);
}

/** Day and time to the second, in the zone of this machine: `Nov 21, 2026, 01:45:32`. `at`: milliseconds since the epoch. */
export function dayAndTime(at: number, language: string): string {
	return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(at);
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string, decimals: number): Intl.NumberFormat {
	const key = `${language} ${decimals}`;
	const known = formats.get(key);
	if (known !== undefined) return known;
	const made = new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
	formats.set(key, made);
	return made;
}
