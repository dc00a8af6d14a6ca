/** What a row is about: it stands in both, in the first only, in the second only, or differs inside. */
export type Mark = 'same' | 'added' | 'removed' | 'changed';

/** How a part of a row is drawn. */
export type Ink = 'key' | 'string' | 'literal' | 'sign' | 'plain';

/** A part of a row; `mark` where a row differs inside. */
export interface Piece {
	readonly ink: Ink;
	readonly text: string;
	readonly mark?: 'added' | 'removed';
}

/** What is folded away because it is the same on both sides. */
export interface FoldedPart {
	readonly what: 'messages' | 'items' | 'fields' | 'characters' | 'lines';
	readonly count: number;
	/** Of the second side; null where that says nothing. UTF-8. */
	readonly bytes: number | null;
	/** The first names of folded fields. */
	readonly names: readonly string[];
}

/** Where what a row shows stands in the JSON of a side. */
export interface RowPlace {
	readonly side: 'before' | 'after';
	readonly path: readonly (string | number)[];
}

/** A row of a comparison. */
export interface DiffRow {
	/** Of the comparison; stays while folds open and close. */
	readonly id: number;
	readonly mark: Mark;
	readonly depth: number;
	/** Goes on with the string of the row before it. */
	readonly inside: boolean;
	readonly pieces: readonly Piece[];
	/** null where nothing has a place: a fold, a closing bracket, a line of text. */
	readonly at: RowPlace | null;
	/** Only for a row that opens. */
	readonly fold: (FoldedPart & { readonly open: boolean }) | null;
}

/** A row as it is made; the rows under a fold are made when it opens. */
export interface NewRow {
	readonly mark: Mark;
	readonly depth: number;
	readonly inside?: boolean;
	readonly pieces: readonly Piece[];
	readonly at?: RowPlace;
	readonly fold?: FoldedPart & { readonly rows: () => readonly NewRow[] };
}
