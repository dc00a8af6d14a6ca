import type { ModelEntry } from '../../shared/model/model-entry.ts';

/**
 * Whether a conversation can be had with a model: it takes text and gives text, as far as is known. Models of images,
 * of embeddings and of speech alone can't answer here; AWS lists them all the same.
 */
export function canChat({ inputs, outputs }: Pick<ModelEntry, 'inputs' | 'outputs'>): boolean {
	return hasText(inputs) && hasText(outputs);
}

/** Nothing told is nothing known. */
function hasText(kinds: readonly string[]): boolean {
	return kinds.length === 0 || kinds.includes('text');
}
