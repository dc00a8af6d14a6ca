import { expect, test } from 'vitest';
import { joinModels } from '../../../../src/main/core/models/join-models.ts';
import { modelGroups } from '../../../../src/renderer/connections/model-groups.ts';

const models = joinModels({ region: 'us-east-1', today: '2026-11-20', account: null });

function ids(query: string): readonly (readonly [string, readonly string[]])[] {
	return modelGroups(models, query).map(({ value, items }) => [value, items.map(({ id }) => id)]);
}

test('without a search every model stands under its maker', () => {
	expect(modelGroups(models, '').flatMap(({ items }) => items)).toHaveLength(models.length);
});

test('every word of the search must be in name, maker or id', () => {
	expect(ids('claude haiku 4.5')).toEqual([['Anthropic', ['us.anthropic.claude-haiku-4-5-20251001-v1:0']]]);
	expect(ids('zzz')).toEqual([]);
});

test('an id that no line stands for can be used as it is', () => {
	const arn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc';
	expect(ids(` ${arn} `)).toEqual([['', [arn]]]);
	expect(ids('us.anthropic.claude-haiku-4-5-20251001-v1:0')).toEqual([
		['Anthropic', ['us.anthropic.claude-haiku-4-5-20251001-v1:0']],
	]);
});

test('a whole id is what Enter takes, before the line of its inference profile', () => {
	expect(ids('anthropic.claude-haiku-4-5-20251001-v1:0')).toEqual([
		['', ['anthropic.claude-haiku-4-5-20251001-v1:0']],
		['Anthropic', ['us.anthropic.claude-haiku-4-5-20251001-v1:0']],
	]);
	expect(ids('eu.anthropic.claude-haiku-4-5-20251001-v1:0')[0]).toEqual([
		'',
		['eu.anthropic.claude-haiku-4-5-20251001-v1:0'],
	]);
});

test('the line of a whole id comes before lines whose ids go on after it', () => {
	expect(ids('anthropic.claude-v2')).toEqual([['Anthropic', ['anthropic.claude-v2', 'anthropic.claude-v2:1']]]);
});

test('half an id, or a version number, finds lines first', () => {
	for (const half of ['anthropic.claude-haiku', '4.5']) {
		const found = ids(half);
		expect(found[0]?.[0]).toBe('Anthropic');
		expect(found.at(-1)).toEqual(['', [half]]);
	}
});
