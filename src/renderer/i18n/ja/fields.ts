import type { fields as english } from '../en/fields.ts';
import type { Translation } from '../translation.ts';
import { converseRequestTexts } from './fields/converse-request.ts';
import { limits } from './fields/limits.ts';
import { units } from './fields/units.ts';

export const fields: Translation<typeof english> = {
	units,
	limits,
	...converseRequestTexts,
};
