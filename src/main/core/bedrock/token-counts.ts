import { z } from 'zod';
import { headerOf } from '../../../shared/header-of.ts';
import type { HeaderLines, Usage } from '../../../shared/model/exchange.ts';
import { whatIsSet } from './what-is-set.ts';

const invocationMetrics = z.object({
	'amazon-bedrock-invocationMetrics': z.object({
		inputTokenCount: z.number().optional(),
		outputTokenCount: z.number().optional(),
		cacheReadInputTokenCount: z.number().optional(),
		cacheWriteInputTokenCount: z.number().optional(),
	}),
});

/** The counts that Bedrock adds to the last chunk of an invoke stream (bedrock-facts.md, 1.5). */
export function countsFromMetrics(chunk: unknown): Partial<Usage> {
	const metrics = invocationMetrics.safeParse(chunk).data?.['amazon-bedrock-invocationMetrics'];
	return whatIsSet({
		inputTokens: metrics?.inputTokenCount,
		outputTokens: metrics?.outputTokenCount,
		cacheReadInputTokens: metrics?.cacheReadInputTokenCount,
		cacheWriteInputTokens: metrics?.cacheWriteInputTokenCount,
	});
}

/** The counts in the headers of an InvokeModel response, which the SDK does not surface (bedrock-facts.md, 1.4). */
export function countsFromHeaders(headers: HeaderLines): Partial<Usage> {
	const count = (kind: string): number | undefined => {
		const value = headerOf(headers, `x-amzn-bedrock-${kind}-token-count`);
		return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
	};
	return whatIsSet({
		inputTokens: count('input'),
		outputTokens: count('output'),
		cacheReadInputTokens: count('cache-read-input'),
		cacheWriteInputTokens: count('cache-write-input'),
	});
}

/** Of what Converse tells of tokens put into the cache, those that are kept for an hour. */
export function hourOf(
	details: readonly { readonly ttl?: string | undefined; readonly inputTokens?: number | undefined }[] | undefined,
): Partial<Usage> {
	const hours = (details ?? []).flatMap(({ ttl, inputTokens = 0 }) => (ttl === '1h' ? [inputTokens] : []));
	return hours.length === 0 ? {} : { cacheWriteHourInputTokens: hours.reduce((sum, tokens) => sum + tokens) };
}

/** How a call was answered, where that is not the standard way: it has prices of its own. */
export function tierOf(serviceTier: string | null | undefined, latency: string | null | undefined): Partial<Usage> {
	const special = [serviceTier, latency].filter((one) => one != null && one !== 'default' && one !== 'standard');
	return special.length === 0 ? {} : { tier: special.join(', ') };
}

/** The same from an invoke response's headers; what was asked for where they say nothing. */
export function tierFromHeaders(
	headers: HeaderLines,
	asked?: { readonly serviceTier: string | null; readonly performance: string | null },
): Partial<Usage> {
	return tierOf(
		headerOf(headers, 'x-amzn-bedrock-service-tier') ?? asked?.serviceTier,
		headerOf(headers, 'x-amzn-bedrock-performanceconfig-latency') ?? asked?.performance,
	);
}

/** Joins counts, the first source that knows one winning; null while input or output is unknown. */
export function toUsage(...sources: readonly Partial<Usage>[]): Usage | null {
	const known: Partial<Usage> = Object.assign({}, ...sources.toReversed());
	if (known.inputTokens === undefined || known.outputTokens === undefined) return null;
	return {
		inputTokens: known.inputTokens,
		outputTokens: known.outputTokens,
		cacheReadInputTokens: known.cacheReadInputTokens ?? null,
		cacheWriteInputTokens: known.cacheWriteInputTokens ?? null,
		...(known.cacheWriteHourInputTokens && { cacheWriteHourInputTokens: known.cacheWriteHourInputTokens }),
		...(known.tier !== undefined && { tier: known.tier }),
	};
}
