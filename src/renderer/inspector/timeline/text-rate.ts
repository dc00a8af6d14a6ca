/** How fast an answer was written, over time. Times in milliseconds since the exchange's start, rates by the second. */
export interface TextRate {
	/** Tokens are shares of the counted ones; bytes of text where they are not counted (yet). */
	readonly unit: 'tokens' | 'bytes';
	readonly points: readonly { readonly atMs: number; readonly rate: number }[];
	readonly mean: number;
	readonly max: number;
	/** Over how long each point is smoothed. */
	readonly windowMs: number;
}

/** Points of the curve; more could not be told apart. */
const POINTS = 96;

/** A shorter answer has no rate worth a curve; milliseconds, and frames with text in them. */
const SHORTEST = 200;
const FEWEST = 5;

/**
 * The rate from when each frame was there and the bytes of text in it. The wire does not say how many tokens a frame is,
 * so each gets its share of the response's own count by its bytes (UTF-8: a token is some four letters or one of the
 * Japanese characters, which take three bytes). `outputTokens` null: not known, and 0: none was counted
 * (a guardrail’s own words). null: too short for a rate.
 */
export function textRate(
	frames: readonly (readonly [atMs: number, bytes: number])[],
	outputTokens: number | null,
): TextRate | null {
	const texts = frames.filter(([, bytes]) => bytes > 0);
	const [firstMs, lastMs] = [texts[0]?.[0] ?? 0, texts.at(-1)?.[0] ?? 0];
	const spanMs = lastMs - firstMs;
	const total = texts.reduce((sum, [, bytes]) => sum + bytes, 0);
	if (texts.length < FEWEST || spanMs < SHORTEST) return null;
	const counted = outputTokens !== null && outputTokens > 0;
	const each = counted ? outputTokens / total : 1;
	const half = Math.min(1000, Math.max(100, spanMs / 24));
	let from = 0;
	const points = Array.from({ length: POINTS }, (_, index) => {
		const atMs = firstMs + (spanMs * index) / (POINTS - 1);
		while ((texts[from]?.[0] ?? lastMs) < atMs - half) from += 1;
		let sum = 0;
		for (let position = from; position < texts.length; position++) {
			const [textMs, bytes] = texts[position] ?? [0, 0];
			if (textMs > atMs + half) break;
			sum += bytes * (1 - Math.abs(textMs - atMs) / half);
		}
		// At both ends a part of the window lies outside the stream, where nothing could come.
		return { atMs, rate: (1000 * each * sum) / massInside(atMs, half, firstMs, lastMs) };
	});
	return {
		unit: counted ? 'tokens' : 'bytes',
		points,
		mean: (1000 * each * total) / spanMs,
		max: points.reduce((most, { rate }) => Math.max(most, rate), 0),
		windowMs: 2 * half,
	};
}

/** The mass of a triangle of height 1 around a moment, as far as it lies between two others. */
function massInside(atMs: number, half: number, fromMs: number, toMs: number): number {
	const side = (room: number): number => {
		const reach = Math.min(room, half);
		return reach - (reach * reach) / (2 * half);
	};
	return side(atMs - fromMs) + side(toMs - atMs);
}
