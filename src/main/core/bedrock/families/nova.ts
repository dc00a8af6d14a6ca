import { z } from 'zod';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { Call, SentBlock } from '../call.ts';
import { cachePoint, reasoningContent, toolConfig, toolResult, toolUse } from '../converse-blocks.ts';
import { partsOfBlock, partsOfDelta, partsOfStart } from '../converse-parts.ts';
import { novaReasoning } from '../model-fields.ts';
import type { StreamBlocks } from '../stream-blocks.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { inBlocks, silentPiece } from './family-codec.ts';

const tokenCounts = z.object({
	inputTokens: z.number().nullish(),
	outputTokens: z.number().nullish(),
	cacheReadInputTokenCount: z.number().nullish(),
	cacheWriteInputTokenCount: z.number().nullish(),
});

const response = z.object({
	output: z.object({ message: z.object({ content: z.array(z.looseObject({})) }) }),
	stopReason: z.string(),
	usage: tokenCounts.nullish(),
});

const chunk = z.object({
	contentBlockStart: z.object({ start: z.unknown().optional() }).optional(),
	contentBlockDelta: z.object({ delta: z.unknown().optional() }).optional(),
	messageStop: z.object({ stopReason: z.string() }).optional(),
	metadata: z.object({ usage: tokenCounts.nullish() }).optional(),
});

/** Amazon Nova's `messages-v1` (Nova user guide, "Complete request schema"): Converse's shapes, in the model's body. */
export const nova: FamilyCodec = {
	family: 'nova',

	toBody({ settings, messages }: Call): object {
		const { system, cache, topK, reasoning, effort } = settings;
		const tools = toolConfig(settings, { system: false });
		const newest = messages.findLastIndex(({ role }) => role === 'user');
		return {
			schemaVersion: 'messages-v1',
			...(system !== '' && {
				system: [{ text: system }, ...(cache?.system === true ? [cachePoint(cache)] : [])],
			}),
			messages: messages.map(({ role, content }, index) => ({
				role,
				content: [
					...content.flatMap(written),
					...(cache?.messages === true && index === newest ? [cachePoint(cache)] : []),
				],
			})),
			inferenceConfig: {
				maxTokens: settings.maxTokens,
				...whatIsSet({ temperature: settings.temperature, topP: settings.topP, topK }),
				...(settings.stopSequences.length > 0 && { stopSequences: settings.stopSequences }),
			},
			...(tools !== null && { toolConfig: tools }),
			...novaReasoning(reasoning, effort),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = response.safeParse(json);
		if (!success) return null;
		return {
			parts: data.output.message.content.flatMap(partsOfBlock),
			usage: usageOf(data.usage),
			stopReason: data.stopReason,
			closes: true,
		};
	},

	...inBlocks(readChunk),
};

function readChunk(json: unknown, blocks: StreamBlocks): NativePiece {
	const { success, data } = chunk.safeParse(json);
	if (!success) return silentPiece;
	const { contentBlockStart, contentBlockDelta, messageStop, metadata } = data;
	return {
		parts: [
			...(contentBlockStart === undefined ? [] : blocks.started(partsOfStart(contentBlockStart.start), null)),
			// Its blocks are cut anew with each piece, so that their numbers mean nothing (bedrock-facts.md, 2).
			...(contentBlockDelta === undefined ? [] : blocks.piece(partsOfDelta(contentBlockDelta.delta), null)),
		],
		usage: usageOf(metadata?.usage),
		stopReason: messageStop?.stopReason ?? null,
		closes: messageStop !== undefined,
	};
}

/** Documents have a place in Converse alone (Nova 2 user guide, "Using the Invoke API"). */
function written(block: SentBlock): readonly object[] {
	switch (block.type) {
		case 'text':
			return [{ text: block.text }];
		case 'attachment': {
			if (block.kind === 'document' || block.kind === 'audio') return [];
			const source = { bytes: Buffer.from(block.bytes).toString('base64') };
			return [{ [block.kind]: { format: block.format, source } }];
		}
		// Search results are Claude's alone (API reference, SearchResultBlock).
		case 'search-result':
			return [];
		case 'reasoning': {
			const thoughts = reasoningContent(block, (base64) => base64);
			return thoughts === null ? [] : [thoughts];
		}
		case 'tool-use':
			return [toolUse(block)];
		case 'tool-result':
			return [toolResult(block)];
		default:
			return assertNever(block);
	}
}

function usageOf(counts: z.infer<typeof tokenCounts> | null | undefined): Partial<Usage> {
	return whatIsSet({
		inputTokens: counts?.inputTokens,
		outputTokens: counts?.outputTokens,
		cacheReadInputTokens: counts?.cacheReadInputTokenCount,
		cacheWriteInputTokens: counts?.cacheWriteInputTokenCount,
	});
}
