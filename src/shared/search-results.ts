import type { CatalogueModel } from './model/model-entry.ts';

/**
 * Whether a model takes search results: Claude since 3.5 Haiku and 3.7 (API reference, SearchResultBlock, which names
 * the models of its day; that those since do, too, is taken from Anthropic's "Search results").
 */
export function takesSearchResults({ id }: Pick<CatalogueModel, 'id'>): boolean {
	return /^anthropic\.claude-(?!3-(?:opus|sonnet|haiku)|3-5-sonnet|v2|instant)/.test(id);
}
