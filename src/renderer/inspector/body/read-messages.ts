import type { Reading, Source } from './reading.ts';

/** What the worker is asked: to read `source`, whose beginning is already shown as `shown`. */
export interface ReadQuestion {
	readonly source: Source;
	readonly shown: string;
}

/**
 * What the worker answers: what the whole is, with `keeps` where what is shown is the beginning of it; then the (other)
 * pieces in their order; then `end`.
 */
export type ReadAnswer =
	| { readonly answer: 'whole'; readonly keeps: boolean; readonly is: Pick<Reading, 'json' | 'utf8' | 'coloured'> }
	| { readonly answer: 'piece'; readonly text: string }
	| { readonly answer: 'end'; readonly bytes: Uint8Array | null };
