import { z } from 'zod';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { Call } from '../call.ts';
import { textsOf } from '../call.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { silentPiece, textParts } from './family-codec.ts';

const tokenCounts = z.object({
	input_tokens: z.number().nullish(),
	output_tokens: z.number().nullish(),
	cache_read_input_tokens: z.number().nullish(),
	cache_creation_input_tokens: z.number().nullish(),
});

const response = z.object({
	content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
	stop_reason: z.string().nullable(),
	usage: tokenCounts.nullish(),
});

const chunk = z.discriminatedUnion('type', [
	z.object({ type: z.literal('message_start'), message: z.object({ usage: tokenCounts.nullish() }) }),
	z.object({ type: z.literal('content_block_delta'), delta: z.object({ text: z.string().optional() }) }),
	z.object({
		type: z.literal('message_delta'),
		delta: z.object({ stop_reason: z.string().nullish() }),
		usage: tokenCounts.nullish(),
	}),
	z.object({ type: z.literal('message_stop') }),
]);

/**
 * Anthropic's Messages format (Bedrock user guide, "Anthropic Claude Messages API"). No `model` and no `stream` key:
 * Bedrock refuses them.
 */
export const claudeMessages: FamilyCodec = {
	family: 'claude-messages',

	toBody({ settings, messages }: Call): object {
		return {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: settings.maxTokens,
			...(settings.system !== '' && { system: settings.system }),
			messages: messages.map((message) => ({
				role: message.role,
				content: textsOf(message).map((text) => ({ type: 'text', text })),
			})),
			...(settings.temperature !== null && { temperature: settings.temperature }),
			...(settings.topP !== null && { top_p: settings.topP }),
			...(settings.stopSequences.length > 0 && { stop_sequences: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		return {
			parts: data.content.flatMap((block) => (block.type === 'text' ? textParts(block.text) : [])),
			usage: usageOf(data.usage),
			stopReason: data.stop_reason,
			closes: true,
		};
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = chunk.safeParse(json);
		if (!success) return silentPiece;
		switch (data.type) {
			case 'message_start':
				return { ...silentPiece, usage: usageOf(data.message.usage) };
			case 'content_block_delta':
				return { ...silentPiece, parts: textParts(data.delta.text) };
			case 'message_delta':
				return { ...silentPiece, usage: usageOf(data.usage), stopReason: data.delta.stop_reason ?? null };
			case 'message_stop':
				return { ...silentPiece, closes: true };
		}
	},
};

function usageOf(counts: z.infer<typeof tokenCounts> | null | undefined): Partial<Usage> {
	return {
		...(counts?.input_tokens != null && { inputTokens: counts.input_tokens }),
		...(counts?.output_tokens != null && { outputTokens: counts.output_tokens }),
		...(counts?.cache_read_input_tokens != null && { cacheReadInputTokens: counts.cache_read_input_tokens }),
		...(counts?.cache_creation_input_tokens != null && {
			cacheWriteInputTokens: counts.cache_creation_input_tokens,
		}),
	};
}
