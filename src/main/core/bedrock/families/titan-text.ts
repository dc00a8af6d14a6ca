import { z } from 'zod';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const response = z.object({
	inputTextTokenCount: z.number().nullish(),
	results: z
		.array(
			z.object({
				tokenCount: z.number().nullish(),
				outputText: z.string(),
				completionReason: z.string().nullish(),
			}),
		)
		.min(1),
});

const chunk = z.object({
	outputText: z.string(),
	totalOutputTextTokenCount: z.number().nullish(),
	completionReason: z.string().nullish(),
	inputTextTokenCount: z.number().nullish(),
});

/**
 * Amazon Titan Text. The talk is written as `User:` and `Bot:` lines (Bedrock user guide, "Amazon Titan Text models").
 * Titan has no system prompt: a set one is sent as text that leads `inputText`, which the Request pane shows.
 */
export const titanText: FamilyCodec = {
	family: 'titan-text',

	toBody({ settings, messages }: Call): object {
		const turns = messages.map((message) => `${message.role === 'user' ? 'User' : 'Bot'}: ${joinTexts(message)}`);
		const beginning = messages.at(-1)?.role === 'assistant' ? '' : '\nBot:';
		const lead = settings.system === '' ? '' : `${settings.system}\n`;
		return {
			inputText: `${lead}${turns.join('\n')}${beginning}`,
			textGenerationConfig: {
				maxTokenCount: settings.maxTokens,
				...whatIsSet({ temperature: settings.temperature, topP: settings.topP }),
				...(settings.stopSequences.length > 0 && { stopSequences: settings.stopSequences }),
			},
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const result = response.safeParse(json).data;
		const first = result?.results[0];
		if (result === undefined || first === undefined) return null;
		return {
			parts: textParts(first.outputText),
			usage: {
				...whatIsSet({ inputTokens: result.inputTextTokenCount, outputTokens: first.tokenCount }),
			},
			stopReason: first.completionReason ?? null,
			closes: true,
		};
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = chunk.safeParse(json);
		if (!success) return silentPiece;
		const stopReason = data.completionReason ?? null;
		return {
			parts: textParts(data.outputText),
			usage: {
				...whatIsSet({ inputTokens: data.inputTextTokenCount, outputTokens: data.totalOutputTextTokenCount }),
			},
			stopReason,
			closes: stopReason !== null,
		};
	},
};
