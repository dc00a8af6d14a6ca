/** Items with their places: keys for parts of a list in which equal ones may stand, and which is made anew as a whole. */
export function numbered<Item>(items: readonly Item[]): readonly { readonly number: number; readonly item: Item }[] {
	return items.map((item, number) => ({ number, item }));
}
