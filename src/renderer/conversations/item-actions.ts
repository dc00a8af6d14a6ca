import { removeComparison, renameComparison, restoreComparison } from '../state/comparisons.ts';
import { remove, rename, restore } from '../state/conversations.ts';
import type { ListItem } from './list-items.ts';

/** What is done with a line of the list. */
interface ItemActions {
	readonly rename: (title: string) => void;
	/** True when it is gone. */
	readonly remove: () => Promise<boolean>;
	readonly restore: () => void;
}

/** The actions of a conversation, or of all columns of a comparison together. */
export function actionsOf({ id, comparison }: ListItem): ItemActions {
	if (comparison === undefined) {
		return {
			rename: (title) => void rename(id, title),
			remove: () => remove(id),
			restore: () => void restore(id),
		};
	}
	return {
		rename: (title) => void renameComparison(comparison.id, title),
		remove: () => removeComparison(comparison.id),
		restore: () => void restoreComparison(comparison.id),
	};
}
