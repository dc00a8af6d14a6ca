import type { TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import type { Usage } from '../../../../shared/model/exchange.ts';
import { hourOf, toUsage } from '../token-counts.ts';
import { whatIsSet } from '../what-is-set.ts';

/** Converse's token counts and the tier that has their prices; null where a service leaves them out. */
export function converseUsage(counts: TokenUsage | undefined, tier: Partial<Usage>): Usage | null {
	return toUsage({
		...whatIsSet({
			inputTokens: counts?.inputTokens,
			outputTokens: counts?.outputTokens,
			cacheReadInputTokens: counts?.cacheReadInputTokens,
			cacheWriteInputTokens: counts?.cacheWriteInputTokens,
		}),
		...hourOf(counts?.cacheDetails),
		...tier,
	});
}
