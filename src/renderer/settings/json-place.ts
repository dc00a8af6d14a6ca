import type { ParseError } from 'jsonc-parser';
import { parse } from 'jsonc-parser';

/** Where a text stops being JSON: line and column count from 1. `end`: it stops before it is complete. */
export type JsonPlace = { readonly line: number; readonly column: number } | 'end';

/** The first place at which a text is not JSON (RFC 8259); null where it is. */
export function jsonPlace(text: string): JsonPlace | null {
	const errors: ParseError[] = [];
	parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
	const first = errors[0];
	if (first === undefined) return null;
	if (first.offset >= text.trimEnd().length) return 'end';
	const before = text.slice(0, first.offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
