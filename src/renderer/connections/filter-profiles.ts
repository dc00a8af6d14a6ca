import type { Connection, ConnectionId } from '../../shared/model/connection.ts';

/** From how many profiles on there is a field to find one. */
export const FILTER_FROM = 12;

/** How many rows are drawn at most: thousands would take the list seconds to open. */
const ROWS = 100;

export interface FilteredProfiles {
	readonly rows: readonly Connection[];
	/** How many more fit what was typed, and are not drawn. */
	readonly more: number;
}

/**
 * The profiles whose name has every typed word in it, as far as they are drawn. The chosen one is always among them:
 * at its place, or before the others where that is too far down.
 */
export function filterProfiles(profiles: readonly Connection[], text: string, chosen: ConnectionId): FilteredProfiles {
	const words = text.normalize('NFKC').trim().toLowerCase().split(/\s+/);
	const found = profiles.filter(({ name }) => {
		const plain = name.normalize('NFKC').toLowerCase();
		return words.every((word) => plain.includes(word));
	});
	const drawn = found.slice(0, ROWS);
	const far = found.slice(ROWS).find(({ id }) => id === chosen);
	const rows = far === undefined ? drawn : [far, ...drawn.slice(0, ROWS - 1)];
	return { rows, more: found.length - rows.length };
}
