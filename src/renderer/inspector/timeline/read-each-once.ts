/**
 * Gives a function that reads what belongs to each of some ids, in all its calls once, and tells it as it comes. What can't
 * be read is not told, and not asked for again.
 */
export function readEachOnce<Value>(
	read: (id: string) => Promise<Value>,
	tell: (id: string, value: Value) => void,
): (ids: readonly string[]) => void {
	const asked = new Set<string>();
	return (ids) => {
		for (const id of ids) {
			if (asked.has(id)) continue;
			asked.add(id);
			read(id).then(
				(value) => tell(id, value),
				() => {},
			);
		}
	};
}
