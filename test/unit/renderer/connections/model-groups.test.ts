import { expect, test } from 'vitest';
import { joinModels } from '../../../../src/main/core/models/join-models.ts';
import { modelGroups, nameOf } from '../../../../src/renderer/connections/model-groups.ts';

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

const marked = {
	favourites: ['amazon.nova-micro-v1:0', 'eu.anthropic.claude-haiku-4-5-20251001-v1:0'],
	recent: ['custom.model-v1:0', 'amazon.nova-micro-v1:0'],
};

test('favourites and recent ones come first, and stay in their group', () => {
	const groups = modelGroups(models, '', marked);
	expect(groups.slice(0, 2).map(({ kind, items }) => [kind, items.map(({ id }) => id)])).toEqual([
		['favourites', marked.favourites],
		['recent', marked.recent],
	]);
	expect(groups.slice(2).every(({ kind }) => kind === 'maker')).toBe(true);
	expect(groups.slice(2).flatMap(({ items }) => items)).toHaveLength(models.length);
	expect(groups[0]?.items.map(nameOf)).toEqual(['Nova Micro', 'Claude Haiku 4.5']);
	expect(groups[1]?.items.map(nameOf)).toEqual(['custom.model-v1:0', 'Nova Micro']);
});

test('the search is for them, too', () => {
	expect(modelGroups(models, 'nova micro', marked).map(({ kind }) => kind)).toEqual(['favourites', 'recent', 'maker']);
	expect(modelGroups(models, 'claude 3 haiku', marked).map(({ kind }) => kind)).toEqual(['maker']);
});

test('a whole id still comes before them', () => {
	expect(modelGroups(models, 'amazon.nova-micro-v1:0', marked)[0]?.items[0]?.id).toBe('amazon.nova-micro-v1:0');
	const other = 'apac.amazon.nova-micro-v1:0';
	expect(modelGroups(models, other, marked)[0]?.items[0]).toEqual({ type: 'typed', id: other });
});

test("an account's own profile is called as the account calls it", () => {
	const id = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc';
	const way = { id, type: 'application', prefix: null, name: 'study', regions: null, price: null } as const;
	const [first, ...others] = models;
	if (first === undefined) throw new Error('No models');
	const listed = [{ ...first, callIds: [...first.callIds, way] }, ...others];
	expect(modelGroups(listed, 'study', { favourites: [id], recent: [] })).toEqual([
		{ kind: 'favourites', value: '', items: [{ type: 'profile', id, name: 'study' }] },
	]);
});

test('a model of embeddings is no line of its own, and its id can still be typed', () => {
	const [first] = models;
	if (first === undefined) throw new Error('The catalogue is empty.');
	const embed = {
		...first,
		id: 'acme.embed-v1:0',
		callId: 'acme.embed-v1:0',
		name: 'Acme Embed',
		outputs: ['embedding'],
	};
	expect(modelGroups([embed], 'acme')).toEqual([]);
	expect(modelGroups([embed], 'acme.embed-v1:0')).toEqual([
		{ kind: 'typed', value: '', items: [{ type: 'typed', id: 'acme.embed-v1:0' }] },
	]);
});

test('the place that the models are seen from may be among the words', () => {
	const found = (query: string) =>
		modelGroups(models, query, undefined, 'us-east-1').flatMap(({ items }) => items.map(({ id }) => id));
	expect(found('ｈａｉｋｕ 4.5 virginia')).toEqual(['us.anthropic.claude-haiku-4-5-20251001-v1:0']);
	expect(found('haiku 4.5 東京')).toEqual([]);
});
