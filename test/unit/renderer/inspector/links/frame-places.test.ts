import { expect, test } from 'vitest';
import { frameAtPlace, placeFrames } from '../../../../../src/renderer/inspector/links/frame-places.ts';
import type { Frame } from '../../../../../src/shared/model/exchange.ts';

const plain: Frame = {
	index: 1,
	offset: 0,
	length: 100,
	atMs: 10,
	gapMs: null,
	messageType: 'event',
	eventType: 'contentBlockDelta',
	headers: [],
	payload: '',
	chunk: null,
	preludeChecksumValid: true,
	messageChecksumValid: true,
};

/** A stream: a first frame without text, then one for each piece. */
function stream(pieces: readonly string[]): Frame[] {
	const deltas = pieces.map((text) => ({ contentBlockIndex: 0, delta: { text }, p: 'abc' }));
	return [{ role: 'assistant', p: 'ab' }, ...deltas].map((payload, at) => ({
		...plain,
		index: at + 1,
		payload: JSON.stringify(payload),
	}));
}

const places = (answer: string, pieces: readonly string[], before?: number) =>
	placeFrames(answer, stream(pieces), before)?.frames.map(({ index, start, end }) => [index, start, end]) ?? null;

test('each delta stands where its text does; an empty one nowhere', () => {
	expect(places('岩盤 🪨 Rock', ['岩盤', '', ' 🪨', ' Rock'])).toEqual([
		[2, 0, 2],
		[4, 2, 5],
		[5, 5, 10],
	]);
});

test('a call that goes on with an answer stands behind what was there', () => {
	expect(places('one two three four', [' three', ' four'])).toEqual([
		[2, 7, 13],
		[3, 13, 18],
	]);
});

test('what was cut at the seam is cut from the first frames', () => {
	expect(places('one two three four', ['two', ' two three', ' four'])).toEqual([
		[3, 3, 13],
		[4, 13, 18],
	]);
});

test('in a chain each call ends where the next one begins, whatever is said again', () => {
	const answer = '| a | b |\n|---|---|\n| a | b |\n\nOne.';
	expect(places(answer, ['\n', '\nOne.'])).toEqual([
		[2, 29, 30],
		[3, 30, 35],
	]);
	expect(places(answer, ['\n| a', ' | b |'], 29)).toEqual([
		[2, 19, 23],
		[3, 23, 29],
	]);
	expect(places(answer, ['|---|', '---|'], 19)).toEqual([
		[2, 10, 15],
		[3, 15, 19],
	]);
	expect(places(answer, ['| a | b', ' |\n'], 10)).toEqual([
		[2, 0, 7],
		[3, 7, 10],
	]);
});

test('what two calls both brought at a seam stands there for both', () => {
	const answer = '| a |\n| b |\nthe practice endpoint';
	expect(places(answer, ['\n| b |\nthe', ' practice'], 25)).toEqual([
		[2, 5, 15],
		[3, 15, 24],
	]);
	expect(places(answer, ['\n| b |', '\nthe practice endpoint'])).toEqual([
		[2, 5, 11],
		[3, 11, 33],
	]);
	expect(places(answer, ['| a |', '\n'], 5)).toEqual([
		[2, 0, 5],
		[3, 5, 6],
	]);
});

test('while it runs, frames or answer may be ahead', () => {
	expect(places('one t', ['one', ' two', ' three'])).toEqual([
		[2, 0, 3],
		[3, 3, 5],
	]);
	expect(places('one two three', ['one'])).toEqual([[2, 0, 3]]);
});

test('a text that the answer does not have has no place', () => {
	expect(places('one two', ['three'])).toBeNull();
	expect(places('one two', [])).toBeNull();
});

test('the frame of a character is found; behind the last there is none', () => {
	const placed = placeFrames('abcd', stream(['ab', 'cd']));
	if (placed === null) throw new Error('Not placed.');
	expect([0, 1, 2, 3, 4].map((place) => frameAtPlace(placed, place))).toEqual([2, 2, 3, 3, null]);
});

test('thoughts that stand in the text of a stream, with their tag, are none of the answer', () => {
	expect(places('\n\nRock', ['Hm', '.</think>\n', '\nRo', 'ck'])).toEqual([
		[3, 0, 1],
		[4, 1, 4],
		[5, 4, 6],
	]);
	expect(places('Rock', ['<reasoning>Hm</reasoning>Ro', 'ck'])).toEqual([
		[2, 0, 2],
		[3, 2, 4],
	]);
	expect(places('Say </think>.', ['Say </think>', '.'])).toEqual([
		[2, 0, 12],
		[3, 12, 13],
	]);
	expect(places('Rock', ['Hm', '.'])).toBeNull();
});
