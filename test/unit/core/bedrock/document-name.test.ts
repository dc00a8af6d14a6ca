import { expect, test } from 'vitest';
import { documentName } from '../../../../src/main/core/bedrock/document-name.ts';

test.each([
	['report.pdf', 'report'],
	['Report (final) [v2].docx', 'Report (final) [v2]'],
	['a_b   c.tar.gz', 'a b c tar'],
	['  spaced  .txt', 'spaced'],
	['.env', 'env'],
	['no ending', 'no ending'],
	['２０２６年.csv', '2026'],
	['岩石.pdf', 'document'],
	['', 'document'],
	['tab\there.md', 'tab here'],
	[`${'x'.repeat(300)}.pdf`, 'x'.repeat(200)],
])('%j is %j', (fileName, expected) => {
	expect(documentName(fileName, new Set())).toBe(expected);
});

test('a taken name gets a number, and stays within the limit', () => {
	expect(documentName('a.pdf', new Set(['a', 'a 2']))).toBe('a 3');
	const long = 'x'.repeat(200);
	expect(documentName(`${long}.pdf`, new Set([long]))).toBe(`${'x'.repeat(198)} 2`);
});
