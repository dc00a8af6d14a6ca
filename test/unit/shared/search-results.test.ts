import { expect, test } from 'vitest';
import { catalogue } from '../../../src/shared/catalogue.ts';
import { takesSearchResults } from '../../../src/shared/search-results.ts';

test('Claude takes search results since 3.5 Haiku and 3.7, and no other maker’s models do', () => {
	const [taking, others] = [true, false].map((takes) =>
		catalogue.filter((model) => takesSearchResults(model) === takes).map(({ id }) => id),
	);
	expect(taking?.filter((id) => !id.startsWith('anthropic.'))).toEqual([]);
	expect(others?.filter((id) => id.startsWith('anthropic.'))).toEqual([
		'anthropic.claude-3-5-sonnet-20240620-v1:0',
		'anthropic.claude-3-haiku-20240307-v1:0',
		'anthropic.claude-v2:1',
		'anthropic.claude-v2',
		'anthropic.claude-instant-v1',
	]);
});

test.each([
	['anthropic.claude-3-5-haiku-20241022-v1:0', true],
	['anthropic.claude-3-7-sonnet-20250219-v1:0', true],
	['anthropic.claude-3-5-sonnet-20241022-v2:0', false],
	['anthropic.claude-3-opus-20240229-v1:0', false],
	['anthropic.claude-3-sonnet-20240229-v1:0', false],
])('models that are not in the catalogue: %s', (id, takes) => {
	expect(takesSearchResults({ id })).toBe(takes);
});
