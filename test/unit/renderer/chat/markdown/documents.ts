/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Lines that stand alone or change what stands around them. */
const lines = [
	'',
	'',
	'',
	'plain words of a paragraph that goes on',
	'岩盤の上に土がある。 土の下に**岩**がある。',
	'lazy',
	'===',
	'---',
	'--',
	'-',
	'***',
	'# heading',
	'#',
	'#no heading',
	'- item',
	'- ',
	'- [ ] task',
	'- [x] done',
	'* star',
	'+ plus\n+ more',
	'1. first',
	'2. second',
	'7) seventh',
	'  - nested',
	'    - deeper',
	'   - three spaces',
	'  text of an item',
	'\ttab',
	'    code',
	'> quote',
	'> - item in a quote',
	'>',
	'```ts',
	'```',
	'~~~~',
	'~~~',
	'  ```',
	'const a = 1; // 答え',
	'- ```\n  inside\n  ```',
	'| 列 | column |',
	'|---|:-:|',
	'| 値 **b** | `x | y` |',
	'a | b',
	'--- | ---',
	'[guide]: https://aws.amazon.com/ "title"',
	'[other]:',
	"'title",
	"end'",
	'See [guide], [the guide][guide] and [other].',
	'**open',
	'close** and `code',
	'code` and *a* _b_ snake_case ~~c~~',
	'https://aws.amazon.com/日本語。続き www.example.com a@example.com',
	'<div>',
	'</div> & &amp; \\* <https://a.example>',
	'![alt](https://a.example/x.png) [link](https://b.example "t")',
	'two spaces  ',
	'2 * 3 * 4 。次の文。Another sentence. And one more',
] as const;

/** Some of those lines in any order. */
export function randomDocument(random: () => number): string {
	const count = 5 + Math.floor(random() * 30);
	const some = Array.from({ length: count }, () => lines[Math.floor(random() * lines.length)] ?? '');
	return some.map((line) => line.repeat(random() < 0.1 ? 3 : 1)).join(random() < 0.1 ? '\r\n' : '\n');
}

/** Documents in which a later line changes what an earlier one is. */
export const corners: readonly string[] = [
	'# 見出し\n\nはじめの段落\n二行目\n\n- one\n- two\n\n  with a paragraph\n\n- three\n\nend',
	'one\ntwo\n\nthree\n# four\nfive\n```js\nsix\n```\nseven',
	'Heading over\ntwo lines\n===\nand\n---\nafter',
	'- a\n-\n- b\n---\n- c\n\n\n- d',
	'- a\nlazy\n> quote\nlazy too\n\nafter',
	'- a\n- b\n- c\n\n- loose from here\n- e',
	'- # h\n\n- # h\n- text\n- text',
	'- a\n\n  - nested\n  - nested\n- b',
	'1. a\n2. b\n   ```sh\n   ls\n\n   pwd\n   ```\n3. c\n1) other',
	'   - a\n  - b\n - c\n- d\n    - e',
	'- a\n\n  ```\n  x\n\n# outside\n',
	'- ```\n  x\n- y\n',
	'```\na\n```\n````md\n```\nx\n```\n````\n~~~\n```\n~~~ \nend',
	'  ```\n  a\n   b\n  ```\n```x`y\n',
	'    a\n\n    b\n\nc\n\n\td',
	'text\na | b\n--|--\n1 | 2\n3\n\nafter',
	'text\na | b\n--|--x\n1 | 2',
	'| 列 | b |\n|:--|--:|\n| **値** | 2 |\n| 3 |\n| 4 | `x | y` | 5 |\n> quote\n| 6 | 7 |',
	'text\na | b\n--|--\nrow one\n[a]: https://a.example\nwords of a row that. Goes on, and\nanother [a]',
	'words before the table that are many\nmore words | second cell\n---|---\nx | y',
	'words. Then first | second\n---|---\nx | y',
	'[a] and [b][c]\n\n[a]: https://a.example\n[c]:\nhttps://c.example\n"title\nover lines"\n\n[a]: https://late.example\n',
	"first\n\n[foo]: /url\n'title\nend'\n\n[foo]",
	'- item [a]\n- more\n\n  [a]: https://a.example\n- [A]\n',
	'[x]: https://x.example\nparagraph [x] follows. And it goes on [x]\n===\n',
	'| [a] | b |\n|---|---|\n| [a] | c |\n| d | [a] |\n| e | f |\n\n[a]: https://a.example',
	'First sentence. Second *one\nwith* emphasis. Third `a\nb` code. Fourth\nline. Last sentence\n---\n',
	'これは長い段落。次の文です。**強調。された**文。そしてhttps://a.example/道。続き 空白。終わり',
	'　一字下げの段落。次の文です。\n　二つ目の行。続きの文。\n\n\u00a0 next. And more words of it. And more',
	'[x]: https://x.example\n\nSome words. More of them here, and then more. Then [x] and the end',
	'a **never closed. Next sentence. And another. One more sentence',
	'***Both. One** only. Neither*\n***Both. One** only. Neither*\n~~***All. Both*** one~~ none*\nand the last. Line',
	'snake_case and 2 * 3 and a_b. Next sentence here. And another one',
	'<div>\n**not html**\n\n</div>\n<!-- a\n\nb -->',
	'a\\\nb  \nc\n   d. Next line here\ne',
	'one\r\n\r\ntwo\rthree\r\n- a\r\n- b\r\n',
	'> a\n> - b\n>\n> c\nlazy\n\n> d',
	'* * *\n- - -\n* a\n* * b\n***\n',
];
