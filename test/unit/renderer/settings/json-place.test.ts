import { expect, test } from 'vitest';
import { jsonPlace } from '../../../../src/renderer/settings/json-place.ts';

test.each([
	['{"a":1}', null],
	['[1, "岩"]', null],
	['{"a":x}', { line: 1, column: 6 }],
	['{\n  "a": 1,\n}', { line: 3, column: 1 }],
	['{"a":1}\n// no', { line: 2, column: 1 }],
	['{} x', { line: 1, column: 4 }],
	['{"a":', 'end'],
	['', 'end'],
	['[1, \n', 'end'],
])('%j', (text, place) => {
	expect(jsonPlace(text)).toEqual(place);
});
