/** The length of a vector. */
export function norm(values: readonly number[]): number {
	return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** The cosine of the angle between two vectors, from -1 to 1; null where they can't be compared. */
export function cosine(first: readonly number[], second: readonly number[]): number | null {
	const lengths = norm(first) * norm(second);
	if (first.length !== second.length || lengths === 0) return null;
	const product = first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0);
	return Math.max(-1, Math.min(1, product / lengths));
}

/**
 * A vector's values as heights from -1 to 1, at most so many: of neighbours that share a place the farthest from zero
 * counts. The highest is 1.
 */
export function profile(values: readonly number[], places: number): readonly number[] {
	const count = Math.min(places, values.length);
	const heights = Array.from({ length: count }, (_, place) => {
		const from = Math.floor((place * values.length) / count);
		const to = Math.floor(((place + 1) * values.length) / count);
		return values.slice(from, to).reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
	});
	const highest = Math.max(...heights.map(Math.abs), Number.MIN_VALUE);
	return heights.map((height) => height / highest);
}
