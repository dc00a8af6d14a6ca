import { expect, test } from 'vitest';
import { httpsAddress, parseMarkdown } from '../../../../../src/renderer/chat/markdown/markdown-it.ts';
import type { TokenNode } from '../../../../../src/renderer/chat/markdown/token-tree.ts';
import { plainText, tokenTree } from '../../../../../src/renderer/chat/markdown/token-tree.ts';

function strong(text: string): readonly string[] {
	const found: string[] = [];
	const look = (nodes: readonly TokenNode[]) => {
		for (const node of nodes) {
			if (node.token.type === 'strong_open') found.push(plainText(node.children));
			look(node.children);
		}
	};
	look(tokenTree(parseMarkdown(text)));
	return found;
}

test.each([
	['一句目は**「夏の夕暮れ」**です', ['「夏の夕暮れ」']],
	['**注意：**必ず', ['注意：']],
	['これは**API（v2）**で', ['API（v2）']],
	['**`code`**を使う', ['code']],
	['a **b** c', ['b']],
	['2 ** 3 ** 4', []],
	['**「開いた', []],
])('finds what is strong in %s', (source, expected) => {
	expect(strong(source)).toEqual(expected);
});

test('HTML is text', () => {
	const tokens = parseMarkdown('<script>alert(1)</script> <b>x</b>');
	expect(plainText(tokenTree(tokens))).toBe('<script>alert(1)</script> <b>x</b>');
});

test('a script address is no link', () => {
	expect(
		parseMarkdown('[x](javascript:alert(1))').some((token) => token.children?.some((c) => c.type === 'link_open')),
	).toBe(false);
});

test('makes a tree: a list in a list', () => {
	const [list] = tokenTree(parseMarkdown('- a\n  - b\n'));
	expect(list?.token.type).toBe('bullet_list_open');
	expect(list?.children[0]?.children.map(({ token }) => token.type)).toEqual(['paragraph_open', 'bullet_list_open']);
});

test.each([
	['https://aws.amazon.com/jp/', 'https://aws.amazon.com/jp/'],
	['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
	['http://aws.amazon.com/', null],
	['javascript:alert(1)', null],
	['/relative', null],
	['mailto:a@b.example', null],
])('opens %s: %s', (href, expected) => {
	expect(httpsAddress(href)).toBe(expected);
});
