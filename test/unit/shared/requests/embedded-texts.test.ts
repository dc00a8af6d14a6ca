import { expect, test } from 'vitest';
import { embeddedTexts, writtenTexts } from '../../../../src/shared/requests/embedded-texts.ts';

test.each([
	['', []],
	[' \n\t\n', []],
	['猫が好きです。', ['猫が好きです。']],
	['one\ntwo\r\n\n  three  ', ['one', 'two', 'three']],
	['one -- two\n--- three', ['one -- two', '--- three']],
	['a poem\nof two lines\n---\nanother', ['a poem\nof two lines', 'another']],
	['a\r\nb\r\n---\r\nc\r\n', ['a\r\nb', 'c']],
	['---\nall of it\nis one\n---', ['all of it\nis one']],
])('%j are %j', (written, texts) => {
	expect(embeddedTexts(written)).toEqual(texts);
});

test.each([[[]], [['one']], [['猫', '犬']], [['of two\nlines', 'of one']]])(
	'%j are found again as they are written',
	(texts) => {
		expect(embeddedTexts(writtenTexts(texts))).toEqual(texts);
	},
);
