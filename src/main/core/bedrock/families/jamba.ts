import { z } from 'zod';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const usage = z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() });

const response = z.object({
	choices: z
		.array(
			z.object({
				message: z.object({ content: z.string().nullish() }),
				finish_reason: z.string().nullish(),
			}),
		)
		.min(1),
	usage: usage.nullish(),
});

const chunk = z.object({
	choices: z.array(
		z.object({
			index: z.number().nullish(),
			delta: z.object({ content: z.string().nullish() }),
			finish_reason: z.string().nullish(),
		}),
	),
	usage: usage.nullish(),
});

/**
 * AI21 Jamba (Bedrock user guide, "AI21 Labs Jamba models"): messages, the first of them with the role `system`. Of
 * several answers (`n` in a body written by hand) the first is read. The body has no key for top k: a set one is not sent.
 */
export const jamba: FamilyCodec = {
	family: 'jamba',

	toBody({ settings, messages }: Call): object {
		const system = settings.system === '' ? [] : [{ role: 'system', content: settings.system }];
		return {
			messages: [...system, ...messages.map((message) => ({ role: message.role, content: joinTexts(message) }))],
			max_tokens: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP }),
			...(settings.stopSequences.length > 0 && { stop: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { data } = response.safeParse(json);
		const first = data?.choices[0];
		if (first === undefined) return null;
		return {
			parts: textParts(first.message.content),
			usage: usageOf(data?.usage),
			stopReason: first.finish_reason ?? null,
			closes: true,
		};
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = chunk.safeParse(json);
		if (!success) return silentPiece;
		const first = data.choices.find(({ index }) => (index ?? 0) === 0);
		const stopReason = first?.finish_reason ?? null;
		return {
			parts: textParts(first?.delta.content),
			usage: usageOf(data.usage),
			stopReason,
			closes: stopReason !== null,
		};
	},
};

function usageOf(counts: z.infer<typeof usage> | null | undefined): Partial<Usage> {
	return whatIsSet({ inputTokens: counts?.prompt_tokens, outputTokens: counts?.completion_tokens });
}
