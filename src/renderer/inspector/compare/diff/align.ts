import { diffArrays } from 'diff';

/** A stretch of two lists: `count` items that are the same in both, or what stands in one only. */
export interface Stretch {
	readonly same: boolean;
	/** Of the first list; from, and how many. */
	readonly before: number;
	readonly removed: number;
	/** Of the second list; from, and how many. */
	readonly after: number;
	readonly added: number;
}

/** More single changes than this between two lists are not looked for: finding them costs their square. */
const MOST_EDITS = 1200;

/**
 * What two lists have in common, in order, with as few changes as can be. What is the same at both ends is set aside
 * first; lists that differ in more than 1,200 places are compared place by place, so that the time stays linear.
 */
export function alignLists(before: readonly unknown[], after: readonly unknown[]): readonly Stretch[] {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;

	const collected = collector();
	collected.same(head);
	const middle = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)] as const;
	if (middle[0].length === 0 || middle[1].length === 0) {
		collected.different(middle[0].length, middle[1].length);
	} else {
		const found = diffArrays([...middle[0]], [...middle[1]], { maxEditLength: MOST_EDITS });
		if (found === undefined) byPlace(middle[0], middle[1], collected);
		else {
			for (const { added, removed, count } of found) {
				if (added) collected.different(0, count);
				else if (removed) collected.different(count, 0);
				else collected.same(count);
			}
		}
	}
	collected.same(tail);
	return collected.stretches();
}

type Collector = ReturnType<typeof collector>;

function byPlace(before: readonly unknown[], after: readonly unknown[], collected: Collector): void {
	const shorter = Math.min(before.length, after.length);
	for (let at = 0; at < shorter; at += 1) {
		if (before[at] === after[at]) collected.same(1);
		else collected.different(1, 1);
	}
	collected.different(before.length - shorter, after.length - shorter);
}

/** Joins neighbours of a kind. */
function collector() {
	const stretches: { same: boolean; before: number; removed: number; after: number; added: number }[] = [];
	let [before, after] = [0, 0];
	const add = (same: boolean, removed: number, added: number): void => {
		if (removed === 0 && added === 0) return;
		const last = stretches.at(-1);
		if (last?.same === same) {
			last.removed += removed;
			last.added += added;
		} else {
			stretches.push({ same, before, removed, after, added });
		}
		before += removed;
		after += added;
	};
	return {
		same: (count: number): void => add(true, count, count),
		different: (removed: number, added: number): void => add(false, removed, added),
		stretches: (): readonly Stretch[] => stretches,
	};
}
