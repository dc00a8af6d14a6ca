import { useRef } from 'react';

/** Lasting keys for the places of a list whose items have none: what is moved stays the same element. */
export interface ListKeys {
	readonly at: (place: number) => number;
	/** Keys for more items at the end; gives back the last one. */
	readonly added: (count: number) => number;
	/** A place is made before this one; a key that was there before may come back. */
	readonly inserted: (place: number, key?: number) => void;
	/** Gives back the key of what went away. */
	readonly removed: (place: number) => number;
	readonly moved: (from: number, to: number) => void;
}

/** To be told of each change of the list as it is made. What changes by other ways does so at the end. */
export function useListKeys(length: number): ListKeys {
	const state = useRef<{ next: number; list: readonly number[] }>({ next: 0, list: [] });
	const make = () => {
		state.current.next += 1;
		return state.current.next;
	};
	const keep = (list: readonly number[]) => {
		state.current.list = list;
	};
	const { list } = state.current;
	if (list.length !== length)
		keep([...list.slice(0, length), ...Array.from({ length: Math.max(0, length - list.length) }, make)]);
	return {
		at: (place) => state.current.list[place] ?? -1,
		added: (count) => {
			const made = Array.from({ length: count }, make);
			keep([...state.current.list, ...made]);
			return made.at(-1) ?? -1;
		},
		inserted: (place, key = make()) => keep(state.current.list.toSpliced(place, 0, key)),
		removed: (place) => {
			const key = state.current.list[place] ?? make();
			keep(state.current.list.toSpliced(place, 1));
			return key;
		},
		moved: (from, to) => {
			const key = state.current.list[from] ?? make();
			keep(state.current.list.toSpliced(from, 1).toSpliced(to, 0, key));
		},
	};
}
