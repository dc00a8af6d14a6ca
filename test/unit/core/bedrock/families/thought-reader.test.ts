import { expect, test } from 'vitest';
import { createThoughtReader } from '../../../../../src/main/core/bedrock/families/thought-reader.ts';
import type { AnswerPart } from '../../../../../src/shared/model/content.ts';

const tags = { open: '<think>', close: '</think>' };

/** Thoughts and text of an answer, however it is cut into pieces. */
function read(pieces: readonly string[], begun: boolean): readonly [thoughts: string, text: string] {
	const reader = createThoughtReader({ ...tags, begun });
	const parts: readonly AnswerPart[] = [...pieces.flatMap((piece) => reader.add(piece)), ...reader.end()];
	const of = (type: 'text' | 'reasoning') => parts.map((part) => (part.type === type ? part.text : '')).join('');
	return [of('reasoning'), of('text')];
}

test.each<[string, boolean, readonly [string, string]]>([
	['<think>a < b</think>\n\nc</think>d<think>', false, ['a < b', '\n\nc</think>d<think>']],
	['a</think>b</think>c', true, ['a', 'b</think>c']],
	[' \n<think>a', false, ['a', '']],
	[' \n<thin', false, ['', ' \n<thin']],
	['a <think>b</think>', false, ['', 'a <think>b</think>']],
	['a</thin', true, ['a</thin', '']],
	['a</</think>b', true, ['a</', 'b']],
	['', true, ['', '']],
])('%j, begun %s', (answer, begun, expected) => {
	expect(read([answer], begun)).toEqual(expected);
	expect(read([...answer], begun)).toEqual(expected);
	for (let at = 0; at <= answer.length; at++)
		expect(read([answer.slice(0, at), answer.slice(at)], begun)).toEqual(expected);
});
