import { alignLists } from './align.ts';
import type { JsonNode } from './json-tree.ts';
import { memberOf, textIn } from './json-tree.ts';

/** Items of two arrays that belong together; null: it has no counterpart. `same`: they are equal. */
export interface ItemPair {
	readonly before: JsonNode | null;
	readonly after: JsonNode | null;
	readonly same: boolean;
}

/** How many items may be new before the counterpart of one is looked for no further. */
const LOOK_AHEAD = 4;

/**
 * The items of two arrays side by side: first what is equal, in order; between that, objects with the same `role` and
 * `type` belong together, and lists with lists.
 */
export function pairItems(before: readonly JsonNode[], after: readonly JsonNode[]): readonly ItemPair[] {
	const pairs: ItemPair[] = [];
	const stretches = alignLists(
		before.map(({ id }) => id),
		after.map(({ id }) => id),
	);
	for (const stretch of stretches) {
		const removed = before.slice(stretch.before, stretch.before + stretch.removed);
		const added = after.slice(stretch.after, stretch.after + stretch.added);
		if (stretch.same) {
			for (const [at, item] of removed.entries()) pairs.push({ before: item, after: added[at] ?? null, same: true });
			continue;
		}
		let next = 0;
		for (const item of removed) {
			const ahead = added.slice(next, next + LOOK_AHEAD).findIndex((other) => belong(item, other));
			if (ahead < 0) {
				pairs.push({ before: item, after: null, same: false });
				continue;
			}
			for (const other of added.slice(next, next + ahead)) pairs.push({ before: null, after: other, same: false });
			pairs.push({ before: item, after: added[next + ahead] ?? null, same: false });
			next += ahead + 1;
		}
		for (const other of added.slice(next)) pairs.push({ before: null, after: other, same: false });
	}
	return pairs;
}

function belong(one: JsonNode, other: JsonNode): boolean {
	if (one.kind === 'array') return other.kind === 'array';
	if (one.kind !== 'object' || other.kind !== 'object') return false;
	return ['role', 'type'].every((name) => {
		const [mine, theirs] = [textIn(memberOf(one, name)), textIn(memberOf(other, name))];
		return mine === undefined || theirs === undefined || mine === theirs;
	});
}
