import { expect, test } from 'vitest';
import type { ModelFilter } from '../../../../src/renderer/models/model-rows.ts';
import {
	choicesOf,
	findModels,
	matchesFirst,
	nextSort,
	noFilter,
	sortModels,
} from '../../../../src/renderer/models/model-rows.ts';
import type { CallId, ModelEntry } from '../../../../src/shared/model/model-entry.ts';

function way(id: string, type: CallId['type'], input: number | null, name: string | null = null): CallId {
	const price = input === null ? null : { input, output: input * 5, cacheRead: null, cacheWrite: null };
	return { id, type, prefix: type === 'system' ? 'us' : null, name, regions: null, price };
}

function entry(id: string, patch: Partial<ModelEntry> & { readonly callIds: CallId[] }): ModelEntry {
	return {
		id,
		name: id,
		provider: 'Stone',
		family: null,
		endOfLife: null,
		lifecycle: 'active',
		inputs: ['text'],
		outputs: ['text'],
		streaming: true,
		contextWindow: null,
		maxOutput: null,
		abilities: null,
		callId: patch.callIds[0]?.id ?? id,
		listed: null,
		...patch,
	};
}

const granite = entry('stone.granite', {
	name: 'Granite 10',
	contextWindow: 8000,
	inputs: ['text', 'image'],
	callIds: [way('stone.granite', 'on-demand', 3), way('arn:aws:bedrock:::x/abc', 'application', 3, 'quarry')],
});
const basalt = entry('stone.basalt', {
	name: 'Basalt',
	provider: 'Lava',
	lifecycle: 'legacy',
	listed: true,
	contextWindow: 200_000,
	callIds: [way('us.stone.basalt', 'system', 0.5)],
});
const marble = entry('stone.marble', {
	name: 'Granite 9',
	streaming: null,
	outputs: ['embedding'],
	callIds: [way('stone.marble', 'on-demand', null)],
});
const all = [granite, basalt, marble];

function found(query: string, filter: Partial<ModelFilter> = {}, favourites: readonly string[] = []) {
	return findModels(all, query, { ...noFilter, ...filter }, favourites).map(({ id }) => id);
}

test('every word must be in the name, the maker, or an id or its name', () => {
	expect(found('')).toEqual(['stone.granite', 'stone.basalt', 'stone.marble']);
	expect(found('granite 9')).toEqual(['stone.marble']);
	expect(found('LAVA us.')).toEqual(['stone.basalt']);
	expect(found('quarry')).toEqual(['stone.granite']);
	expect(found('ｂａｓａｌｔ　')).toEqual(['stone.basalt']);
	expect(found('granite lava')).toEqual([]);
});

test.each([
	[{ provider: 'Lava' }, ['stone.basalt']],
	[{ input: 'image' }, ['stone.granite']],
	[{ output: 'embedding' }, ['stone.marble']],
	[{ access: 'on-demand' }, ['stone.granite', 'stone.marble']],
	[{ access: 'profile' }, ['stone.basalt']],
	[{ lifecycle: 'legacy' }, ['stone.basalt']],
	[{ streaming: true }, ['stone.granite', 'stone.basalt']],
	[{ listed: true }, ['stone.basalt']],
	[{ favourites: true }, ['stone.basalt']],
	[{ streaming: true, access: 'on-demand' }, ['stone.granite']],
] as const)('the filter %o', (filter, ids) => {
	expect(found('', filter, ['eu.stone.basalt'])).toEqual(ids);
});

test('what is not known comes last, whichever way rows are sorted', () => {
	const by = (sort: Parameters<typeof sortModels>[1]) => sortModels(all, sort, 'en').map(({ id }) => id);
	expect(by(null)).toEqual(['stone.granite', 'stone.basalt', 'stone.marble']);
	expect(by({ by: 'input', down: false })).toEqual(['stone.basalt', 'stone.granite', 'stone.marble']);
	expect(by({ by: 'output', down: true })).toEqual(['stone.granite', 'stone.basalt', 'stone.marble']);
	expect(by({ by: 'context', down: true })).toEqual(['stone.basalt', 'stone.granite', 'stone.marble']);
	expect(by({ by: 'context', down: false })).toEqual(['stone.granite', 'stone.basalt', 'stone.marble']);
});

test('names are sorted as a person counts', () => {
	expect(sortModels(all, { by: 'name', down: false }, 'en').map(({ name }) => name)).toEqual([
		'Basalt',
		'Granite 9',
		'Granite 10',
	]);
});

test('a column is sorted by its better end, then the other, then not at all', () => {
	expect(nextSort(null, 'input')).toEqual({ by: 'input', down: false });
	expect(nextSort({ by: 'input', down: false }, 'input')).toEqual({ by: 'input', down: true });
	expect(nextSort({ by: 'input', down: true }, 'input')).toBeNull();
	expect(nextSort({ by: 'input', down: true }, 'context')).toEqual({ by: 'context', down: true });
	expect(nextSort({ by: 'context', down: true }, 'context')).toEqual({ by: 'context', down: false });
	expect(nextSort({ by: 'context', down: false }, 'context')).toBeNull();
});

test('the values to filter by are there once, in the order in which they come', () => {
	expect(choicesOf(all, 'inputs')).toEqual(['text', 'image']);
	expect(choicesOf(all, 'provider')).toEqual(['Stone', 'Lava']);
});

test('the place that the models are seen from finds them all, another one only those that go there', () => {
	const routed = entry('stone.slate', { callIds: [{ ...way('us.stone.slate', 'system', 1), regions: ['us-west-2'] }] });
	const seen = (query: string) =>
		findModels([granite, routed], query, noFilter, [], 'ap-northeast-1').map(({ id }) => id);
	expect(seen('東京')).toEqual(['stone.granite', 'stone.slate']);
	expect(seen('granite TOKYO')).toEqual(['stone.granite']);
	expect(seen('oregon')).toEqual(['stone.slate']);
	expect(seen('seoul')).toEqual([]);
});

test("a model's own profiles that have the words come before its others, and never before AWS's ids", () => {
	const ways = [
		way('us.stone.granite', 'system', 1),
		way('arn:aws:bedrock:::x/1', 'application', 1, 'north'),
		way('arn:aws:bedrock:::x/2', 'application', 1, 'south mine'),
	];
	expect(matchesFirst(ways, 'granite MINE').map(({ id }) => id)).toEqual([
		'us.stone.granite',
		'arn:aws:bedrock:::x/2',
		'arn:aws:bedrock:::x/1',
	]);
	expect(matchesFirst(ways, '')).toEqual(ways);
});

test('what the account does not list stands at the end, as long as nothing is sorted', () => {
	const unlisted = { ...granite, listed: false };
	expect(sortModels([unlisted, basalt, marble], null, 'en')).toEqual([basalt, marble, unlisted]);
	expect(sortModels([unlisted, basalt], { by: 'input', down: true }, 'en')).toEqual([unlisted, basalt]);
});
