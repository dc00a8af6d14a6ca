/** A piece of a header's value: text as it was on the wire, or a place where a secret was cut out. */
export interface ValuePart {
	readonly text: string;
	readonly cut: boolean;
}

/**
 * The mark that the wiretap leaves where it cut a secret out. No header on the wire can hold it: field values are
 * bytes (RFC 9110, 5.5), and Node takes Latin-1 only.
 */
const CUT = '…';

/** Splits a header's value at the places where secrets were cut out. */
export function valueParts(value: string): readonly ValuePart[] {
	return value
		.split(CUT)
		.flatMap((text, index) =>
			index === 0
				? [{ text, cut: false }]
				: [
						{ text: CUT, cut: true },
						{ text, cut: false },
					],
		)
		.filter((part) => part.text !== '');
}

/** True when something was cut out of the value. */
export function isCut(value: string): boolean {
	return value.includes(CUT);
}
