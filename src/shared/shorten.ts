/** A place at or before `at` that cuts no character (surrogate pair) of a text in half. */
export function wholeCharacters(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
}

/** The beginning of a text, at most so many UTF-16 units, and `…` where that is not all of it. */
export function shortened(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, wholeCharacters(text, most))}…` : text;
}
