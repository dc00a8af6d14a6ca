import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pixelsOf } from '../../../shared/attachments/image-pixels.ts';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { CompletionPart } from '../answer-parts.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { parseJson } from '../json.ts';
import type { PromptTurn } from '../prompt.ts';
import type { PromptPart, ToolChoice } from '../prompt-parts.ts';
import { invalid, invalidForModel } from '../refusal.ts';
import type { StreamChunk } from './practice-family.ts';

/** What the chat bodies of OpenAI's shape and of Mistral have in common (bedrock-facts.md, 2). */

const contentPart = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('text'), text: z.string() }),
	z.strictObject({ type: z.literal('image_url'), image_url: z.looseObject({ url: z.string() }) }),
]);

const toolCall = z.strictObject({
	id: z.string(),
	type: z.literal('function').optional(),
	function: z.strictObject({ name: z.string(), arguments: z.string() }),
});

const chatMessage = z.strictObject({
	role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
	content: z.union([z.string(), z.null(), z.array(contentPart)]).optional(),
	name: z.string().optional(),
	tool_calls: z.array(toolCall).optional(),
	tool_call_id: z.string().optional(),
});
type ChatMessage = z.infer<typeof chatMessage>;

const chatTool = z.strictObject({
	type: z.literal('function'),
	function: z.strictObject({
		name: z.string(),
		description: z.string().optional(),
		parameters: z.looseObject({}).optional(),
		strict: z.boolean().nullable().optional(),
	}),
});
type ChatTool = z.infer<typeof chatTool>;

const namedTool = z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: z.string() }) });

/** The members that both bodies have. */
export const chatMembers = {
	messages: z.array(chatMessage).min(1),
	max_tokens: z.int().min(1).optional(),
	temperature: z.number().min(0).max(2).optional(),
	top_p: z.number().min(0).max(1).optional(),
	stop: z.union([z.string(), z.array(z.string())]).optional(),
	tools: z.array(chatTool).optional(),
	tool_choice: z.union([z.enum(['auto', 'none', 'any', 'required']), namedTool]).optional(),
};

/** A talk of such a body: system messages apart, results of tools as parts of the user's. */
export function readTalk(messages: readonly ChatMessage[]): {
	readonly system: string | null;
	readonly turns: readonly PromptTurn[];
} {
	const system: string[] = [];
	const turns: PromptTurn[] = [];
	const open = new Set<string>();
	for (const message of messages) {
		const parts = partsOf(message, open);
		if (message.role === 'system' || message.role === 'developer') {
			system.push(textOf(parts));
			continue;
		}
		const role = message.role === 'assistant' ? 'assistant' : 'user';
		const before = turns.at(-1);
		if (before?.role === role) turns.splice(-1, 1, turnOf(role, [...(before.parts ?? []), ...parts]));
		else turns.push(turnOf(role, parts));
	}
	return { system: system.length === 0 ? null : system.join('\n'), turns };
}

/** `open`: the calls whose results have not come. Real models differ in how they word what they refuse here. */
function partsOf(message: ChatMessage, open: Set<string>): readonly PromptPart[] {
	const { role, content, tool_calls: calls = [], tool_call_id: id } = message;
	if (role === 'tool') {
		if (id === undefined || !open.delete(id)) {
			throw invalidForModel("messages with role 'tool' must be a response to a preceding message with 'tool_calls'.");
		}
		return [{ type: 'tool-result', id, status: 'success', text: textOf(contentParts(content)) }];
	}
	if (open.size > 0) {
		throw invalidForModel(
			"An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.",
		);
	}
	for (const call of calls) open.add(call.id);
	return [
		...contentParts(content),
		...calls.map((call): PromptPart => {
			const { name, arguments: text } = call.function;
			return { type: 'tool-use', id: call.id, name, input: parseJson(Buffer.from(text)) ?? text };
		}),
	];
}

function contentParts(content: ChatMessage['content']): readonly PromptPart[] {
	if (content == null) return [];
	if (typeof content === 'string') return [{ type: 'text', text: content }];
	return content.map((part) =>
		part.type === 'text' ? { type: 'text', text: part.text } : imageOf(part.image_url.url),
	);
}

