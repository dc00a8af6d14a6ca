import { z } from 'zod';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const outputs = z.object({
	outputs: z.array(z.object({ text: z.string(), stop_reason: z.string().nullish() })).min(1),
});

/**
 * Mistral's text completion (Bedrock user guide, "Mistral AI text completion"): Mistral 7B, Mixtral, and Large and Small of
 * February 2024. Questions stand in `[INST] … [/INST]`, `</s>` ends an answer; without it the model goes on inside. There
 * is no system role: a set prompt leads the first question. Bodies carry no token counts.
 */
export const mistralText: FamilyCodec = {
	family: 'mistral-text',

	toBody(call: Call): object {
		const { settings } = call;
		return {
			prompt: promptOf(call),
			max_tokens: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP, top_k: settings.topK }),
			...(settings.stopSequences.length > 0 && { stop: settings.stopSequences }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const piece = pieceOf(json);
		return piece === null ? null : { ...piece, closes: true };
	},

	fromChunk: (json: unknown): NativePiece => pieceOf(json) ?? silentPiece,
};

function pieceOf(json: unknown): NativePiece | null {
	const first = outputs.safeParse(json).data?.outputs[0];
	if (first === undefined) return null;
	const stopReason = first.stop_reason ?? null;
	return { parts: textParts(first.text), usage: {}, stopReason, closes: stopReason !== null };
}

function promptOf({ settings, messages }: Call): string {
	const lead = settings.system === '' ? '' : `${settings.system}\n\n`;
	const last = messages.length - 1;
	const turns = messages.map((message, index) => {
		const text = joinTexts(message);
		if (message.role === 'user') return `${index === 0 ? '' : ' '}[INST] ${index === 0 ? lead : ''}${text} [/INST]`;
		// The model's own answers begin with the space that follows the bracket.
		return `${/^\s/.test(text) ? '' : ' '}${text}${index === last ? '' : '</s>'}`;
	});
	return `<s>${turns.join('')}`;
}
