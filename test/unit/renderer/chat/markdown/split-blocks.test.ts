import { expect, test } from 'vitest';
import type { Block, Split } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';
import { CHUNK_LINES, splitBlocks } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';

const text = (value: string): Block => ({ type: 'text', text: value });

function blocks({ sealed, open }: Split): readonly Block[] {
	return open === null ? sealed : [...sealed, open];
}

/** What the blocks are made of, to compare with the text that was split. */
function sourceOf(split: Split): string {
	return blocks(split)
		.map((block) => (block.type === 'text' ? block.text : [...block.chunks, block.tail].join('')))
		.join('');
}

const sample = [
	'# 見出し',
	'はじめの段落\n二行目',
	'- one\n- two\n\n  with a paragraph\n\n- three\n',
	'```ts\nconst a = 1;\n\n# not a heading\n```',
	'| a | b |\n|---|---|\n| 1 | 2 |',
	'1. ordered\n   ```sh\n   ls\n\n   pwd\n   ```\n2. next',
	'> quote\n> more',
	'    indented\n\n    code',
	'~~~\ntildes ``` inside\n~~~',
	'end',
].join('\n\n');

test('begins a block at a blank line, a heading and a fence', () => {
	expect(blocks(splitBlocks('one\ntwo\n\nthree\n# four\nfive\n```js\nsix\n```\nseven'))).toEqual([
		text('one\ntwo\n\n'),
		text('three\n'),
		text('# four\n'),
		text('five\n'),
		{ type: 'fence', info: 'js', chunks: [], tail: 'six\n', closed: true },
		text('seven'),
	]);
});

test('keeps a list with blank lines, nested paragraphs and fences in one block', () => {
	const list = 'Foo:\n- a\n\n- b\n\n  ```\n  x\n\n# inside the fence\n';
	const split = splitBlocks('- a\n\n  more\n\n- b\n\n  ```\n  x\n\n  y\n  ```\n\nafter\n');
	expect(blocks(split)).toEqual([text('- a\n\n  more\n\n- b\n\n  ```\n  x\n\n  y\n  ```\n\n'), text('after\n')]);
	expect(blocks(splitBlocks(list)).at(-1)).toEqual(text('# inside the fence\n'));
	expect(blocks(splitBlocks('Foo:\n- a\n\n- b\n'))).toEqual([text('Foo:\n- a\n\n- b\n')]);
});

test('keeps indented code with a blank line in it together', () => {
	expect(blocks(splitBlocks('    a\n\n    b\n\nc\n'))).toEqual([text('    a\n\n    b\n\n'), text('c\n')]);
});

test('a fence ends only with as many of its own marks', () => {
	expect(blocks(splitBlocks('````md\n```\nx\n```\n````\n'))).toEqual([
		{ type: 'fence', info: 'md', chunks: [], tail: '```\nx\n```\n', closed: true },
	]);
	expect(blocks(splitBlocks('```\n~~~\n'))).toEqual([
		{ type: 'fence', info: '', chunks: [], tail: '~~~\n', closed: false },
	]);
});

test('a line that may become the closing fence is not shown as code', () => {
	expect(splitBlocks('```js\na\n``').open).toEqual({
		type: 'fence',
		info: 'js',
		chunks: [],
		tail: 'a\n',
		closed: false,
	});
	expect(splitBlocks('```js\na\n```').open).toEqual({
		type: 'fence',
		info: 'js',
		chunks: [],
		tail: 'a\n',
		closed: true,
	});
});

test('seals a long fence in runs of lines', () => {
	const line = 'x\n';
	const { open } = splitBlocks(`\`\`\`py\n${line.repeat(CHUNK_LINES * 2 + 3)}`);
	const run = line.repeat(CHUNK_LINES);
	expect(open).toEqual({ type: 'fence', info: 'py', chunks: [run, run], tail: line.repeat(3), closed: false });
});

test.each([1, 2, 7, 40])('grown in steps of %i characters it is what it is at once, and sealed blocks stay', (step) => {
	let split: Split | null = null;
	for (let end = step; end < sample.length + step; end += step) {
		const next: Split = splitBlocks(sample.slice(0, end), split);
		for (const [index, block] of (split?.sealed ?? []).entries()) expect(next.sealed[index]).toBe(block);
		split = next;
	}
	expect(split === null ? [] : blocks(split)).toEqual(blocks(splitBlocks(sample)));
});

test('loses no text but the fences’ own lines', () => {
	const withoutFences = sample.replace(/^(```|~~~)\w*\n/gm, '');
	expect(sourceOf(splitBlocks(sample)).replace(/\n+/g, '\n')).toBe(withoutFences.replace(/\n+/g, '\n'));
});

test('begins anew when the text is another one', () => {
	const first = splitBlocks('one\n\ntwo\n');
	expect(blocks(splitBlocks('three\n\nfour\n', first))).toEqual([text('three\n\n'), text('four\n')]);
});
