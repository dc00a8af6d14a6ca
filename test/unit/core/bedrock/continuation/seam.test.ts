import { describe, expect, test } from 'vitest';
import { createSeam } from '../../../../../src/main/core/bedrock/continuation/seam.ts';

/** The whole answer, whichever pieces the further text comes in. */
function joined(before: string, chunks: readonly string[], mayRepeat = false): string {
	const seam = createSeam(before, mayRepeat);
	return before + chunks.map((chunk) => seam.add(chunk)).join('') + seam.end();
}

/** All at once, and character by character: the result must be the same. */
function bothWays(before: string, text: string, mayRepeat = false): string {
	const whole = joined(before, [text], mayRepeat);
	expect(joined(before, [...text], mayRepeat)).toBe(whole);
	return whole;
}

const answers = [
	'古池や\n蛙飛び込む\n水の音\n',
	'An old pond.\n\n- A frog  jumps in\n\t- the sound\r\n\r\nof water. \n',
	'| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nif x:\n    return 1\n\n\nprint(2)\n```',
	' \n 岩　と “rock” 🪨\u00a0\n',
];

describe.each(answers)('%j, cut anywhere', (answer) => {
	const cuts = Array.from({ length: answer.length - 1 }, (_, index) => answer.slice(0, index + 1));

	test.each([false, true])('is whole when the model writes the white space again (asked in words: %s)', (asked) => {
		for (const before of cuts) {
			expect(bothWays(before, answer.slice(before.trimEnd().length), asked)).toBe(answer);
		}
	});

	test.each([false, true])('is whole when the model does not (asked in words: %s)', (asked) => {
		for (const before of cuts) {
			const rest = answer.slice(before.length);
			if (rest.trimStart() === rest) expect(bothWays(before, rest, asked)).toBe(answer);
		}
	});
});

test.each([
	['a line, of which one break came and two come', 'One.\n', '\n\nTwo.', 'One.\n\nTwo.'],
	['more than what was there', 'One.\n', '\n    Two.', 'One.\n    Two.'],
	['less than what was there', 'One.\n\n', '\nTwo.', 'One.\n\nTwo.'],
	['another kind of white space is lost on neither side', 'One. ', '\nTwo.', 'One. \nTwo.'],
	['none on either side', 'One', 'Two', 'OneTwo'],
	['where the text ended with a word, all that the model writes', 'One', '\n\n Two', 'One\n\n Two'],
	['nothing but white space', 'One.\n', '\n\n', 'One.\n\n'],
	['nothing at all', 'One.\n', '', 'One.\n'],
	['an answer that was nothing but white space begins once', ' ', ' One', ' One'],
])('white space at the seam: %s', (_, before, text, whole) => {
	expect(bothWays(before, text)).toBe(whole);
});

test('text after the seam is handed on at once', () => {
	const seam = createSeam('One.\n', true);
	expect(seam.add('\n')).toBe('');
	expect(seam.add('T')).toBe('T');
	expect(seam.add(' \n')).toBe(' \n');
	expect(seam.end()).toBe('');
});

test.each([false, true])(
	'an answer that broke off inside of a character has it whole (asked in words: %s)',
	(asked) => {
		expect(joined('A frog \ud83d', [' 🐸!'], asked)).toBe('A frog 🐸!');
		expect(joined('A frog \ud83d', ['🐸!'], asked)).toBe('A frog 🐸!');
		expect(joined('A frog\n\ud83d', ['\n', '\ud83d', '\udc38!'], asked)).toBe('A frog\n🐸!');
		// Another one, or none: nothing is lost of what came.
		expect(joined('A frog \ud83d', [' 岩'], asked)).toBe('A frog \ud83d 岩');
		expect(joined('\ud83d', ['🐸'], asked)).toBe('🐸');
	},
);

