import { isJapanese } from '../question.ts';
import type { AnswerWords } from './answer-words.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

/** The words of the language in which a question is answered: Japanese when it has kana or kanji, else English. */
export function wordsFor(question: string): AnswerWords {
	return isJapanese(question) ? japanese : english;
}
