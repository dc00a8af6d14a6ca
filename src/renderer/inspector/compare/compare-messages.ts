import type { CompareInput } from './diff/comparison.ts';
import type { DiffRow } from './diff/row.ts';
import type { Summary } from './diff/summarise.ts';

/** What the worker that compares is asked. The first message is a comparison. */
export type CompareQuestion =
	| { readonly ask: 'compare'; readonly input: CompareInput }
	| { readonly ask: 'rows'; readonly from: number; readonly round: number }
	| { readonly ask: 'toggle'; readonly id: number; readonly from: number };

/** How the rows are listed; `round` rises each time a fold opens or closes. */
export interface Listing {
	readonly round: number;
	readonly total: number;
	/** Where each stretch of differences begins; places in the list. */
	readonly differences: readonly number[];
}

/** A page of rows. */
export interface RowPage {
	readonly round: number;
	readonly from: number;
	readonly rows: readonly DiffRow[];
}

/** What the worker answers. `summary` is only there after a comparison. */
export type CompareAnswer =
	| { readonly answer: 'listing'; readonly listing: Listing; readonly summary: Summary | null; readonly page: RowPage }
	| { readonly answer: 'page'; readonly page: RowPage };

/** Rows of a page. */
export const PAGE = 200;
