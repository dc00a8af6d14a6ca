import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../../../src/renderer/chat/markdown/markdown-it.ts';
import { alignText, renderedRange } from '../../../../../src/renderer/inspector/links/align-text.ts';

/** What of a rendered text comes from a part of its source that is given by its words. */
function found(rendered: string, source: string, words: string): string {
	const start = source.indexOf(words);
	const range = renderedRange(alignText(rendered, source), { start, end: start + words.length });
	return range === null ? '' : rendered.slice(range.start, range.end);
}

test('a text without marks is its own source', () => {
	const text = '岩盤の上に土がある。🪨👩‍💻 Rock.';
	expect([...alignText(text, text)]).toEqual(Array.from({ length: text.length }, (_, at) => at));
});

const source = `## 岩盤 Bedrock

**Under** the *soil* lies [the rock](https://example.com/the/rock), and \`outcrop\` is 👩‍💻.

1. 一つ目 first
2. 二つ目 & second

| 列 | column |
|---|---|
| 値 | value |

\`\`\`ts
const answer = 42; // 答え
\`\`\`

And ~~that~~ is **all**.`;

/** As the window renders it: no marks, no line breaks between blocks. */
const rendered =
	'岩盤 BedrockUnder the soil lies the rock, and outcrop is 👩‍💻.一つ目 first二つ目 & second列column値valueconst answer = 42; // 答え\nAnd that is all.';

test.each([
	['岩盤 Bed', '岩盤 Bed'],
	['Under', 'Under'],
	['the *soil* lies', 'the soil lies'],
	['[the rock](https', 'the rock'],
	['outcrop', 'outcrop'],
	['👩‍💻', '👩‍💻'],
	['二つ目 & sec', '二つ目 & sec'],
	['| 値 | val', '値val'],
	['// 答え', '// 答え'],
	['~~that~~', 'that'],
	['**all**.', 'all.'],
])('what comes from %j of the source is %j', (words, shown) => {
	expect(found(rendered, source, words)).toBe(shown);
});

test('a part that is only marks is the character after it', () => {
	expect(found('Under all', '**Under** all', '**')).toBe('U');
	expect(renderedRange(alignText('all', '**all**'), { start: 5, end: 7 })).toEqual({ start: 2, end: 3 });
	expect(renderedRange(alignText('', '---'), { start: 0, end: 3 })).toBeNull();
});

test('words of the app itself among the rendered ones are passed over', () => {
	expect(found('before TABLE OF THINGS after it all', 'before after it all', 'after it')).toBe('after it');
});

test('a long answer is followed to its end', () => {
	const section = `### 見出し {n}\n\n**岩盤** is _under_ \`soil {n}\`.\n\n- [x] 済み\n- item {n}\n\n> 引用 {n}\n\n`;
	const long = Array.from({ length: 400 }, (_, n) => section.replaceAll('{n}', String(n))).join('');
	const shown = plain(long);
	expect(found(shown, long, 'soil 399')).toBe('soil 399');
	expect(found(shown, long, '引用 200')).toBe('引用 200');
	const places = alignText(shown, long);
	for (let at = 1; at < places.length; at++) expect(places[at] ?? 0).toBeGreaterThanOrEqual(places[at - 1] ?? 0);
});

/** The words of a Markdown text, as the app's own parser reads it. */
function plain(text: string): string {
	return parseMarkdown(text)
		.flatMap((token) => token.children ?? [token])
		.map(({ content }) => content)
		.join('');
}