describe('a model that is asked in words may begin with the last words', () => {
	test.each([
		['a word begun anew', 'Press the butt', 'button twice.', 'Press the button twice.'],
		['a whole word, glued to itself', 'on the practice', 'practice endpoint', 'on the practice endpoint'],
		[
			'the last words',
			'The rock lies under the soil, and',
			'lies under the soil, and the frog',
			'The rock lies under the soil, and the frog',
		],
		[
			'the last line, after white space that was cut',
			'1. Open the console.\n2. Choose the model you want.\n',
			'2. Choose the model you want.\n3. Ask.',
			'1. Open the console.\n2. Choose the model you want.\n3. Ask.',
		],
		[
			'the last line, after a line break of either',
			'1. Open the console.\n2. Choose the model you want.\n',
			'\n2. Choose the model you want.\n3. Ask.',
			'1. Open the console.\n2. Choose the model you want.\n3. Ask.',
		],
		[
			'the last Japanese words',
			'岩の層が地表に現れた場所',
			'層が地表に現れた場所を露頭',
			'岩の層が地表に現れた場所を露頭',
		],
		[
			'Japanese words that follow a Latin one',
			'Bedrock岩の層が地表に現れた',
			'岩の層が地表に現れた場所',
			'Bedrock岩の層が地表に現れた場所',
		],
		[
			'all of a short answer',
			'The frog sat on the old stone',
			'The frog sat on the old stone.',
			'The frog sat on the old stone.',
		],
	])('%s', (_, before, text, whole) => {
		expect(bothWays(before, text, true)).toBe(whole);
		// A prefill is gone on with, never repeated: there, what looks the same is the text.
		if (before.trimEnd() === before) expect(bothWays(before, text)).toBe(before + text);
	});

	test.each([
		['three letters', 'see the', 'theatre'],
		['the same word twice', 'It was very', ' very good.'],
		['two words', 'Bye bye', ' bye bye baby'],
		['a word inside of another', 'the ban', 'ana'],
		['a syllable twice', 'A co', 'conut'],
		['Japanese words that double themselves', 'ます', 'ますと'],
		['signs of a table', '| a | b |\n|---|---|', '---|---|\n'],
		['closing brackets', '\t\t}\n', '\t\t}\n\t}'],
		['a short end of a statement', 'x = done;', 'done; y'],
		['a space that the answer ended with', 'the prac ', 'practice'],
		['a word and a sign of weight 15', 'We read abcdefghij klmno;', ' abcdefghij klmno; twice'],
		['a space that says that the word was whole', 'what they mean', ' meaning what'],
		['nothing alike', 'The rock', 'Zebra'],
		['a beginning that turns out to be another word', 'the outcrop', 'outcry'],
		['a heading’s words in the line below', '## The layers of the rock', '\n\nThe layers of the rock lie flat.'],
		['a line of code that follows itself', 'queue.takeNextOne(now);', '\nqueue.takeNextOne(now);\nend();'],
		[
			'one more of equal lines',
			'queue.takeNextOne(now);\nqueue.takeNextOne(now);\n',
			'queue.takeNextOne(now);\nend();',
		],
		['laughter', 'Ha ha ha ha ha ha ha ha ha ha', ' ha ha ha ha ha ha ha ha ha!'],
		['a refrain', 'Row, row, row your boat.\nRow, row, row your boat.\n', 'Row, row, row your boat.\nGently.'],
	])('what may be meant stays: %s', (_, before, text) => {
		const space = before.slice(before.trimEnd().length);
		expect(bothWays(before, text, true)).toBe(before + text.slice(text.startsWith(space) ? space.length : 0));
	});

	test('what weighs 16 is a repetition, also after a space', () => {
		expect(bothWays('We read abcdefghij klmnop;', ' abcdefghij klmnop; twice', true)).toBe(
			'We read abcdefghij klmnop; twice',
		);
	});

	test('a repetition is looked for in 1,000 characters, and not from the middle of a word on', () => {
		const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
		for (const length of [900, 999, 1000]) {
			const repeated = words.slice(-length).replace(/^\S* /, '');
			expect(joined(words, [`${repeated}.`], true)).toBe(`${words}.`);
		}
		const cutWord = `${'ab'.repeat(8)}${words.slice(-992)}`;
		const tail = cutWord.slice(-1000);
		expect(joined(cutWord, [`${tail}.`], true)).toBe(`${cutWord}${tail}.`);
	});

	test('what may be a repetition waits until it is known, and the end tells it', () => {
		const seam = createSeam('The rock lies under the soil', true);
		expect(seam.add('lies under')).toBe('');
		expect(seam.add(' the soil')).toBe('');
		expect(seam.end()).toBe('');
		const other = createSeam('The rock lies under the soil', true);
		expect(other.add('lies under the so')).toBe('');
		expect(other.end()).toBe('lies under the so');
	});

	test('a piece without a word adds nothing, and ends', () => {
		expect(bothWays('The rock', '', true)).toBe('The rock');
		expect(bothWays('The rock\n', '\n\n', true)).toBe('The rock\n\n');
	});
});
