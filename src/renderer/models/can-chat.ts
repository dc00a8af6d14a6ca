import { isEmbedding } from '../../shared/model/family.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';

/**
 * Whether a conversation can be had with a model: it takes text and gives text, as far as is known, or vectors in a body
 * that the app reads. Models of images and of speech alone can't answer here; AWS lists them all the same.
 */
export function canChat({ inputs, outputs, family }: Pick<ModelEntry, 'inputs' | 'outputs' | 'family'>): boolean {
	return hasText(inputs) && (hasText(outputs) || isEmbedding(family));
}

/** Nothing told is nothing known. */
function hasText(kinds: readonly string[]): boolean {
	return kinds.length === 0 || kinds.includes('text');
}
