import { describe, expect, test } from 'vitest';
import { appendPart } from '../../../../src/shared/answers/append-part.ts';
import type { AnswerPart, Citation, ContentBlock } from '../../../../src/shared/model/content.ts';

const source = (title: string): Citation => ({ title, source: null, quote: null, location: null });
const cites = (title: string, length?: number): AnswerPart => ({
	type: 'citation',
	citation: source(title),
	...(length !== undefined && { length }),
});
const says = (text: string): AnswerPart => ({ type: 'text', text });

describe('a citation', () => {
	test.each<[string, readonly AnswerPart[], readonly ContentBlock[]]>([
		['is of the whole block', [says('ab'), cites('A')], [{ type: 'text', text: 'ab', citations: [source('A')] }]],
		[
			'is of the end of the text alone',
			[says('ab'), says('cd'), cites('A', 2), says('e')],
			[
				{ type: 'text', text: 'ab' },
				{ type: 'text', text: 'cd', citations: [source('A')] },
				{ type: 'text', text: 'e' },
			],
		],
		[
			'joins another of the same text',
			[says('abcd'), cites('A', 2), cites('B', 2)],
			[
				{ type: 'text', text: 'ab' },
				{ type: 'text', text: 'cd', citations: [source('A'), source('B')] },
			],
		],
		[
			'comes before its text',
			[says('ab'), cites('A', 0), says('cd')],
			[
				{ type: 'text', text: 'ab' },
				{ type: 'text', text: 'cd', citations: [source('A')] },
			],
		],
		['is the first of all', [cites('A'), says('ab')], [{ type: 'text', text: 'ab', citations: [source('A')] }]],
		[
			'follows a cited text before its own',
			[says('ab'), cites('A', 2), cites('B', 0), says('cd')],
			[
				{ type: 'text', text: 'ab', citations: [source('A')] },
				{ type: 'text', text: 'cd', citations: [source('B')] },
			],
		],
		[
			'is of the end of a cited text, which is not cut again',
			[says('abcd'), cites('A'), cites('B', 2)],
			[{ type: 'text', text: 'abcd', citations: [source('A'), source('B')] }],
		],
		[
			'is of more than there is, where a part of the text was taken away',
			[says('ab'), cites('A', 9)],
			[{ type: 'text', text: 'ab', citations: [source('A')] }],
		],
	])('that %s', (_, parts, expected) => {
		expect(parts.reduce(appendPart, [])).toEqual(expected);
	});
});

const thinks = (text: string): AnswerPart => ({ type: 'reasoning', text });
const signed = (signature: string): AnswerPart => ({ type: 'signature', signature });
const hidden: AnswerPart = { type: 'redacted-reasoning', data: 'aGlkZGVu' };
const thought = (text: string, signature: string | null, redacted: string | null = null): ContentBlock => ({
	type: 'reasoning',
	text,
	signature,
	redacted,
});

test.each<[string, readonly AnswerPart[], readonly ContentBlock[]]>([
	['go on until they are signed', [thinks('a'), thinks('b'), signed('s')], [thought('ab', 's')]],
	[
		'that follow signed ones are others',
		[thinks('a'), signed('s'), thinks('b'), signed('t')],
		[thought('a', 's'), thought('b', 't')],
	],
	[
		'that are not told have a signature each',
		[signed('s'), signed('t'), says('a')],
		[thought('', 's'), thought('', 't'), { type: 'text', text: 'a' }],
	],
	[
		'that are hidden stand for themselves',
		[thinks('a'), hidden, thinks('b'), hidden, signed('s')],
		[
			thought('a', null),
			thought('', null, 'aGlkZGVu'),
			thought('b', null),
			thought('', null, 'aGlkZGVu'),
			thought('', 's'),
		],
	],
	['of no words are none', [thinks(''), says('')], []],
])('thoughts that %s', (_, parts, expected) => {
	expect(parts.reduce(appendPart, [])).toEqual(expected);
});

test('input belongs to the use of a tool that it follows at once, and to nothing else', () => {
	const use = (id: string): AnswerPart => ({ type: 'tool-use', id, name: 'look' });
	const input = (json: string): AnswerPart => ({ type: 'tool-input', json });
	const parts = [input('0'), use('1'), input('{"a"'), input(':1}'), use('2'), input('{}'), says('So.'), input('3')];
	expect(parts.reduce(appendPart, [])).toEqual([
		{ type: 'tool-use', id: '1', name: 'look', input: '{"a":1}' },
		{ type: 'tool-use', id: '2', name: 'look', input: '{}' },
		{ type: 'text', text: 'So.' },
	]);
});

test('what the service ran itself gets its result, whatever came between; one of another is dropped', () => {
	const use = { type: 'service-tool', id: 's-1', name: 'python', input: '{}', result: null } as const;
	const parts: readonly AnswerPart[] = [use, says('So'), { ...use, id: 's-2' }];
	const content = parts.reduce(appendPart, []);
	const result = { status: 'error', text: 'no' } as const;
	expect(appendPart(content, { type: 'service-result', id: 's-1', ...result })).toEqual([
		{ ...use, result },
		...content.slice(1),
	]);
	expect(appendPart(content, { type: 'service-result', id: 's-3', ...result })).toEqual(content);
});
