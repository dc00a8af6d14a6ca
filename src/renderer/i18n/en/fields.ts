import { converseRequestTexts } from './fields/converse-request.ts';
import { limits } from './fields/limits.ts';
import { units } from './fields/units.ts';

/** The dictionary of the fields that go over the wire: what each is, by the ids of `shared/fields`. */
export const fields = {
	units,
	limits,
	...converseRequestTexts,
} as const;
