import { countTokens } from '../tokens.ts';
import type { AnswerWords } from './answer-words.ts';

/** How much text a question asks for. */
export interface WantedLength {
	readonly amount: number;
	readonly unit: 'words' | 'characters' | 'tokens';
}

const MOST = 200_000;

/** What "long" means without a number: more than the 4,096 tokens that older models can write. */
const LONG: WantedLength = { amount: 6000, unit: 'tokens' };

/** The length that a question asks for ("500 words", "800文字", "a long answer", "長く"), or null. */
export function wantedLength(question: string): WantedLength | null {
	const text = question.normalize('NFKC');
	const number = /(\d[\d,]*)\s*(万)?\s*-?\s*(words?|characters?|chars?|tokens?|文字|字|語|トークン)/i.exec(text);
	if (number !== null) {
		const amount = Number(number[1]?.replaceAll(',', '')) * (number[2] === undefined ? 1 : 10_000);
		return { amount: Math.min(amount, MOST), unit: unitOf(number[3] ?? '') };
	}
	const english = /\b(?<!\b(?:how|as|so) )(long|longer|lengthy)\b(?! as\b)/i;
	return english.test(text) || /長く|長い|長文|長め/.test(text) ? LONG : null;
}

/** Numbered paragraphs, as many as the wanted length takes, always the same. */
export function longText(wanted: WantedLength, words: AnswerWords): string {
	const paragraphs: string[] = [];
	const { longSentences: sentences } = words;
	for (let index = 1, size = 0; size < wanted.amount; index += 1) {
		const rotated = [0, 1, 2, 3].map((offset) => sentences[(index * 3 + offset) % sentences.length] ?? '');
		const paragraph = words.paragraph(index) + rotated.join(words.sentenceGap);
		paragraphs.push(paragraph);
		size += sizeOf(paragraph, wanted.unit);
	}
	return paragraphs.join('\n\n');
}

function unitOf(word: string): WantedLength['unit'] {
	if (/^(token|トークン)/i.test(word)) return 'tokens';
	return /^(word|語)/i.test(word) ? 'words' : 'characters';
}

function sizeOf(text: string, unit: WantedLength['unit']): number {
	switch (unit) {
		case 'words':
			return text.split(/\s+/).length;
		case 'characters':
			return [...text].length;
		case 'tokens':
			return countTokens(text);
	}
}
