import { expect, test } from 'vitest';
import { MODEL_ID_LIMIT } from '../../../../src/renderer/connections/model-groups.ts';
import { typedId } from '../../../../src/renderer/models/typed-id.ts';

test.each([
	['', null],
	['granite', null],
	['claude 4.5', null],
	['4.5', { id: '4.5', whole: false }],
	['stone.granite', { id: 'stone.granite', whole: false }],
	[' stone.granite-v1:0 ', { id: 'stone.granite-v1:0', whole: true }],
	['arn:aws:bedrock:us-east-1:1:prompt/x', { id: 'arn:aws:bedrock:us-east-1:1:prompt/x', whole: true }],
	[`a.${'b'.repeat(MODEL_ID_LIMIT)}`, null],
] as const)('%j', (query, expected) => {
	expect(typedId(query, [])).toEqual(expected);
});
