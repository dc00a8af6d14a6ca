import { expect, test } from 'vitest';
import { otherRegion, regionsNamed } from '../../../../src/renderer/models/region-names.ts';
import { regions } from '../../../../src/shared/catalogue.ts';

test('a place names its regions, in both languages, once enough of it is typed', () => {
	expect(regionsNamed('tokyo')).toEqual(['ap-northeast-1']);
	expect(regionsNamed('toky')).toEqual(['ap-northeast-1']);
	expect(regionsNamed('tok')).toEqual([]);
	expect(regionsNamed('東京')).toEqual(['ap-northeast-1']);
	expect(regionsNamed('日本')).toEqual(['ap-northeast-1', 'ap-northeast-3']);
	expect(regionsNamed('eu-west-1')).toEqual(['eu-west-1']);
	expect(regionsNamed('haiku')).toEqual([]);
	expect(regionsNamed('')).toEqual([]);
});

test('every region has a name, but for those of the US government', () => {
	const nameless = regions.filter((id) => regionsNamed(id).length === 0);
	expect(nameless).toEqual(['us-gov-east-1', 'us-gov-west-1']);
});

test('another region is asked for where none of the words names the one in use', () => {
	expect(otherRegion(['haiku', 'tokyo'], 'us-east-1')).toBe('ap-northeast-1');
	expect(otherRegion(['haiku', 'tokyo'], null)).toBe('ap-northeast-1');
	expect(otherRegion(['haiku', 'japan'], 'ap-northeast-3')).toBeNull();
	expect(otherRegion(['haiku'], 'us-east-1')).toBeNull();
});
