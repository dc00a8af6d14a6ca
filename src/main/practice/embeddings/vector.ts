/** As many as the largest model gives; a smaller vector is the beginning of it, as with models that let one choose. */
const DIMENSIONS = 1536;

/**
 * The vector of a text, by what it looks like alone: each pair of neighbouring characters, and each word, points in a
 * direction of its own, and the text in that of their sum. So texts that have much in common are near to each other, and
 * the same text is always the same vector. What a text means, practice does not know.
 */
export function vectorOf(text: string, dimensions: number): number[] {
	const sum = new Float64Array(Math.min(dimensions, DIMENSIONS));
	for (const [feature, count] of featuresOf(text)) {
		const next = randomFrom(feature);
		const weight = Math.sqrt(count);
		for (let place = 0; place < sum.length; place += 1) sum[place] = (sum[place] ?? 0) + weight * next();
	}
	return [...sum];
}

/** A vector of length 1 in the same direction. */
export function normalized(vector: readonly number[]): number[] {
	const length = Math.hypot(...vector);
	return vector.map((value) => rounded(length === 0 ? 0 : value / length));
}

/** As many digits as models write. */
export function rounded(value: number): number {
	return Number(value.toPrecision(8));
}

/** Whole numbers from -127 to 127 in the same proportion. */
export function toInt8(vector: readonly number[]): number[] {
	const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
	return vector.map((value) => Math.round((value / largest) * 127));
}

/** One bit a dimension: whether it is above zero. */
export function toBits(vector: readonly number[]): number[] {
	return vector.map((value) => (value > 0 ? 1 : 0));
}

/** Eight bits in a byte, the first one the highest. */
export function packed(bits: readonly number[]): number[] {
	return Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
		bits.slice(at * 8, at * 8 + 8).reduce((byte, bit, place) => byte | (bit << (7 - place)), 0),
	);
}

function featuresOf(text: string): ReadonlyMap<string, number> {
	const plain = text.normalize('NFKC').toLowerCase();
	const characters = [...` ${plain.replaceAll(/\s+/g, ' ').trim()} `];
	const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
	const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
	const counts = new Map<string, number>();
	for (const feature of [...pairs, ...words]) counts.set(feature, (counts.get(feature) ?? 0) + 1);
	return counts;
}

/** Numbers from -1 to 1 at random that are the same for the same feature (FNV-1a, then xorshift32). */
function randomFrom(feature: string): () => number {
	let state = 0x811c9dc5;
	for (let at = 0; at < feature.length; at += 1) state = Math.imul(state ^ feature.charCodeAt(at), 0x01000193);
	state = state === 0 ? 1 : state;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return state / 2 ** 31;
	};
}
