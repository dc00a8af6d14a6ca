import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allDifferences, refreshPrices } from '../../../scripts/support/price-list.mjs';
import { catalogueModel, priceList } from '../../../src/shared/model/model-entry.ts';

const shipped = z
	.strictObject({
		asOf: z.string(),
		priceLists: z.record(z.string(), priceList),
		models: z.array(catalogueModel),
	})
	.parse(JSON.parse(readFileSync(new URL('../../../resources/models.json', import.meta.url), 'utf8')));

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';

/** Entries as the public list has them, and others that are none of ours. */
const list = {
	sample_spec: { litellm_provider: 'one of https://docs.litellm.ai/docs/providers' },
	[`us.${HAIKU}`]: {
		litellm_provider: 'bedrock_converse',
		input_cost_per_token: 1.1e-6,
		output_cost_per_token: 5.5e-6,
		cache_read_input_token_cost: 1.1e-7,
		cache_creation_input_token_cost: 1.375e-6,
		cache_creation_input_token_cost_above_1hr: 2.2e-6,
		max_input_tokens: 200_000,
		max_output_tokens: 64_000,
	},
	[`jp.${HAIKU}`]: { litellm_provider: 'bedrock_converse', input_cost_per_token: 9e-6, output_cost_per_token: 8e-6 },
	[HAIKU]: { litellm_provider: 'bedrock_converse', input_cost_per_token: 1e-6, output_cost_per_token: 5e-6 },
	'claude-haiku-4-5': { litellm_provider: 'anthropic', input_cost_per_token: 1, output_cost_per_token: 1 },
	'us.anthropic.claude-next-v1:0': { litellm_provider: 'bedrock', input_cost_per_token: 1e-6 },
	'bedrock/us-east-1/anthropic.claude-next-v1:0': { litellm_provider: 'bedrock', input_cost_per_token: 1e-6 },
};

const refreshed = refreshPrices(shipped, list, '2027-01-31');
const changed = allDifferences(shipped, refreshed.catalogue);
const haiku = refreshed.catalogue.models.find(({ id }) => id === HAIKU);

test('a model’s prices, window and limit are the list’s; ways that it lacks have none', () => {
	expect(haiku).toMatchObject({ contextWindow: 200_000, maxOutput: 64_000, priceList: 'litellm-2027-01-31' });
	expect(haiku?.prices).toEqual({
		us: { input: 1.1, output: 5.5, cacheRead: 0.11, cacheWrite: 1.375, cacheWriteHour: 2.2 },
		jp: { input: 9, output: 8, cacheRead: null, cacheWrite: null },
	});
});

test('models that the list does not know keep their prices and the date of those', () => {
	const nova = 'amazon.nova-micro-v1:0';
	const before = shipped.models.find(({ id }) => id === nova);
	expect(refreshed.catalogue.models.find(({ id }) => id === nova)).toEqual(before);
	expect(refreshed.missing).toContain(nova);
	expect(refreshed.catalogue.priceLists).toEqual({
		...shipped.priceLists,
		'litellm-2027-01-31': expect.objectContaining({ asOf: '2027-01-31' }),
	});
});

test('a list from which no price is left is not named any more', () => {
	const only = { ...shipped, models: shipped.models.filter(({ id }) => id === HAIKU) };
	expect(Object.keys(refreshPrices(only, list, '2027-01-31').catalogue.priceLists)).toEqual(['litellm-2027-01-31']);
});

test('says what became another, and what the catalogue does not have', () => {
	expect(changed).toEqual(
		expect.arrayContaining([`jp.${HAIKU}: 1.1/5.5/0.11/1.375/2.2 → 9/8`, `global.${HAIKU}: 1/5/0.1/1.25/2 → no price`]),
	);
	expect(changed.filter((line) => line.startsWith(`us.${HAIKU}`))).toEqual([]);
	expect(refreshed.unknown).toEqual(['anthropic.claude-next-v1:0']);
});

test('what comes out fits the schema', () => {
	expect(z.array(catalogueModel.strict()).safeParse(refreshed.catalogue.models).error).toBeUndefined();
	expect(refreshed.catalogue.asOf).toBe(shipped.asOf);
});

/** Entries of LiteLLM's own file (commit 00035b69, abilities left out). */
const real = z
	.record(z.string(), z.unknown())
	.parse(JSON.parse(readFileSync(new URL('../../fixtures/prices/litellm.json', import.meta.url), 'utf8')));

describe('entries of the real list', () => {
	const { catalogue, unknown } = refreshPrices(shipped, real, '2027-01-31');
	const changes = allDifferences(shipped, catalogue);
	const of = (id: string) => catalogue.models.find((model) => model.id === id);

	test('hours of the cache, and what long input costs', () => {
		expect(of('anthropic.claude-sonnet-4-5-20250929-v1:0')?.prices).toEqual({
			us: {
				input: 3.3,
				output: 16.5,
				cacheRead: 0.33,
				cacheWrite: 4.125,
				cacheWriteHour: 6.6,
				long: { above: 200_000, input: 6.6, output: 24.75, cacheRead: 0.66, cacheWrite: 8.25, cacheWriteHour: 13.2 },
			},
		});
		expect(of('anthropic.claude-opus-4-5-20251101-v1:0')?.prices).toEqual({
			eu: { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25 },
		});
		expect(changes).toContain('eu.anthropic.claude-opus-4-5-20251101-v1:0: 5.5/27.5/0.55/6.875/11 → 5/25/0.5/6.25');
		expect(changes).toContain(
			'eu.anthropic.claude-sonnet-4-5-20250929-v1:0: 3.3/16.5/0.33/4.125/6.6, above 200000: 6.6/24.75/0.66/8.25/13.2 → no price',
		);
	});

	test('the least window that it tells of, and prices of batches are none of a call’s', () => {
		expect(of('anthropic.claude-3-5-sonnet-20240620-v1:0')?.contextWindow).toBe(200_000);
		expect(of('meta.llama4-maverick-17b-instruct-v1:0')?.prices).toEqual({
			us: { input: 0.24, output: 0.97, cacheRead: null, cacheWrite: null },
		});
		expect(of('amazon.titan-embed-text-v2:0')).toMatchObject({ prices: { '': { input: 0.02, output: 0 } } });
	});

	test('what the catalogue does not have; other makers’ services are not looked at', () => {
		expect(unknown).toEqual(['anthropic.claude-mythos-preview']);
	});
});
