import { describe, expect, test } from 'vitest';
import { priceLists } from '../../../src/shared/catalogue.ts';
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
		['on demand', 'amazon.nova-micro-v1:0', 0.035],
	])('%s', (_, modelId, input) => {
		expect(priceOf(modelId, {})).toMatchObject({
			price: { input },
			from: 'list',
			list: priceLists['litellm-2026-07-24'],
		});
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
