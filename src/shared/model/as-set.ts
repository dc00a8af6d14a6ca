import { z } from 'zod';

/** A setting as it was when a call was made: its value as JSON, or of a long one its length and hash. */
export const setValue = z.union([
	z.object({ value: z.json() }),
	z.object({
		/** Characters: of a text, or of what is not one as JSON. */
		length: z.number().int().nonnegative(),
		/** Hex, of its JSON; null in a file that was masked. */
		sha256: z.string().nullable(),
	}),
]);
export type SetValue = z.infer<typeof setValue>;

/** What was set when a call was made, by `SentSetting`; what is not in it was not set. */
export const asSet = z.record(z.string(), setValue);
export type AsSet = z.infer<typeof asSet>;
