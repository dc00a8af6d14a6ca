import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import {
	callableId,
	callIdsFor,
	catalogue,
	findModel,
	nearPrefixes,
	priceLists,
	regions,
	shippedRoute,
} from '../../../src/shared/catalogue.ts';
import { catalogueModel, priceList, shippedRoute as routeSchema } from '../../../src/shared/model/model-entry.ts';

function read(name: string): unknown {
	return JSON.parse(readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8'));
}

test('the files of resources fit their schemas, to the last key', () => {
	const asOf = z.iso.date();
	const models = z.strictObject({
		asOf,
		priceLists: z.record(z.string(), priceList.strict()),
		models: z.array(catalogueModel.strict()),
	});
	const routes = z.strictObject({ asOf, certainty: z.literal('likely'), routes: z.array(routeSchema.strict()) });
	expect(models.safeParse(read('models.json')).error).toBeUndefined();
	expect(routes.safeParse(read('routes.json')).error).toBeUndefined();
	expect(routes.parse(read('routes.json')).asOf).toBe(models.parse(read('models.json')).asOf);
});

describe.each(catalogue.map((model) => [model.id, model] as const))('%s', (_, model) => {
	it('can be called in some way, and is found by each of its ids', () => {
		expect(model.onDemand || model.profiles.length > 0).toBe(true);
		for (const id of [model.id, ...model.profiles.map((prefix) => `${prefix}.${model.id}`)]) {
			expect(findModel(id)?.id).toBe(model.id);
			expect(findModel(`arn:aws:bedrock:us-east-1:123456789012:inference-profile/${id}`)?.id).toBe(model.id);
		}
	});

	it('names the list of its prices, if it has any', () => {
		expect(Object.keys(model.prices).length > 0).toBe(model.priceList !== null);
		expect(model.priceList === null || model.priceList in priceLists).toBe(true);
	});

	it('has prices only for ids that it has, and never a free one', () => {
		const ways = [...(model.onDemand ? [''] : []), ...model.profiles];
		expect(ways).toEqual(expect.arrayContaining(Object.keys(model.prices)));
		for (const { input, output } of Object.values(model.prices)) {
			expect(input).toBeGreaterThan(0);
			// Vectors are paid by what is read.
			if (model.outputs.includes('embedding')) expect(output).toBe(0);
			else expect(output).toBeGreaterThan(0);
		}
	});

	it('is no longer active once its end is past, and takes text', () => {
		if (model.endOfLife !== null) expect(model.lifecycle).not.toBe('active');
		expect(model.inputs).toContain('text');
	});
});

test('a geographic profile of Claude costs 10 % more than the global one, in every figure that both have', () => {
	const both = catalogue.filter(({ provider, prices }) => provider === 'Anthropic' && prices['global'] !== undefined);
	expect(both).toHaveLength(11);
	for (const { prices, profiles } of both) {
		const { global, ...near } = prices;
		expect(Object.keys(prices)).toEqual(expect.arrayContaining(profiles));
		for (const price of Object.values(near)) {
			for (const key of ['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWriteHour'] as const) {
				expect(price[key]).toBeCloseTo((global?.[key] ?? 0) * 1.1, 5);
			}
		}
	}
});

test.each([
	[
		'anthropic.claude-opus-5',
		'us',
		{ input: 5.5, output: 27.5, cacheRead: 0.55, cacheWrite: 6.875, cacheWriteHour: 11 },
	],
	['anthropic.claude-opus-5-5', 'global', { input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5, cacheWriteHour: 8 }],
	['anthropic.claude-sonnet-5', 'global', { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5, cacheWriteHour: 4 }],
	[
		'anthropic.claude-sonnet-4-6',
		'us',
		{ input: 3.3, output: 16.5, cacheRead: 0.33, cacheWrite: 4.125, cacheWriteHour: 6.6 },
	],
	[
		'anthropic.claude-haiku-4-5-20251001-v1:0',
		'us',
		{ input: 1.1, output: 5.5, cacheRead: 0.11, cacheWrite: 1.375, cacheWriteHour: 2.2 },
	],
	['amazon.nova-micro-v1:0', '', { input: 0.035, output: 0.14, cacheRead: null, cacheWrite: null }],
	['amazon.nova-2-lite-v1:0', 'global', { input: 0.3, output: 2.5, cacheRead: 0.075, cacheWrite: null }],
	['amazon.nova-2-lite-v1:0', 'us', { input: 0.33, output: 2.75, cacheRead: 0.0825, cacheWrite: null }],
	['openai.gpt-oss-120b-1:0', '', { input: 0.15, output: 0.6, cacheRead: null, cacheWrite: null }],
	['deepseek.r1-v1:0', 'us', { input: 1.35, output: 5.4, cacheRead: null, cacheWrite: null }],
])('%s costs through %j what was listed', (id, prefix, price) => {
	expect(findModel(id)?.prices[prefix]).toEqual(price);
});

test('no model stands in the catalogue twice', () => {
	expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
});

test.each([
	['us-east-1', ['us', 'global']],
	['ca-central-1', ['ca', 'us', 'global']],
	['eu-west-2', ['eu', 'global']],
	['ap-northeast-3', ['jp', 'apac', 'global']],
	['ap-southeast-2', ['au', 'apac', 'global']],
	['ap-south-1', ['apac', 'global']],
	['sa-east-1', ['global']],
	['us-gov-west-1', ['us-gov']],
	[null, ['us', 'global']],
])('from %s the prefixes are %j', (region, prefixes) => {
	expect(nearPrefixes(region)).toEqual(prefixes);
});

test('every region has a way in, and a route leads through the region that it starts from', () => {
	for (const region of regions) {
		const prefixes = nearPrefixes(region);
		expect(prefixes.length).toBeGreaterThan(0);
		for (const prefix of prefixes.filter((name) => name !== 'global')) {
			expect(shippedRoute(prefix, region)).toContain(region);
		}
	}
});

test.each([
	['us', 'us-east-1', ['us-east-1', 'us-east-2', 'us-west-2']],
	['us', 'ca-central-1', ['ca-central-1', 'us-east-1', 'us-east-2', 'us-west-2']],
	['jp', 'ap-northeast-1', ['ap-northeast-1', 'ap-northeast-3']],
	['jp', 'us-east-1', null],
	['global', 'us-east-1', null],
	['us', null, null],
])('%s from %s leads to %j', (prefix, region, to) => {
	expect(shippedRoute(prefix, region)).toEqual(to);
});

test('the id to use is the first of those that can be used', () => {
	for (const model of catalogue) {
		for (const region of [null, ...regions]) {
			const ids = callIdsFor(model, region).map(({ id }) => id);
			expect(ids[0]).toBe(callableId(model, region));
			expect(new Set(ids).size).toBe(ids.length);
		}
	}
});
