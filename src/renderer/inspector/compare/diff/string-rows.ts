import { wholeCharacters } from '../../../../shared/shorten.ts';
import type { TextPiece } from './diff-text.ts';
import type { Mark, NewRow, Piece, RowPlace } from './row.ts';

/** A row holds no more of a string than this. Characters. */
const LONGEST = 1200;
/** What is the same inside a string is folded when it is longer than this, but for its ends. Characters. */
const FOLDED_FROM = 320;
const END = 100;

/** What stands around a value in its row. */
export interface Setting {
	readonly depth: number;
	readonly mark: Mark;
	/** Before the value: the key. */
	readonly lead: readonly Piece[];
	/** After the value: a comma, or nothing. */
	readonly comma: boolean;
	readonly at: RowPlace;
}

/** A string as rows: a line break in it is a line break, behind its `\n`; long stretches that are the same are folded. */
export function stringRows(
	pieces: readonly TextPiece[],
	{ depth, mark, lead, comma, at: place }: Setting,
): readonly NewRow[] {
	const rows: NewRow[] = [];
	let open: Piece[] = [...lead, { ink: 'string', text: '"' }];
	let length = 0;
	const flush = (): void => {
		if (open.length > 0)
			rows.push({ mark: markOf(open, mark), depth, inside: rows.length > 0, pieces: open, at: place });
		[open, length] = [[], 0];
	};
	const write = (text: string, pieceMark: TextPiece['mark']): void => {
		for (const part of cut(text)) {
			if (length + part.length > LONGEST) flush();
			open.push({ ink: 'string', text: escaped(part), ...(pieceMark !== 'same' && { mark: pieceMark }) });
			length += part.length;
		}
	};
	for (const [at, piece] of pieces.entries()) {
		if (mark !== 'changed' || piece.mark !== 'same' || piece.text.length <= FOLDED_FROM) {
			write(piece.text, piece.mark);
			continue;
		}
		const from = wholeCharacters(piece.text, END);
		const to = wholeCharacters(piece.text, piece.text.length - (at === pieces.length - 1 ? 0 : END));
		const hidden = piece.text.slice(from, to);
		write(piece.text.slice(0, from), 'same');
		flush();
		rows.push({
			mark: 'same',
			depth,
			inside: true,
			pieces: [],
			fold: {
				what: 'characters',
				count: hidden.length,
				bytes: null,
				names: [],
				rows: () =>
					cut(hidden).map((part) => ({
						mark: 'same',
						depth,
						inside: true,
						pieces: [{ ink: 'string', text: escaped(part) }],
						at: place,
					})),
			},
		});
		write(piece.text.slice(to), 'same');
	}
	open.push({ ink: 'string', text: '"' });
	if (comma) open.push({ ink: 'sign', text: ',' });
	flush();
	return rows;
}

/** A row in which nothing differs is the same on both sides, also inside a string that differs. */
function markOf(pieces: readonly Piece[], mark: Mark): Mark {
	return mark === 'changed' && pieces.every((piece) => piece.mark === undefined) ? 'same' : mark;
}

/** A text in parts that a row can hold, behind a line break where there is one. */
function cut(text: string): readonly string[] {
	const parts: string[] = [];
	for (let from = 0; from < text.length; ) {
		let to = text.length;
		if (to - from > LONGEST) {
			// Of the part alone: a text without line breaks must not be searched from here to its beginning.
			const lineEnd = text.slice(from, from + LONGEST).lastIndexOf('\n') + 1;
			to = lineEnd > 0 ? from + lineEnd : wholeCharacters(text, from + LONGEST);
		}
		parts.push(text.slice(from, to));
		from = to;
	}
	return parts;
}

/** A text as it stands between the quotes of a JSON string. */
export function escaped(text: string): string {
	return text
		.split('\n')
		.map((line) => JSON.stringify(line).slice(1, -1))
		.join('\\n\n');
}
