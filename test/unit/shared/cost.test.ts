import { describe, expect, test } from 'vitest';
import { catalogue, priceLists } from '../../../src/shared/catalogue.ts';
import { chargedCalls, costOf, isPart, priceOf, spentOn } from '../../../src/shared/cost.ts';
import type { Usage } from '../../../src/shared/model/exchange.ts';

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

const used = (inputTokens: number, outputTokens: number, read: number | null = null, write: number | null = null) =>
	({
		inputTokens,
		outputTokens,
		cacheReadInputTokens: read,
		cacheWriteInputTokens: write,
	}) satisfies Usage;

const own = { input: 7, output: 9, cacheRead: null, cacheWrite: null };

describe('the price of what is called', () => {
	test.each([
		['a profile', HAIKU, 1.1],
		['the global profile of the same model', 'global.anthropic.claude-haiku-4-5-20251001-v1:0', 1],
		['the ARN of a profile', `arn:aws:bedrock:us-east-1:123456789012:inference-profile/${HAIKU}`, 1.1],
		['on demand', 'amazon.nova-micro-v1:0', 0.035, 'litellm-2026-07-24'],
	])('%s', (_, modelId, input, list = 'aws-offers-2026-09-27') => {
		expect(priceOf(modelId, {})).toMatchObject({ price: { input }, from: 'list', list: priceLists[list] });
	});

	test.each([
		['a way for which the list has none', 'eu.amazon.nova-micro-v1:0'],
		['the bare id of a model that is only called through a profile', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
		['an unknown model', 'us.example.model-v1:0'],
		['an application profile', 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3'],
	])('is not known, and not guessed, for %s', (_, modelId) => {
		expect(priceOf(modelId, {})).toBeNull();
	});

	test('a person’s own beats the list, for this very id alone', () => {
		expect(priceOf(HAIKU, { [HAIKU]: own })).toEqual({ price: own, from: 'person' });
		expect(priceOf('global.anthropic.claude-haiku-4-5-20251001-v1:0', { [HAIKU]: own })).toMatchObject({
			from: 'list',
		});
	});
});

test('tokens cost what the list says for a million of each kind; cached ones are not among the input', () => {
	const price = { input: 1.1, output: 5.5, cacheRead: 0.11, cacheWrite: 1.375 };
	const cost = costOf(used(1000, 200, 10_000, 2000), price);
	expect(cost?.input).toBeCloseTo(0.0011, 12);
	expect(cost?.output).toBeCloseTo(0.0011, 12);
	expect(cost?.cacheRead).toBeCloseTo(0.0011, 12);
	expect(cost?.cacheWrite).toBeCloseTo(0.00275, 12);
	expect(cost?.total).toBeCloseTo(0.00605, 12);
});

test('tokens that are kept for an hour have a price of their own, and are not charged as others where it is not known', () => {
	const usage = { ...used(0, 0, null, 3000), cacheWriteHourInputTokens: 2000 };
	const price = { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 };
	expect(costOf(usage, price)).toBeNull();
	const cost = costOf(usage, { ...price, cacheWriteHour: 2 });
	expect(cost?.cacheWrite).toBeCloseTo(0.00125, 12);
	expect(cost?.cacheWriteHour).toBeCloseTo(0.004, 12);
	expect(cost?.total).toBeCloseTo(0.00525, 12);
	const { usage: sum } = spentOn(
		[
			{ modelId: HAIKU, usage },
			{ modelId: HAIKU, usage },
			{ modelId: HAIKU, usage: used(1, 1) },
		],
		{},
	);
	expect(sum).toEqual({ ...used(1, 1, null, 6000), cacheWriteHourInputTokens: 4000 });
});

test('a price that is needed and not known makes the cost unknown; one that is not needed does not', () => {
	expect(costOf(used(1000, 1, 5), own)).toBeNull();
	expect(costOf(used(1_000_000, 0, 0, 0), own)).toMatchObject({ input: 7, cacheRead: 0, total: 7 });
});

test('calls are added up: what is known, and how much of it is not', () => {
	const calls = [
		{ modelId: HAIKU, usage: used(1_000_000, 0, null, 4) },
		{ modelId: HAIKU, usage: null },
		{ modelId: 'us.example.model-v1:0', usage: used(5, 6, 7) },
		{ modelId: 'amazon.nova-micro-v1:0', usage: used(1_000_000, 1_000_000) },
	];
	const spent = spentOn(calls, { 'amazon.nova-micro-v1:0': own });
	expect(spent).toMatchObject({
		usage: used(2_000_005, 1_000_006, 7, 4),
		models: [
			{ modelId: HAIKU, usage: used(1_000_000, 0, null, 4), known: { from: 'list' } },
			{ modelId: 'us.example.model-v1:0', usage: used(5, 6, 7), known: null, cost: null },
			{ modelId: 'amazon.nova-micro-v1:0', known: { from: 'person' }, cost: { total: 16 } },
		],
		uncounted: 1,
	});
	expect(spent.dollars).toBeCloseTo(1.1 + 0.000_005_5 + 16, 9);
	expect(isPart(spent)).toBe(true);
	expect(isPart(spentOn(calls.slice(0, 2), {}))).toBe(false);
});

test('calls of one model are one row', () => {
	const calls = [used(1, 2), used(3, 4, 5)].map((usage) => ({ modelId: HAIKU, usage }));
	expect(spentOn(calls, {}).models).toMatchObject([{ modelId: HAIKU, usage: used(4, 6, 5) }]);
});

test('of nothing, nothing is known', () => {
	expect(spentOn([{ modelId: HAIKU, usage: null }], {})).toEqual({
		usage: null,
		dollars: null,
		models: [],
		uncounted: 1,
	});
});

describe('the calls that cost something', () => {
	const practice = { connection: 'practice', usage: used(1, 2) } as const;
	const aws = { connection: 'profile:work', usage: used(3, 4) } as const;
	const failed = { connection: 'profile:work', usage: null } as const;

	test.each([
		['practice alone, to say what they would', [practice, practice], [practice, practice], 'all'],
		['AWS alone', [aws, failed], [aws, failed], 'none'],
		['AWS among practice', [practice, aws, failed], [aws, failed], 'some'],
		['practice, where AWS told no tokens', [practice, failed], [practice, failed], 'all'],
		['AWS alone, which told no tokens', [failed], [failed], 'none'],
	] as const)('%s', (_, exchanges, charged, share) => {
		expect(chargedCalls<(typeof exchanges)[number]>(exchanges)).toEqual({ charged, practice: share });
	});
});

describe('what has prices of its own', () => {
	const SONNET = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';

	test.each(['flex', 'priority', 'reserved', 'optimized', 'flex, optimized'])(
		'%s: they are not known, and the standard ones are not used',
		(tier) => {
			const spent = spentOn(
				[
					{ modelId: HAIKU, usage: used(1_000_000, 0) },
					{ modelId: HAIKU, usage: { ...used(1_000_000, 7), tier } },
					{ modelId: HAIKU, usage: used(1_000_000, 0) },
				],
				{},
			);
			expect(spent.models).toMatchObject([
				{ modelId: HAIKU, usage: used(2_000_000, 0), tier: null, cost: { total: 2.2 } },
				{ modelId: HAIKU, usage: { ...used(1_000_000, 7), tier }, tier, known: null, cost: null },
			]);
			expect(spent).toMatchObject({ usage: used(3_000_000, 7), dollars: 2.2, uncounted: 0 });
			expect(isPart(spent)).toBe(true);
		},
	);

	test('a person’s own price holds for every tier and length', () => {
		const usage = { ...used(300_000, 1_000_000), tier: 'flex' };
		expect(
			spentOn(
				[
					{ modelId: SONNET, usage },
					{ modelId: SONNET, usage: used(700_000, 0) },
				],
				{ [SONNET]: own },
			).models,
		).toMatchObject([
			{ usage: used(1_000_000, 1_000_000), tier: null, above: null, known: { from: 'person' }, cost: { total: 16 } },
		]);
	});

	test('long input: all tokens of such a call, its output too; cached ones count as input', () => {
		const long = { ...used(150_000, 1_000_000, 40_000, 10_001), cacheWriteHourInputTokens: 10_000 };
		const spent = spentOn(
			[
				{ modelId: SONNET, usage: used(200_000, 1_000_000) },
				{ modelId: SONNET, usage: long },
			],
			{},
		);
		expect(spent.models.map(({ above, known, cost }) => [above, known?.price.output, cost?.output])).toEqual([
			[null, 15, 15],
			[200_000, 22.5, 22.5],
		]);
		expect(spent.models[1]?.cost?.total).toBeCloseTo(0.15 * 6 + 22.5 + 0.04 * 0.6 + 7.5e-6 + 0.01 * 12, 9);
	});

	test('a model of which no list says so has the same prices for long input', () => {
		const modelId = 'global.anthropic.claude-sonnet-4-6';
		expect(spentOn([{ modelId, usage: used(900_000, 0) }], {}).models).toMatchObject([
			{ above: null, cost: { total: 2.7 } },
		]);
	});
});

test('tokens kept for an hour cost twice the input, where Claude keeps any', () => {
	const prices = catalogue
		.flatMap((model) => Object.values(model.prices))
		.filter(({ cacheWrite }) => cacheWrite !== null);
	expect(prices.length).toBeGreaterThan(40);
	for (const { input, cacheWriteHour, long } of prices) {
		expect(cacheWriteHour).toBeCloseTo(2 * input, 9);
		if (long !== undefined) expect(long.cacheWriteHour).toBeCloseTo(2 * long.input, 9);
	}
});
