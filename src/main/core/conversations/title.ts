import { TITLE_LENGTH } from '../../../shared/model/conversation.ts';

/** How far a title is looked for; UTF-16 code units. A message may be megabytes long. */
const LOOKED_AT = TITLE_LENGTH * 16;

/**
 * A title out of a first message: its first line with text, white space collapsed, cut after `TITLE_LENGTH` characters
 * as a person counts them (an emoji or a dakuten pair is never cut in two).
 */
export function titleFrom(text: string): string {
	const start = text.search(/\S/u);
	if (start < 0) return '';
	const [line = ''] = text.slice(start, start + LOOKED_AT).split(/[\r\n]/u, 1);
	const clean = line.trim().replace(/\s+/gu, ' ');
	const characters = [...new Intl.Segmenter().segment(clean)].map(({ segment }) => segment);
	// The last one may be cut in two there.
	const isWhole = line.length < LOOKED_AT;
	if (isWhole && characters.length <= TITLE_LENGTH) return clean;
	const kept = characters.slice(0, Math.min(TITLE_LENGTH - 1, isWhole ? Infinity : characters.length - 1));
	return `${kept.join('').trimEnd()}…`;
}
