import { describe, expect, test } from 'vitest';
import { appendPart } from '../../../src/shared/append-part.ts';
import type { AnswerPart, Citation, ContentBlock } from '../../../src/shared/model/content.ts';

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
			'is of more than there is, where a part of the text was taken away',
			[says('ab'), cites('A', 9)],
			[{ type: 'text', text: 'ab', citations: [source('A')] }],
		],
	])('that %s', (_, parts, expected) => {
		expect(parts.reduce(appendPart, [])).toEqual(expected);
	});
});
