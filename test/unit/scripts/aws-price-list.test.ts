import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { awsPriceUrls, readAwsPrices, refreshFromAws } from '../../../scripts/support/aws-price-list.mjs';
import { allDifferences } from '../../../scripts/support/price-list.mjs';
import { catalogueModel, priceList } from '../../../src/shared/model/model-entry.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

const shipped = z
	.object({ asOf: z.string(), priceLists: z.record(z.string(), priceList), models: z.array(catalogueModel) })
	.parse(read('resources/models.json'));

/**
 * Rows of AWS's lists as public repositories keep them: names, usage types, units and prices are AWS's (us-west-2, published
 * 30 September 2026; Nova 2 Lite in us-east-1, 26 September), and some of the SKUs. Those of long context of Claude Sonnet 4.6
 * are from its offer, which has the same spellings.
 */
const lists = ['aws-foundation-models', 'aws-bedrock'].map((name) => read(`test/fixtures/prices/${name}.json`));

test('both spellings, near and global; no batches, tiers, reserved capacity or other services', () => {
	const found = readAwsPrices(lists);
	const haiku = { input: 1.1, output: 5.5, cacheRead: 0.11, cacheWrite: 1.375, cacheWriteHour: 2.2 };
	expect(found.get('Claude Haiku 4.5')).toEqual({
		near: { usual: haiku, long: {} },
		global: { usual: { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25, cacheWriteHour: 2 }, long: {} },
	});
	expect(found.get('Claude Sonnet 5.5')?.global.usual).toEqual({
		input: 2,
		output: 10,
		cacheRead: 0.2,
		cacheWrite: 2.5,
		cacheWriteHour: 4,
	});
	expect(found.get('Claude Sonnet 4.6')?.near).toEqual({
		usual: { input: 3.3, output: 16.5 },
		long: { input: 3.3, output: 16.5 },
	});
	expect(found.get('Nova 2 Lite')).toEqual({
		near: { usual: { input: 0.33, output: 2.75, cacheRead: 0.0825, cacheWrite: 0 }, long: {} },
		global: { usual: {}, long: {} },
	});
	// What is for another service of AWS’s, or charged by the hour.
	expect(found.get('Mistral Large 3')?.near.usual).toEqual({ output: 1.5 });
	expect(found.has('Claude 3.7 Sonnet')).toBe(false);
	expect(found.get('OpenAI GPT-6 Astra')?.near.usual).toEqual({ input: 11, output: 55 });
});

const refreshed = refreshFromAws(shipped, new Map([['us-east-1', lists]]), '2026-09-30');
const pricesOf = (name: string) => refreshed.models.find((model) => model.name === name);

test('each way gets the prices of a region that it is called from; dearer long input is told, equal is not', () => {
	expect(pricesOf('Claude Haiku 4.5')).toMatchObject({ priceList: 'aws-2026-09-30', contextWindow: 200_000 });
	expect(Object.keys(pricesOf('Claude Haiku 4.5')?.prices ?? {})).toEqual(['us', 'global']);
	expect(pricesOf('Claude Sonnet 4.6')?.prices['us']).toEqual({
		input: 3.3,
		output: 16.5,
		cacheRead: null,
		cacheWrite: null,
	});
	const dear = {
		InputTokenCount: 3.3,
		OutputTokenCount: 16.5,
		InputTokenCount_LCtx: 6.6,
		OutputTokenCount_LCtx: 24.75,
	};
	const rows = Object.entries(dear);
	const list = {
		products: Object.fromEntries(
			rows.map(([what]) => [
				what,
				{
					attributes: {
						servicename: 'Claude Sonnet 4.5 (Amazon Bedrock Edition)',
						usagetype: `USE1-MP:USE1_${what}-Units`,
					},
				},
			]),
		),
		terms: {
			OnDemand: Object.fromEntries(
				rows.map(([what, usd]) => [
					what,
					{ term: { priceDimensions: { one: { unit: '1M tokens', pricePerUnit: { USD: String(usd) } } } } },
				]),
			),
		},
	};
	const { models } = refreshFromAws(shipped, new Map([['us-east-1', [list]]]), '2026-09-30');
	expect(models.find(({ name }) => name === 'Claude Sonnet 4.5')?.prices['us']).toEqual({
		input: 3.3,
		output: 16.5,
		cacheRead: null,
		cacheWrite: null,
		long: { above: 200_000, input: 6.6, output: 24.75, cacheRead: null, cacheWrite: null },
	});
});

test('a model without both prices stays as it is, and so does one that the lists do not name', () => {
	for (const name of ['Mistral Large 3', 'Claude Instant', 'Nova Micro']) {
		expect(pricesOf(name)).toEqual(shipped.models.find((model) => model.name === name));
	}
	expect(refreshed.priceLists).toEqual({
		...shipped.priceLists,
		'aws-2026-09-30': { name: 'AWS Price List', url: 'https://aws.amazon.com/bedrock/pricing/', asOf: '2026-09-30' },
	});
	expect(z.array(catalogueModel.strict()).safeParse(refreshed.models).error).toBeUndefined();
});

test('what the shipped catalogue says of Claude is what AWS’s list says', () => {
	const lines = allDifferences(shipped, refreshed).filter((line) => /^(us|global)\.anthropic/.test(line));
	// The excerpt leaves out what is kept in the cache for these two.
	expect(lines.filter((line) => !/claude-(sonnet-4-6|opus-5-5)/.test(line))).toEqual([]);
	expect(lines.length).toBe(4);
});

test('the addresses are AWS’s own, one for each offer', () => {
	expect(awsPriceUrls('eu-central-1')).toEqual([
		'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonBedrockFoundationModels/current/eu-central-1/index.json',
		'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonBedrock/current/eu-central-1/index.json',
	]);
});
