import { expect, test } from 'vitest';
import { sourcePlaceOf } from '../../../../../src/renderer/chat/blocks/source-place.ts';
import type { Citation } from '../../../../../src/shared/model/content.ts';

test.each<[string, Citation['location'], unknown]>([
	['Converse, a page', { documentPage: { documentIndex: 0, start: 3, end: 4 } }, { unit: 'page', from: 3, to: 3 }],
	['Converse, pages', { documentPage: { documentIndex: 0, start: 3, end: 6 } }, { unit: 'page', from: 3, to: 5 }],
	[
		'Converse, characters',
		{ documentChar: { documentIndex: 0, start: 0, end: 20 } },
		{ unit: 'characters', from: 1, to: 20 },
	],
	['Converse, a chunk', { documentChunk: { documentIndex: 1, start: 2, end: 2 } }, { unit: 'chunk', from: 3, to: 3 }],
	[
		'Converse, the web',
		{ web: { url: 'https://example.com', domain: 'x' } },
		{ unit: 'web', url: 'https://example.com' },
	],
	[
		'Converse, a search result',
		{ searchResultLocation: { searchResultIndex: 1, start: 0, end: 1 } },
		{ unit: 'searchResult', number: 2 },
	],
	[
		'Claude, characters',
		{ type: 'char_location', document_index: 0, start_char_index: 10, end_char_index: 30 },
		{ unit: 'characters', from: 11, to: 30 },
	],
	[
		'Claude, a page',
		{ type: 'page_location', document_index: 0, start_page_number: 2, end_page_number: 3 },
		{ unit: 'page', from: 2, to: 2 },
	],
	['a document alone', { type: 'something', document_index: 1 }, { unit: 'document', number: 2 }],
	['nothing known', { odd: true }, null],
	['nothing', null, null],
])('%s', (_, location, place) => {
	expect(sourcePlaceOf({ title: null, source: null, quote: null, location })).toEqual(place);
});
