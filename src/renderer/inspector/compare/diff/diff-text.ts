import { wholeCharacters } from '../../../../shared/shorten.ts';
import { alignLists } from './align.ts';

/** A piece of two texts: in both, in the first only, in the second only. */
export interface TextPiece {
	readonly mark: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** A stretch up to this length is compared word by word, a longer one line by line. Characters. */
const WORDS_UP_TO = 30_000;
/** So much of what is the same stays with what differs, so that no word is cut. Characters. */
const AROUND = 48;

/** What differs between two texts: words and signs, in Japanese too; of very long stretches, lines. */
export function diffText(before: string, after: string): readonly TextPiece[] {
	if (before === after) return before === '' ? [] : [{ mark: 'same', text: before }];
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
	let tail = 0;
	while (
		tail < shorter - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	) {
		tail += 1;
	}
	head = wholeCharacters(before, Math.max(0, head - AROUND));
	tail = before.length - wholeCharacters(before, before.length - Math.max(0, tail - AROUND));
	const middle = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)] as const;
	const split = middle[0].length + middle[1].length <= WORDS_UP_TO ? wordsOf : linesOf;
	const [from, to] = [split(middle[0]), split(middle[1])];

	const pieces: { mark: TextPiece['mark']; text: string }[] = [];
	const add = (mark: TextPiece['mark'], text: string): void => {
		if (text === '') return;
		const last = pieces.at(-1);
		if (last?.mark === mark) last.text += text;
		else pieces.push({ mark, text });
	};
	add('same', before.slice(0, head));
	for (const stretch of alignLists(from, to)) {
		const removed = from.slice(stretch.before, stretch.before + stretch.removed).join('');
		if (stretch.same) add('same', removed);
		else {
			add('removed', removed);
			add('added', to.slice(stretch.after, stretch.after + stretch.added).join(''));
		}
	}
	add('same', before.slice(before.length - tail));
	return pieces;
}

/** The lines of a text, each with its line break. */
export function linesOf(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

function wordsOf(text: string): readonly string[] {
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
