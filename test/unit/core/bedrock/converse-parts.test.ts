import { expect, test } from 'vitest';
import { partsOfBlock, partsOfDelta, partsOfStart } from '../../../../src/main/core/bedrock/converse-parts.ts';
import { claudeBlockParts, claudeDeltaParts } from '../../../../src/main/core/bedrock/families/claude-parts.ts';

test.each([
	{},
	null,
	'text',
	[],
	{ image: { format: 'png', source: {} } },
	{ $unknown: ['blockOfTomorrow', {}] },
	{ toolUse: { name: 'nameless id' } },
	{ reasoningContent: {} },
	{ text: 7 },
])('%j says nothing', (json) => {
	expect([partsOfBlock(json), partsOfStart(json), partsOfDelta(json), claudeBlockParts(json)]).toEqual([
		[],
		[],
		[],
		[],
	]);
});

test('sources of a shape that nobody knows take no text away', () => {
	const citations = [{ title: { of: 'tomorrow' } }];
	const said = [{ type: 'text', text: 'Stone' }];
	expect(partsOfBlock({ citationsContent: { content: [{ text: 'Stone' }], citations } })).toEqual(said);
	expect(claudeBlockParts({ type: 'text', text: 'Stone', citations })).toEqual(said);
	expect(partsOfDelta({ citation: citations[0] })).toEqual([]);
	expect(claudeDeltaParts({ type: 'citations_delta', citation: citations[0] })).toEqual([]);
});

test('a place that is no JSON is left out of a source', () => {
	const location = { page: undefined, at: () => 0 };
	expect(partsOfDelta({ citation: { title: 'Rocks', location } })).toEqual([
		{ type: 'citation', citation: { title: 'Rocks', source: null, quote: null, location: null } },
	]);
});

test('bytes and base64 are the same thoughts', () => {
	const redacted = [{ type: 'redacted-reasoning', data: 'c2VjcmV0' }];
	for (const redactedContent of ['c2VjcmV0', new TextEncoder().encode('secret')]) {
		expect(partsOfBlock({ reasoningContent: { redactedContent } })).toEqual(redacted);
		expect(partsOfDelta({ reasoningContent: { redactedContent } })).toEqual(redacted);
	}
});

test('thoughts that are not told still have their signature', () => {
	for (const text of ['', undefined, null]) {
		expect(partsOfBlock({ reasoningContent: { reasoningText: { text, signature: 's' } } })).toEqual([
			{ type: 'signature', signature: 's' },
		]);
	}
	expect(claudeBlockParts({ type: 'thinking', thinking: '', signature: 's' })).toEqual([
		{ type: 'signature', signature: 's' },
	]);
});
