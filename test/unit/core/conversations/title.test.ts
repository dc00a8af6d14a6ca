import { expect, test } from 'vitest';
import { titleFrom } from '../../../../src/main/core/conversations/title.ts';

test.each([
	['カエルについての俳句を作ってください', 'カエルについての俳句を作ってください'],
	['\n\n  First line \t with   gaps  \nsecond line', 'First line with gaps'],
	['a'.repeat(60), 'a'.repeat(60)],
	['a'.repeat(61), `${'a'.repeat(59)}…`],
	['word '.repeat(20), `${'word '.repeat(12).slice(0, 59).trimEnd()}…`],
	['👩‍👩‍👧‍👦'.repeat(61), `${'👩‍👩‍👧‍👦'.repeat(59)}…`],
	[`a${'\u0301'.repeat(40)}`.repeat(100), `${`a${'\u0301'.repeat(40)}`.repeat(23)}…`],
	['a  '.repeat(400), `${'a '.repeat(30).slice(0, 59).trimEnd()}…`],
	['   ', ''],
])('the title of %j', (text, title) => {
	expect(titleFrom(text)).toBe(title);
});
