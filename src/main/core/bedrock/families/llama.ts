import { z } from 'zod';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { Call } from '../call.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';
import { joinTexts, silentPiece, textParts } from './family-codec.ts';

const generation = z.object({
	generation: z.string(),
	prompt_token_count: z.number().nullish(),
	generation_token_count: z.number().nullish(),
	stop_reason: z.string().nullish(),
});

/** The special tokens of a prompt (Meta, "Llama 3 model card and prompt formats" and the same of Llama 4). */
const LLAMA_3 = { headerStart: '<|start_header_id|>', headerEnd: '<|end_header_id|>', end: '<|eot_id|>' };
const LLAMA_4 = { headerStart: '<|header_start|>', headerEnd: '<|header_end|>', end: '<|eot|>' };

/**
 * Meta Llama 3 and 4 (Bedrock user guide, "Meta Llama models"): one prompt, a header before each message. A talk that ends
 * with the assistant's words has no end mark after them, and the model goes on inside. The body has no key for stop
 * sequences and top k: set ones are not sent.
 */
export const llama: FamilyCodec = {
	family: 'llama',

	toBody(call: Call): object {
		const { settings } = call;
		return {
			prompt: promptOf(call),
			max_gen_len: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const { success, data } = generation.safeParse(json);
		return success ? { ...pieceOf(data), closes: true } : null;
	},

	fromChunk(json: unknown): NativePiece {
		const { success, data } = generation.safeParse(json);
		return success ? pieceOf(data) : silentPiece;
	},
};

function pieceOf(data: z.infer<typeof generation>): NativePiece {
	const usage: Partial<Usage> = {
		// In a stream only the first chunk tells it.
		...whatIsSet({ inputTokens: data.prompt_token_count, outputTokens: data.generation_token_count }),
	};
	const stopReason = data.stop_reason ?? null;
	return { parts: textParts(data.generation), usage, stopReason, closes: stopReason !== null };
}

function promptOf({ settings, messages }: Call): string {
	const { headerStart, headerEnd, end } = /\bmeta\.llama4-/.test(settings.modelId) ? LLAMA_4 : LLAMA_3;
	const header = (role: string) => `${headerStart}${role}${headerEnd}\n\n`;
	const system = settings.system === '' ? '' : `${header('system')}${settings.system}${end}`;
	const turns = messages.map((message) => `${header(message.role)}${joinTexts(message)}`);
	const beginning = messages.at(-1)?.role === 'assistant' ? '' : `${end}${header('assistant')}`;
	return `<|begin_of_text|>${system}${turns.join(end)}${beginning}`;
}
