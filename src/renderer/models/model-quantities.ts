/** Making a format costs far more than using one, and a long list uses thousands. */
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
	const format = (formats.get(key) as Format | undefined) ?? make();
	formats.set(key, format);
	return format;
}

/** US dollars, with as many decimals as a small price needs (`$3.00`, `$0.035`). */
export function dollars(amount: number, language: string): string {
	const make = () =>
		new Intl.NumberFormat(language, {
			style: 'currency',
			currency: 'USD',
			currencyDisplay: 'narrowSymbol',
			minimumFractionDigits: 2,
			maximumFractionDigits: 4,
		});
	return kept(`dollars ${language}`, make).format(amount);
}

/** A count of tokens with the language's grouping. */
export function tokens(count: number, language: string): string {
	return kept(`count ${language}`, () => new Intl.NumberFormat(language)).format(count);
}

/** An ISO day as the language writes it. A day has no zone: it is the same everywhere. */
export function dayText(day: string, language: string): string {
	const make = () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
	return kept(`day ${language}`, make).format(Date.parse(day));
}

/** Names joined to one, as the language does it (`a, b, and c`). */
export function allOf(names: readonly string[], language: string): string {
	return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** Names one after the other, with the language's comma. */
export function listText(names: readonly string[], language: string): string {
	return names.join(language === 'ja' ? '、' : ', ');
}
