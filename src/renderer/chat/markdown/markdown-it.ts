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

/** The tokens of a Markdown text. HTML in it is text. */
export function parseMarkdown(text: string): readonly Token[] {
	return markdown.parse(text, {});
}

/** An address that may be opened outside the app: https only. Otherwise null. */
export function httpsAddress(href: string): string | null {
	if (!URL.canParse(href)) return null;
	const url = new URL(href);
	return url.protocol === 'https:' ? url.href : null;
}
