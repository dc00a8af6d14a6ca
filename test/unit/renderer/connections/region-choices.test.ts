import { expect, test } from 'vitest';
import { plainRegion, regionRows, typedRegion } from '../../../../src/renderer/connections/region-choices.ts';
import { regions } from '../../../../src/shared/catalogue.ts';

test.each([
	['', 'empty'],
	[' us-east-1 ', 'listed'],
	['US-East-1', 'listed'],
	['ｕｓ－ｅａｓｔ－１', 'listed'],
	['us-eas', 'undecided'],
	['mx-central-1', 'undecided'],
	['my-own', 'listed'],
	['us east', 'invalid'],
	['東京', 'invalid'],
] as const)('%o is %s where my-own is in use', (text, kind) => {
	expect(typedRegion(text, regions, 'my-own')).toBe(kind);
});

test('half a name lights the first region that begins with it; as it is comes last', () => {
	expect(regionRows('us-eas', regions, null, true)).toEqual(['us-east-1', 'us-east-2', 'us-eas']);
	expect(regionRows('northeast-1', regions, null, true)).toEqual(['ap-northeast-1', 'northeast-1']);
	expect(regionRows('mx-central-1', regions, null, true)).toEqual(['mx-central-1']);
});

test('a whole name has no row as it is, and what is no region has none at all', () => {
	expect(regionRows('us-gov-west-1', regions, null, true)).toEqual(['us-gov-west-1']);
	expect(regionRows('us east', regions, null, true)).toEqual([]);
});

test('before anything is typed every region is there', () => {
	expect(regionRows('eu-west-1', regions, 'eu-west-1', false)).toEqual(regions);
});

test('a region is written as AWS writes it', () => {
	expect(plainRegion(' Ａｐ-Northeast-1 ')).toBe('ap-northeast-1');
});
