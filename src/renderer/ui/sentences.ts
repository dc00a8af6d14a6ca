/** Sentences as one text, in a language (`en`, `ja`): Japanese has no space between them. null and '' are left out. */
export function sentences(language: string, ...parts: readonly (string | null)[]): string {
	return parts.filter((part) => part !== null && part !== '').join(sentenceGap(language));
}

/** What stands between two sentences of a language. */
export function sentenceGap(language: string): '' | ' ' {
	return language.startsWith('ja') ? '' : ' ';
}
