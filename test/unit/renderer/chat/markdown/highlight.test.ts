import { expect, test } from 'vitest';
import {
	highlightRuns,
	languageOf,
	loadHighlighter,
	piecesOf,
} from '../../../../../src/renderer/chat/markdown/highlight.ts';

test('reads the highlighter’s HTML as pieces, entities and nesting included', () => {
	expect(
		piecesOf('a &lt;b&gt; <span class="hljs-string">&quot;x<span class="hljs-subst">&amp;</span>&#x27;</span>'),
	).toEqual([
		{ text: 'a <b> ', classNames: '' },
		{ text: '"x', classNames: 'hljs-string' },
		{ text: '&', classNames: 'hljs-string hljs-subst' },
		{ text: "'", classNames: 'hljs-string' },
	]);
});

test.each([
	['ts', 'typescript'],
	['Python', 'python'],
	['constructor', null],
	['', null],
	['brainfuck', null],
])('the language of %s is %s', (written, expected) => {
	expect(languageOf(written)).toBe(expected);
});

test('every character of the code is in the pieces', async () => {
	const code = 'import boto3\n# 「コメント」 <b> & "x"\nclient = boto3.client(\'bedrock-runtime\')\n';
	const highlight = await loadHighlighter('python');
	const pieces = highlight(code);
	expect(pieces.map(({ text }) => text).join('')).toBe(code);
	expect(pieces).toContainEqual({ text: '# 「コメント」 <b> & "x"', classNames: 'hljs-comment' });
});

test('a comment and a string go on from one run of lines to the next', async () => {
	const highlight = await loadHighlighter('typescript');
	const codes = ['const a = 1; /* begin\n', 'inside\n', 'end */ const b = `x\n', '$y` + 1;\n', 'const c = 2;\n'];
	const runs = highlightRuns(highlight, codes, []);
	expect(runs.map(({ leaves }) => leaves)).toEqual(['/* begin\n', '/* begin\n', '`x\n', '', '']);
	const all = runs.flatMap(({ pieces }) => pieces);
	expect(all.map(({ text }) => text).join('')).toBe(codes.join(''));
	expect(runs[1]?.pieces).toEqual([{ text: 'inside\n', classNames: 'hljs-comment' }]);
	expect(runs[2]?.pieces[0]).toEqual({ text: 'end */', classNames: 'hljs-comment' });
	expect(runs[3]?.pieces[0]).toEqual({ text: '$y`', classNames: 'hljs-string' });
	expect(highlightRuns(highlight, [...codes, 'd\n'], runs).slice(0, 5)).toEqual(runs);
	expect(highlightRuns(highlight, [...codes, 'd\n'], runs)[1]).toBe(runs[1]);
});