function imageOf(url: string): PromptPart {
	const [, format, data] = /^data:image\/(png|jpeg|gif|webp);base64,(.+)$/s.exec(url) ?? [];
	if (format === undefined || data === undefined) {
		throw invalidForModel('Invalid image_url: only data URLs of png, jpeg, gif and webp images are taken.');
	}
	const picture = Buffer.from(data, 'base64');
	return {
		type: 'file',
		kind: 'image',
		format,
		name: null,
		bytes: picture.byteLength,
		pixels: pixelsOf(format, picture),
		text: null,
		cited: false,
	};
}

function textOf(parts: readonly PromptPart[]): string {
	return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

function turnOf(role: PromptTurn['role'], parts: readonly PromptPart[]): PromptTurn {
	const attachments = parts.flatMap((part) => (part.type === 'file' ? [part.kind] : []));
	return { role, text: textOf(parts), attachments, parts };
}

/** The tools that such a body offers. Refuses those of a model that uses none. */
export function readTools(
	tools: readonly ChatTool[] | undefined,
	choice: 'auto' | 'none' | 'any' | 'required' | z.infer<typeof namedTool> | undefined,
	model: CatalogueModel,
): ToolChoice | null {
	if (tools === undefined || tools.length === 0) return null;
	if (!model.tools) throw invalid("This model doesn't support tool use.");
	const offers = tools.map(({ function: { name, description = '', parameters } }) => ({
		name,
		description,
		schema: (parameters ?? {}) as JsonValue,
	}));
	if (typeof choice === 'object') return { tools: offers, choice: { type: 'tool', name: choice.function.name } };
	return { tools: offers, choice: { type: choice === 'required' ? 'any' : (choice ?? 'auto') } };
}

/** One sequence or several. */
export function sequencesOf(stop: string | readonly string[] | undefined): readonly string[] | null {
	if (stop === undefined) return null;
	return typeof stop === 'string' ? [stop] : stop;
}

/** The message of a whole response. `lead`: how the model writes its thoughts before its text. */
export function chatMessageOf({ parts }: Completion, lead: (thoughts: string) => string): JsonObject {
	const content = parts.map((part) => contentOf(part, lead)).join('');
	const calls = parts.flatMap((part) => (part.type === 'tool-use' ? [callOf(part)] : []));
	return {
		role: 'assistant',
		content: content === '' && calls.length > 0 ? null : content,
		...(calls.length > 0 && { tool_calls: calls }),
	};
}

function contentOf(part: CompletionPart, lead: (thoughts: string) => string): string {
	if (part.type === 'text') return part.pieces.join('');
	return part.type === 'thoughts' ? lead(part.pieces.join('')) : '';
}

function callOf({ id, name, pieces }: Extract<CompletionPart, { type: 'tool-use' }>): JsonObject {
	return { id, type: 'function', function: { name, arguments: pieces.join('') } };
}

/** The deltas of a stream. `lead` as above; what stands around the thoughts comes with their first and last piece. */
export function* chatDeltas(
	{ parts }: Completion,
	lead: (thoughts: string) => string,
): Iterable<{ readonly delta: JsonObject; readonly token: boolean }> {
	yield { delta: { role: 'assistant', content: '' }, token: false };
	let index = 0;
	for (const part of parts) {
		if (part.type === 'tool-use') {
			const begun = { index, id: part.id, type: 'function', function: { name: part.name, arguments: '' } };
			yield { delta: { tool_calls: [begun] }, token: false };
			for (const piece of part.pieces) {
				yield { delta: { tool_calls: [{ index, function: { arguments: piece } }] }, token: true };
			}
			index += 1;
		} else if (part.type === 'text') {
			for (const content of part.pieces) yield { delta: { content }, token: true };
		} else {
			const [before = '', after = ''] = lead(MARK).split(MARK);
			yield { delta: { content: before }, token: false };
			for (const content of part.pieces) yield { delta: { content }, token: true };
			yield { delta: { content: after }, token: false };
		}
	}
}

/** Stands for the thoughts while what is around them is found. */
const MARK = '\0';

/** A chunk around a delta. */
export function chatChunk(head: JsonObject, delta: JsonObject, end: JsonObject, token: boolean): StreamChunk {
	return { json: { ...head, choices: [{ index: 0, delta, ...end }] }, token };
}

export function newChatId(): string {
	return `chatcmpl-${randomUUID().replaceAll('-', '').slice(0, 24)}`;
}

/** Token counts by OpenAI's names. */
export function chatUsage({ inputTokens, outputTokens }: Completion): JsonObject {
	return { completion_tokens: outputTokens, prompt_tokens: inputTokens, total_tokens: inputTokens + outputTokens };
}
