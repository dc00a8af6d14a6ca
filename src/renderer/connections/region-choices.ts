import { region as regionSchema } from '../../shared/model/settings.ts';

/** What was typed in the region field. `undecided`: it may be half a name, so it is not taken before it is chosen. */
export type TypedRegion = 'empty' | 'listed' | 'undecided' | 'invalid';

/** Reads full-width and capital letters as what they mean. */
export function plainRegion(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase();
}

/** What a typed text is. The region that is in use is no question, listed or not. */
export function typedRegion(text: string, known: readonly string[], used: string | null): TypedRegion {
	const plain = plainRegion(text);
	if (plain === '') return 'empty';
	if (known.includes(plain) || plain === used) return 'listed';
	return regionSchema.safeParse(plain).success ? 'undecided' : 'invalid';
}

/**
 * The rows under the field: regions that begin with what was typed, then those that have it in them, and at the end the
 * text itself where it is no known region. `filter` false: all, as long as nothing was typed.
 */
export function regionRows(text: string, known: readonly string[], used: string | null, filter: boolean): string[] {
	const plain = plainRegion(text);
	if (!filter || plain === '') return [...known];
	const rows = [
		...known.filter((name) => name.startsWith(plain)),
		...known.filter((name) => !name.startsWith(plain) && name.includes(plain)),
	];
	return typedRegion(text, known, used) === 'undecided' ? [...rows, plain] : rows;
}
