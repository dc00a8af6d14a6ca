/** The way that a key leads between differences: N or F7 on, P or Shift+F7 back; null: it is another key. */
export function differenceKey(event: { readonly key: string; readonly shiftKey: boolean }): 1 | -1 | null {
	if (event.key === 'F7') return event.shiftKey ? -1 : 1;
	if (event.key === 'n') return 1;
	return event.key === 'p' ? -1 : null;
}

/** The difference after or before a place, or the one at the other end; null: there is none. Places ascend. */
export function neighbour(differences: readonly number[], place: number, direction: 1 | -1): number | null {
	const found =
		direction === 1
			? (differences.find((one) => one > place) ?? differences[0])
			: (differences.findLast((one) => one < place) ?? differences.at(-1));
	return found ?? null;
}
