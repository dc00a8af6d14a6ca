import { expect, test } from 'vitest';
import { hasMarks, markCited, splitMarks } from '../../../../../src/renderer/chat/blocks/citation-marks.ts';
import { piecesOf } from '../../../../../src/renderer/chat/blocks/pieces.ts';
import { parseMarkdown } from '../../../../../src/renderer/chat/markdown/markdown-it.ts';
import type { Citation, ContentBlock } from '../../../../../src/shared/model/content.ts';
import { textOf } from '../../../../../src/shared/model/content.ts';

const use = (id: string, input = '{}'): ContentBlock => ({ type: 'tool-use', id, name: 'get_weather', input });
const result = (toolUseId: string, text = 'rain'): ContentBlock => ({
	type: 'tool-result',
	toolUseId,
	status: 'success',
	format: 'text',
	text,
	by: 'person',
});
const text = (words: string, ...citations: readonly Citation[]): ContentBlock =>
	citations.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, citations: [...citations] };
const source = (title: string): Citation => ({ title, source: null, quote: `from ${title}`, location: null });

test('texts in a row are one piece that knows its place in the answer’s text; a result goes with its use', () => {
	const content: ContentBlock[] = [
		{ type: 'reasoning', text: 'Hm.', signature: 'c2ln', redacted: null },
		text('I look.\n'),
		use('a'),
		use('b', '{"city":'),
		result('a'),
		text('It '),
		text('rains.'),
	];
	const { pieces, sources } = piecesOf(content);
	expect(sources).toEqual([]);
	expect(pieces).toEqual([
		{ key: 0, type: 'thoughts', block: content[0] },
		{ key: 1, type: 'text', start: 0, length: 8, markdown: 'I look.\n' },
		{ key: 2, type: 'tool', use: content[2], result: content[4], last: false },
		{ key: 3, type: 'tool', use: content[3], result: null, last: false },
		{ key: 5, type: 'text', start: 8, length: 9, markdown: 'It rains.' },
	]);
	for (const piece of pieces) {
		if (piece.type !== 'text') continue;
		expect(textOf(content).slice(piece.start, piece.start + piece.length)).toBe(piece.markdown);
	}
});

test('an id that comes a second time has its own result; a result without its use stands alone', () => {
	const [first, second] = [result('a', 'one'), result('a', 'two')];
	const { pieces } = piecesOf([use('a'), first, use('a'), result('x'), second]);
	expect(pieces).toMatchObject([
		{ type: 'tool', result: first },
		{ type: 'tool', result: second },
		{ type: 'result', result: { toolUseId: 'x' } },
	]);
});

test('blank text is no piece, and does not move the places of what follows', () => {
	const { pieces } = piecesOf([text('\n\n'), use('a'), text('Done.')]);
	expect(pieces.map(({ type }) => type)).toEqual(['tool', 'text']);
	expect(pieces[1]).toMatchObject({ start: 2, length: 5 });
});

test('sources are numbered in the order in which they are named, each once', () => {
	const { pieces, sources } = piecesOf([
		text('Frogs sing. ', source('A'), source('B')),
		text('They jump.', source('B')),
		text(' So.'),
	]);
	expect(sources.map(({ title }) => title)).toEqual(['A', 'B']);
	const [piece] = pieces;
	const markdown = piece?.type === 'text' ? piece.markdown : '';
	expect(splitMarks(markdown)).toEqual(['Frogs sing.', 1, 2, ' They jump.', 2, ' So.']);
	expect(piece).toMatchObject({ start: 0, length: 26 });
});

test('vectors in a row are one piece', () => {
	const vector = (words: string): ContentBlock => ({ type: 'embedding', text: words, values: [1] });
	expect(piecesOf([vector('a'), vector('b')]).pieces).toEqual([
		{ key: 0, type: 'embeddings', blocks: [vector('a'), vector('b')] },
	]);
});

test.each([
	['**月は夜に出る。**', 'strong_close'],
	['**Moon.**', 'strong_close'],
	['月は夜に出る。', null],
	['Look at https://example.com/frogs', 'link_close'],
])('a mark behind %s leaves the Markdown as it is', (words, closing) => {
	const inline = parseMarkdown(markCited(words, [1]))[1]?.children ?? [];
	expect(inline.filter(({ type }) => type.endsWith('_close')).map(({ type }) => type)).toEqual(
		closing === null ? [] : [closing],
	);
	expect(inline.find(({ attrs }) => attrs !== null)?.attrGet('href') ?? 'https://example.com/frogs').toBe(
		'https://example.com/frogs',
	);
	expect(splitMarks(inline.at(-1)?.content ?? '')).toContain(1);
});

test.each(['```js\nlet a;\n```', '| a |\n|---|\n| b |', '~~~\nx\n~~~\n'])('%j can’t be marked', (words) => {
	expect(markCited(words, [1])).toBe(words);
	expect(hasMarks(words)).toBe(false);
});

test('what is cited in the middle of code has no mark: it would be part of the code', () => {
	const markdown = (...blocks: readonly ContentBlock[]) =>
		piecesOf(blocks).pieces.map((piece) => (piece.type === 'text' ? hasMarks(piece.markdown) : null));
	const code = text('As in\n```py\nprint(1)\n', source('Code'));
	expect(markdown(code)).toEqual([false]);
	expect(markdown(text('~~~~\n'), text('a\n~~~\nb', source('Code')))).toEqual([false]);
	// A line that only begins like its fence does not end it.
	expect(markdown(code, text('```js\nb', source('Docs')))).toEqual([false]);
	// It ends where its fence does, and with its piece.
	expect(markdown(code, text('```\nThat prints.', source('Docs')))).toEqual([true]);
	expect(markdown(code, use('a'), text('That prints.', source('Docs')))).toEqual([false, null, true]);
	expect(piecesOf([code]).sources).toEqual([source('Code')]);
});

test('a mark stands behind the last word, after a narrow space where the letter has none of its own', () => {
	expect(markCited('Frogs. \n', [1, 2])).toBe('Frogs.\u202f\ufdd01\ufdd1\ufdd02\ufdd1 \n');
	expect(markCited('月は夜に出る。', [3])).toBe('月は夜に出る。\ufdd03\ufdd1');
});
