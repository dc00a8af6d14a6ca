import type { TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import type { Usage } from '../../../../shared/model/exchange.ts';
import { hourOf, toUsage } from '../token-counts.ts';

/** Converse's token counts and the tier that has their prices; null where a service leaves them out. */
export function converseUsage(counts: TokenUsage | undefined, tier: Partial<Usage>): Usage | null {
	return toUsage({
		...(counts?.inputTokens !== undefined && { inputTokens: counts.inputTokens }),
		...(counts?.outputTokens !== undefined && { outputTokens: counts.outputTokens }),
		...(counts?.cacheReadInputTokens !== undefined && { cacheReadInputTokens: counts.cacheReadInputTokens }),
		...(counts?.cacheWriteInputTokens !== undefined && { cacheWriteInputTokens: counts.cacheWriteInputTokens }),
		...hourOf(counts?.cacheDetails),
		...tier,
	});
}
