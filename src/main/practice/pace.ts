/** How fast practice answers. */
export interface Pace {
	/** Milliseconds until the first token. */
	readonly firstTokenMs: number;
	/** `Infinity`: no waiting. */
	readonly tokensPerSecond: number;
}

/** `real` is about what a middle-sized model does; `none` is for tests. */
export const paces = {
	real: { firstTokenMs: 700, tokensPerSecond: 55 },
	fast: { firstTokenMs: 120, tokensPerSecond: 250 },
	none: { firstTokenMs: 0, tokensPerSecond: Number.POSITIVE_INFINITY },
} as const satisfies Record<string, Pace>;

export type PaceName = keyof typeof paces;

/** When a token is due, in milliseconds since the beginning of the call. `index` counts from 0. */
export function tokenDueMs(pace: Pace, index: number): number {
	return pace.firstTokenMs + (index * 1000) / pace.tokensPerSecond;
}
