import { z } from 'zod';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const response = z.object({
	completions: z
		.array(
			z.object({
				data: z.object({ text: z.string() }),
				finishReason: z.object({ reason: z.string() }).nullish(),
			}),
		)
		.min(1),
});

/**
 * AI21 Jurassic-2 (Bedrock user guide, "AI21 Labs Jurassic-2 models"): a text that the model completes. There is no system
 * role, no key for top k and no stream, and bodies carry no token counts. No page has a form for a talk: one question goes
 * as it is, more than that as lines of `User:` and `Assistant:`, before which the system prompt stands.
 */
export const jurassic: FamilyCodec = {
	family: 'jurassic',

	toBody(call: Call): object {
		const { settings } = call;
		return {
			prompt: promptOf(call),
			maxTokens: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, topP: settings.topP }),
			...(settings.stopSequences.length > 0 && { stopSequences: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const first = response.safeParse(json).data?.completions[0];
		if (first === undefined) return null;
		return {
			parts: textParts(first.data.text),
			usage: {},
			stopReason: first.finishReason?.reason ?? null,
			closes: true,
		};
	},

	fromChunk: (): NativePiece => silentPiece,
};

function promptOf({ settings, messages }: Call): string {
	const [first, ...others] = messages;
	if (first !== undefined && others.length === 0 && settings.system === '') return joinTexts(first);
	const turns = messages.map((message) => {
		const text = joinTexts(message);
		if (message.role === 'user') return `User: ${text}`;
		// The model's own answers begin with white space.
		return `Assistant:${/^\s/.test(text) ? '' : ' '}${text}`;
	});
	const beginning = messages.at(-1)?.role === 'assistant' ? '' : '\nAssistant:';
	const lead = settings.system === '' ? '' : `${settings.system}\n`;
	return `${lead}${turns.join('\n')}${beginning}`;
}
