import type { HeaderLines } from './model/exchange.ts';

/** The value of a header, the first one where there are several; null: there is none. `name`: in lower case. */
export function headerOf(lines: HeaderLines, name: string): string | null {
	return lines.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
