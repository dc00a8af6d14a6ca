const CJK = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff00-\uffef`;
const PIECE = new RegExp(String.raw` ?[[\p{L}\p{M}\p{N}]--[${CJK}]]{1,6}|[${CJK}]| ?\S|\s+`, 'gv');

/** Tokens that an image, or a document that is not plain text, counts for, whatever its size. */
export const ATTACHMENT_TOKENS = 1000;

/**
 * Cuts a text into the practice endpoint's tokens; joined they are the text again. The rule, the same in every count:
 * a Chinese, Japanese or Korean character is one token; other letters and digits are one token for each six (so a word
 * of ordinary length is one, and English comes to some four characters a token); any other sign is one; white space is
 * one for a whole run, and a single space belongs to what follows it. No real model cuts exactly like this.
 */
export function splitTokens(text: string): readonly string[] {
	return text.match(PIECE) ?? [];
}

/** How many tokens a text is. */
export function countTokens(text: string): number {
	return splitTokens(text).length;
}
