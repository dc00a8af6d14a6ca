/**
 * US dollars for a million tokens as a person writes them: full-width digits, a dollar sign and spaces are read as what they
 * mean. null: left empty; undefined: no price.
 */
export function parsePrice(text: string, needed: boolean): number | null | undefined {
	const plain = text.normalize('NFKC').replaceAll(/[\s$,]/g, '');
	if (plain === '') return needed ? undefined : null;
	return /^\d+(\.\d*)?$|^\.\d+$/.test(plain) ? Number(plain) : undefined;
}
