import { TITLE_LENGTH } from '../../../shared/model/conversation.ts';

/**
 * A title out of a first message: its first line with text, white space collapsed, cut after `TITLE_LENGTH` characters
 * as a person counts them (an emoji or a dakuten pair is never cut in two).
 */
export function titleFrom(text: string): string {
	const line = text.split(/[\r\n]+/u).find((candidate) => candidate.trim() !== '') ?? '';
	const clean = line.trim().replace(/\s+/gu, ' ');
	const characters = [...new Intl.Segmenter().segment(clean.slice(0, TITLE_LENGTH * 16))].map(({ segment }) => segment);
	if (characters.length <= TITLE_LENGTH) return characters.join('');
	return `${characters
		.slice(0, TITLE_LENGTH - 1)
		.join('')
		.trimEnd()}…`;
}
