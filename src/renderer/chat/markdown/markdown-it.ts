import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';

/** Letters, kana, ideographs and punctuation of Chinese, Japanese and Korean. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/**
 * CommonMark decides by spaces around punctuation whether `**` opens or closes. Japanese writes no spaces, so that
 * `**「月夜」**は` would stay as it is. Next to a CJK character the rule about punctuation is left out, as in
 * https://github.com/tats-u/markdown-cjk-friendly
 */
class CjkFriendlyState extends markdown.inline.State {
	override scanDelims(start: number, canSplitWord: boolean) {
		const scanned = super.scanDelims(start, canSplitWord);
		if (!canSplitWord || scanned.length === 0) return scanned;
		const last = characterBefore(this.src, start);
		const next = characterAfter(this.src.slice(0, this.posMax), start + scanned.length);
		const besideCjk = CJK.test(last) || CJK.test(next);
		if (!besideCjk) return scanned;
		const nextBlocks = PUNCTUATION.test(next) && !CJK.test(next);
		const lastBlocks = PUNCTUATION.test(last) && !CJK.test(last);
		const isSpace = (character: string) => character === '' || /\s/.test(character);
		return {
			...scanned,
			can_open: !isSpace(next) && (!nextBlocks || isSpace(last) || CJK.test(last) || PUNCTUATION.test(last)),
			can_close: !isSpace(last) && (!lastBlocks || isSpace(next) || CJK.test(next) || PUNCTUATION.test(next)),
		};
	}
}
markdown.inline.State = CjkFriendlyState;

function characterBefore(text: string, index: number): string {
	return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? '';
}

function characterAfter(text: string, index: number): string {
	return Array.from(text.slice(index, index + 2))[0] ?? '';
}

/** Link reference definitions (`[label]: address`) by their normalised label. */
export type Definitions = Readonly<Record<string, { readonly href: string; readonly title: string }>>;

/** The tokens of a Markdown text. HTML in it is text. */
export function parseMarkdown(text: string): readonly Token[] {
	return parseWith(text, {}).tokens;
}

/**
 * The tokens of a part of a Markdown text, where links may mean definitions of other parts.
 * @returns also the definitions that are known after it; of two with one label the known one counts
 */
export function parseWith(
	text: string,
	known: Definitions,
): { readonly tokens: readonly Token[]; readonly definitions: Definitions } {
	const references = { ...known };
	const tokens = markdown.parse(text, { references });
	return { tokens, definitions: text.includes(']:') ? references : known };
}

/** The tokens of a part of a paragraph's text. */
export function parseInline(text: string, known: Definitions): readonly Token[] {
	return markdown.parseInline(text, { references: { ...known } })[0]?.children ?? [];
}

/** Whether a text may mean a definition by its label. */
export function mentions(text: string, labels: readonly string[]): boolean {
	if (!text.includes('[')) return false;
	const normal = markdown.utils.normalizeReference(text);
	return labels.some((label) => normal.includes(label));
}

/** Whether a bare address in a text without spaces goes on across a place of it. */
export function linkAcross(text: string, place: number): boolean {
	return (markdown.linkify.match(text) ?? []).some(({ index, lastIndex }) => index < place && lastIndex > place);
}

/** An address that may be opened outside the app: https only. Otherwise null. */
export function httpsAddress(href: string): string | null {
	if (!URL.canParse(href)) return null;
	const url = new URL(href);
	return url.protocol === 'https:' ? url.href : null;
}
