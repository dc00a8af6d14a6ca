import { expect, test } from 'vitest';
import { followBlocks } from '../../../../src/main/core/bedrock/stream-blocks.ts';
import type { AnswerPart, Citation } from '../../../../src/shared/model/content.ts';

const source = (title: string): Citation => ({ title, source: null, quote: null, location: null });
const cites = (title: string): AnswerPart => ({ type: 'citation', citation: source(title) });
const says = (text: string): AnswerPart => ({ type: 'text', text });
const input: AnswerPart = { type: 'tool-input', json: '{}' };
const use: AnswerPart = { type: 'tool-use', id: '1', name: 'look' };

test('sources wait for the end of their block, and are of all that it says', () => {
	const blocks = followBlocks();
	expect(blocks.piece([cites('A')], 0)).toEqual([]);
	expect(blocks.piece([says('ab')], 0)).toEqual([says('ab')]);
	expect(blocks.piece([cites('B')], 0)).toEqual([]);
	expect(blocks.ended()).toEqual([
		{ ...cites('A'), length: 2 },
		{ ...cites('B'), length: 2 },
	]);
	expect(blocks.ended()).toEqual([]);
});

test('a block ends where another begins, also where nothing else says so', () => {
	const blocks = followBlocks();
	blocks.piece([says('abc'), cites('A')], 0);
	expect(blocks.piece([says('d')], 1)).toEqual([{ ...cites('A'), length: 3 }, says('d')]);
	blocks.piece([cites('B')], 1);
	expect(blocks.started([use], 2)).toEqual([{ ...cites('B'), length: 1 }, use]);
	expect(blocks.piece([input], 2)).toEqual([input]);
	blocks.piece([cites('C')], 3);
	expect(blocks.ended()).toEqual([{ ...cites('C'), length: 0 }]);
});

test('the input of a tool that the service itself uses is no part of the answer', () => {
	const blocks = followBlocks();
	expect(blocks.started([use], 0)).toEqual([use]);
	expect(blocks.started([], 1)).toEqual([]);
	expect(blocks.piece([input], 1)).toEqual([]);
	expect(blocks.started([use], 2)).toEqual([use]);
	expect(blocks.piece([input], 2)).toEqual([input]);
});
