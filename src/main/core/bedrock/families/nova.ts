import { z } from 'zod';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { Call } from '../call.ts';
import { textsOf } from '../call.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { silentPiece, textParts } from './family-codec.ts';

const tokenCounts = z.object({
	inputTokens: z.number().nullish(),
	outputTokens: z.number().nullish(),
	cacheReadInputTokenCount: z.number().nullish(),
	cacheWriteInputTokenCount: z.number().nullish(),
});

const response = z.object({
	output: z.object({ message: z.object({ content: z.array(z.object({ text: z.string().optional() })) }) }),
	stopReason: z.string(),
	usage: tokenCounts.nullish(),
});

const chunk = z.object({
	contentBlockDelta: z.object({ delta: z.object({ text: z.string().optional() }) }).optional(),
	messageStop: z.object({ stopReason: z.string() }).optional(),
	metadata: z.object({ usage: tokenCounts.nullish() }).optional(),
});

/** Amazon Nova's `messages-v1` (Nova user guide, "Complete request schema"): Converse's shapes, in the model's body. */
export const nova: FamilyCodec = {
	family: 'nova',

	toBody({ settings, messages }: Call): object {
		return {
			schemaVersion: 'messages-v1',
			...(settings.system !== '' && { system: [{ text: settings.system }] }),
			messages: messages.map((message) => ({
				role: message.role,
				content: textsOf(message).map((text) => ({ text })),
			})),
			inferenceConfig: {
				maxTokens: settings.maxTokens,
				...(settings.temperature !== null && { temperature: settings.temperature }),
				...(settings.topP !== null && { topP: settings.topP }),
				...(settings.stopSequences.length > 0 && { stopSequences: settings.stopSequences }),
			},
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		return {
			parts: data.output.message.content.flatMap((block) => textParts(block.text)),
			usage: usageOf(data.usage),
			stopReason: data.stopReason,
			closes: true,
		};
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = chunk.safeParse(json);
		if (!success) return silentPiece;
		return {
			parts: textParts(data.contentBlockDelta?.delta.text),
			usage: usageOf(data.metadata?.usage),
			stopReason: data.messageStop?.stopReason ?? null,
			closes: data.messageStop !== undefined,
		};
	},
};

function usageOf(counts: z.infer<typeof tokenCounts> | null | undefined): Partial<Usage> {
	return {
		...(counts?.inputTokens != null && { inputTokens: counts.inputTokens }),
		...(counts?.outputTokens != null && { outputTokens: counts.outputTokens }),
		...(counts?.cacheReadInputTokenCount != null && { cacheReadInputTokens: counts.cacheReadInputTokenCount }),
		...(counts?.cacheWriteInputTokenCount != null && { cacheWriteInputTokens: counts.cacheWriteInputTokenCount }),
	};
}
