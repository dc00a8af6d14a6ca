import type { Citation } from '../../../shared/model/content.ts';

/** Where in a source a quote stands. Numbers as they are told to a person: from 1 on. */
export type SourcePlace =
	| { readonly unit: 'page' | 'characters' | 'chunk'; readonly from: number; readonly to: number }
	| { readonly unit: 'document' | 'searchResult'; readonly number: number }
	| { readonly unit: 'web'; readonly url: string };

/** AWS's `CitationLocation` members, and the types of Claude's own citations. Characters and chunks count from 0. */
const units: Readonly<Record<string, { readonly unit: 'page' | 'characters' | 'chunk'; readonly base: 0 | 1 }>> = {
	documentPage: { unit: 'page', base: 1 },
	documentChar: { unit: 'characters', base: 0 },
	documentChunk: { unit: 'chunk', base: 0 },
	page_location: { unit: 'page', base: 1 },
	char_location: { unit: 'characters', base: 0 },
	content_block_location: { unit: 'chunk', base: 0 },
};

/** The place that a citation's location names; null where it has none that is known. */
export function sourcePlaceOf({ location }: Citation): SourcePlace | null {
	const outer = fields(location);
	if (outer === null) return null;
	const type = typeof outer['type'] === 'string' ? outer['type'] : (Object.keys(outer)[0] ?? '');
	const inner = fields(outer[type]) ?? outer;
	const url = inner['url'];
	if (typeof url === 'string') return { unit: 'web', url };
	const known = units[type];
	if (known !== undefined) {
		const unitName = { page: 'page_number', characters: 'char_index', chunk: 'block_index' }[known.unit];
		const from = number(inner['start'] ?? inner[`start_${unitName}`]);
		const to = number(inner['end'] ?? inner[`end_${unitName}`]);
		if (from === null) return null;
		// The end of a range is the first place behind it; one page may be told as from itself to itself.
		const last = to === null ? from : Math.max(from, to - 1);
		const shift = 1 - known.base;
		return { unit: known.unit, from: from + shift, to: last + shift };
	}
	if (type === 'searchResultLocation' || type === 'search_result_location') {
		const index = number(inner['searchResultIndex'] ?? inner['search_result_index']);
		return index === null ? null : { unit: 'searchResult', number: index + 1 };
	}
	const index = number(inner['documentIndex'] ?? inner['document_index']);
	return index === null ? null : { unit: 'document', number: index + 1 };
}

function fields(value: unknown): Readonly<Record<string, unknown>> | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Readonly<Record<string, unknown>>)
		: null;
}

function number(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}
