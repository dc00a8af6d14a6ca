import { expect, test } from 'vitest';
import { answerBlocks, questionBlocks } from '../../../../src/main/core/export/markdown-blocks.ts';
import { markdownWords } from '../../../../src/main/core/export/markdown-words.ts';
import type { ContentBlock } from '../../../../src/shared/model/content.ts';

const words = markdownWords('en');

function markdown(...content: readonly ContentBlock[]): string {
	return answerBlocks(content, words).join('\n\n');
}

test('an answer of nothing but text is a quotation, cited or not; its sources stand below', () => {
	expect(markdown({ type: 'text', text: '# Rock' })).toBe('> # Rock');
	const citations = [
		{ title: 'Geology *1*', source: 'rocks.pdf', quote: 'firm <b>', location: null },
		{ title: null, source: null, quote: 'x', location: null },
	];
	const cited = [
		{ type: 'text', text: 'It is ' } as const,
		{ type: 'text', text: 'firm', citations } as const,
		{ type: 'text', text: '.' } as const,
	];
	expect(markdown(...cited)).toBe(
		'> It is firm.\n\n**Sources**\n\n- Geology \\*1\\*, rocks.pdf: “firm \\<b\\>”\n- “x”',
	);
	expect(markdown()).toBe('There is no answer.');
	expect(markdown({ type: 'text', text: '' })).toBe('There is no answer.');
});

test('thoughts, uses of tools and their results stand in their order, each named', () => {
	expect(
		markdown(
			{ type: 'reasoning', text: 'Hm *so*.', signature: 's', redacted: null },
			{ type: 'reasoning', text: '', signature: 's', redacted: null },
			{ type: 'reasoning', text: '', signature: null, redacted: 'eA==' },
			{ type: 'text', text: 'Let me look.' },
			{ type: 'tool-use', id: '1', name: 'look`', input: '{"a":1}' },
			{ type: 'tool-use', id: '2', name: 'see', input: '{"b' },
			{ type: 'tool-result', toolUseId: '1', status: 'success', format: 'json', text: '[2]', by: 'person' },
			{ type: 'tool-result', toolUseId: '2', status: 'error', format: 'text', text: '```', by: 'built-in' },
			{ type: 'text', text: 'So.' },
		),
	).toBe(`**Thoughts**

> Hm *so*.

**Thoughts**

The model does not tell what it thought.

**Thoughts**

They are encrypted.

**Answer**

> Let me look.

**Tool** \`\` look\` \`\`

\`\`\`json
{
  "a": 1
}
\`\`\`

**Tool** \`see\`

\`\`\`
{"b
\`\`\`

**Result of** \`\` look\` \`\`

\`\`\`json
[
  2
]
\`\`\`

**Error of** \`see\`

\`\`\`\`
\`\`\`
\`\`\`\`

**Answer**

> So.`);
});

test('of a vector its length and first numbers, with the text', () => {
	expect(markdown({ type: 'embedding', text: 'frog', values: [0.5, -1, 2, 3, 4, 5, 6, 7, 8] })).toBe(
		'**A vector of 9 numbers**\n\n```\nfrog\n```\n\n`0.5, -1, 2, 3, 4, 5, 6, 7, …`',
	);
});

test('a question names its files', () => {
	const file = {
		type: 'attachment',
		kind: 'image',
		format: 'png',
		name: 'a `frog`.png',
		size: 1234,
		sha256: '',
	} as const;
	expect(questionBlocks([file, { type: 'text', text: 'What?' }], words)).toEqual([
		'```\nWhat?\n```',
		'**Files**',
		'- ``a `frog`.png`` (1234 bytes)',
	]);
	expect(questionBlocks([file], markdownWords('ja'))).toEqual(['**ファイル**', '- ``a `frog`.png`` (1234 バイト)']);
	expect(questionBlocks([], words)).toEqual(['```\n\n```']);
});
