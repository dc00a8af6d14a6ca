import { expect, test } from 'vitest';
import { modelGroups } from '../../../../src/renderer/connections/model-groups.ts';
import { callableId, catalogue } from '../../../../src/shared/catalogue.ts';

const models = catalogue.map((model) => ({ ...model, callId: callableId(model, 'us-east-1') }));

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

test('the bare id of a model finds its line, and can be used itself', () => {
	expect(ids('anthropic.claude-haiku-4-5-20251001-v1:0')).toEqual([
		['Anthropic', ['us.anthropic.claude-haiku-4-5-20251001-v1:0']],
		['', ['anthropic.claude-haiku-4-5-20251001-v1:0']],
	]);
});
