import { z } from 'zod';
import type { AnswerPart } from '../../../../shared/model/content.ts';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { ToolDefinition } from '../../../../shared/model/tools.ts';
import type { ChatMessage, SentBlock } from '../call.ts';
import type { JsonObject } from '../json-value.ts';
import { exactValue } from '../json-value.ts';
import { whatIsSet } from '../what-is-set.ts';
import type { NativePiece } from './family-codec.ts';
import { silentPiece, textParts } from './family-codec.ts';

/** The shapes of OpenAI's Chat Completions, which many makers' bodies share (OpenAI API reference, "Chat"). */

const toolCall = z.object({
	id: z.string().nullish(),
	function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});

/** Some makers tell thoughts in a member of their own, under one of two names. */
const said = z.object({
	content: z.string().nullish(),
	reasoning_content: z.string().nullish(),
	reasoning: z.string().nullish(),
	tool_calls: z.array(toolCall).nullish(),
});

const usage = z.object({
	prompt_tokens: z.number().nullish(),
	completion_tokens: z.number().nullish(),
	prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
});

/** Mistral writes `stop_reason`, all others `finish_reason`. */
const ends = { finish_reason: z.string().nullish(), stop_reason: z.string().nullish() };

const response = z.object({
	choices: z.array(z.object({ message: said, ...ends })).min(1),
	usage: usage.nullish(),
});

const chunk = z.object({
	choices: z.array(z.object({ index: z.number().nullish(), delta: said.nullish(), message: said.nullish(), ...ends })),
	usage: usage.nullish(),
});

/** Reads the text of an answer, in which a model may have written its thoughts. */
type ReadText = (text: string) => readonly AnswerPart[];

/** Reads a whole response: the first of its choices. null: it is of another shape. */
export function readChatResponse(json: unknown, readText: ReadText = textParts): NativePiece | null {
	const { data } = response.safeParse(json);
	const first = data?.choices[0];
	if (first === undefined) return null;
	return {
		parts: partsOf(first.message, readText),
		usage: usageOf(data?.usage),
		stopReason: first.finish_reason ?? first.stop_reason ?? null,
		closes: true,
	};
}

/** Reads a chunk of a stream. The token counts may come after the one that closes the answer. */
export function readChatChunk(json: unknown, readText: ReadText = textParts): NativePiece {
	const { success, data } = chunk.safeParse(json);
	if (!success) return silentPiece;
	const first = data.choices.find(({ index }) => (index ?? 0) === 0);
	const stopReason = first?.finish_reason ?? first?.stop_reason ?? null;
	return {
		parts: partsOf(first?.delta ?? first?.message, readText),
		usage: usageOf(data.usage),
		stopReason,
		closes: stopReason !== null,
	};
}

function partsOf(message: z.infer<typeof said> | null | undefined, readText: ReadText): readonly AnswerPart[] {
	const thoughts = message?.reasoning_content ?? message?.reasoning ?? '';
	return [
		...(thoughts === '' ? [] : [{ type: 'reasoning', text: thoughts } as const]),
		...(message?.content ? readText(message.content) : []),
		...(message?.tool_calls ?? []).flatMap(partsOfCall),
	];
}

/** The first piece of a call in a stream has its id and name, the others more of its arguments alone. */
function partsOfCall(call: z.infer<typeof toolCall>): readonly AnswerPart[] {
	const { name, arguments: input } = call.function ?? {};
	return [
		...(call.id && name ? [{ type: 'tool-use', id: call.id, name } as const] : []),
		...(input ? [{ type: 'tool-input', json: input } as const] : []),
	];
}

function usageOf(counts: z.infer<typeof usage> | null | undefined): Partial<Usage> {
	const cached = counts?.prompt_tokens_details?.cached_tokens;
	return {
		// The prompt's count has the cached tokens in it, unlike Converse's.
		...(counts?.prompt_tokens != null && { inputTokens: Math.max(0, counts.prompt_tokens - (cached ?? 0)) }),
		...whatIsSet({ outputTokens: counts?.completion_tokens, cacheReadInputTokens: cached }),
	};
}

/**
 * A talk as messages of this shape: results of tools are messages of their own, with no mark for those that are errors;
 * thoughts are not sent back.
 */
export function chatMessages(system: string, messages: readonly ChatMessage[]): JsonObject[] {
	return [
		...(system === '' ? [] : [{ role: 'system', content: system }]),
		...messages.flatMap(({ role, content }) => (role === 'user' ? userMessages(content) : [assistantMessage(content)])),
	];
}

function userMessages(content: readonly SentBlock[]): JsonObject[] {
	const results = content.flatMap((block) =>
		block.type === 'tool-result' ? [{ role: 'tool', tool_call_id: block.toolUseId, content: block.text }] : [],
	);
	const parts = content.flatMap(contentPart);
	const [only] = parts;
	if (parts.length === 0) return results;
	const text = parts.length === 1 ? only?.['text'] : undefined;
	return [...results, { role: 'user', content: text ?? parts }];
}

function contentPart(block: SentBlock): JsonObject[] {
	if (block.type === 'text') return [{ type: 'text', text: block.text }];
	if (block.type !== 'attachment' || block.kind !== 'image') return [];
	const url = `data:image/${block.format};base64,${Buffer.from(block.bytes).toString('base64')}`;
	return [{ type: 'image_url', image_url: { url } }];
}

function assistantMessage(content: readonly SentBlock[]): JsonObject {
	const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n\n');
	const calls = content.flatMap((block) =>
		block.type === 'tool-use'
			? [{ id: block.id, type: 'function', function: { name: block.name, arguments: block.input } }]
			: [],
	);
	if (calls.length === 0) return { role: 'assistant', content: text };
	return { role: 'assistant', content: text === '' ? null : text, tool_calls: calls };
}

/** Tools as this shape offers them. */
export function chatTools(tools: readonly ToolDefinition[]): JsonObject[] {
	return tools.map(({ name, description, inputSchema, strict }) => ({
		type: 'function',
		function: {
			name,
			...(description !== '' && { description }),
			parameters: exactValue(inputSchema),
			...(strict !== null && { strict }),
		},
	}));
}
