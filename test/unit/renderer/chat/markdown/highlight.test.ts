import { expect, test } from 'vitest';
import { languageOf, loadHighlighter, piecesOf } from '../../../../../src/renderer/chat/markdown/highlight.ts';

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
