/**
 * US dollars for a million tokens as a person writes them: full-width digits, a dollar sign and spaces are read as what they
 * mean, commas only between thousands: `0,25` is no price, and not 25. null: left empty; undefined: no price.
 */
export function parsePrice(text: string, needed: boolean): number | null | undefined {
	const written = text.normalize('NFKC').replaceAll(/[\s$]/g, '');
	const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(written) ? written.replaceAll(',', '') : written;
	if (plain === '') return needed ? undefined : null;
	return /^\d+(\.\d*)?$|^\.\d+$/.test(plain) ? Number(plain) : undefined;
}
