import { z } from 'zod';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { StreamBlocks } from '../stream-blocks.ts';
import { whatIsSet } from '../what-is-set.ts';
import { claudeBody } from './claude-body.ts';
import { claudeBlockParts, claudeDeltaParts, claudeStartParts } from './claude-parts.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { inBlocks, silentPiece } from './family-codec.ts';

const tokenCounts = z.object({
	input_tokens: z.number().nullish(),
	output_tokens: z.number().nullish(),
	cache_read_input_tokens: z.number().nullish(),
	cache_creation_input_tokens: z.number().nullish(),
	cache_creation: z.object({ ephemeral_1h_input_tokens: z.number().nullish() }).nullish(),
});

const response = z.object({
	content: z.array(z.looseObject({ type: z.string() })),
	// A guardrail that steps in answers in the model's place, and without a reason of the model's.
	stop_reason: z.string().nullish(),
	usage: tokenCounts.nullish(),
});

const index = z.number().nullish();

const chunk = z.discriminatedUnion('type', [
	z.object({ type: z.literal('message_start'), message: z.object({ usage: tokenCounts.nullish() }) }),
	z.object({ type: z.literal('content_block_start'), index, content_block: z.unknown().optional() }),
	z.object({ type: z.literal('content_block_delta'), index, delta: z.unknown().optional() }),
	z.object({ type: z.literal('content_block_stop') }),
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

	toBody: claudeBody,

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		return {
			parts: data.content.flatMap(claudeBlockParts),
			usage: usageOf(data.usage),
			stopReason: data.stop_reason ?? null,
			closes: true,
		};
	},

	...inBlocks(readChunk),
};

function readChunk(json: unknown, blocks: StreamBlocks): NativePiece {
	const { success, data } = chunk.safeParse(json);
	if (!success) return silentPiece;
	switch (data.type) {
		case 'message_start':
			return { ...silentPiece, usage: usageOf(data.message.usage) };
		case 'content_block_start':
			return { ...silentPiece, parts: blocks.started(claudeStartParts(data.content_block), data.index ?? null) };
		case 'content_block_delta':
			return { ...silentPiece, parts: blocks.piece(claudeDeltaParts(data.delta), data.index ?? null) };
		case 'content_block_stop':
			return { ...silentPiece, parts: blocks.ended() };
		case 'message_delta':
			return { ...silentPiece, usage: usageOf(data.usage), stopReason: data.delta.stop_reason ?? null };
		case 'message_stop':
			return { ...silentPiece, closes: true };
	}
}

function usageOf(counts: z.infer<typeof tokenCounts> | null | undefined): Partial<Usage> {
	return whatIsSet({
		inputTokens: counts?.input_tokens,
		outputTokens: counts?.output_tokens,
		cacheReadInputTokens: counts?.cache_read_input_tokens,
		cacheWriteInputTokens: counts?.cache_creation_input_tokens,
		cacheWriteHourInputTokens: counts?.cache_creation?.ephemeral_1h_input_tokens,
	});
}
