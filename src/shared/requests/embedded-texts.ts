/**
 * The texts in what was written for a model of embeddings: each line is one. Where a line is nothing but `---`, such lines
 * part the texts, which may then have several lines. Blank ones are none.
 */
export function embeddedTexts(written: string): readonly string[] {
	const parts = /^---$/m.test(written.replaceAll('\r', '')) ? written.split(/^---\r?$/m) : written.split('\n');
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Texts as they would be written, for `embeddedTexts` to find them again. */
export function writtenTexts(texts: readonly string[]): string {
	return texts.join(texts.some((text) => text.includes('\n')) ? '\n---\n' : '\n');
}
