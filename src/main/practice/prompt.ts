import type { Family } from '../../shared/model/family.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { Operation } from '../../shared/model/operation.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { PromptPart, ThinkingWish, ToolChoice } from './prompt-parts.ts';
import { ATTACHMENT_TOKENS, countTokens } from './tokens.ts';

/** One message of a prompt: its text, and the names of what else was in it (`image`, `toolResult`). */
export interface PromptTurn {
	readonly role: 'user' | 'assistant';
	readonly text: string;
	readonly attachments: readonly string[];
	/** All of it in its order, text too; left out where the body has nothing but text. */
	readonly parts?: readonly PromptPart[];
}

/** What a request asks, whichever body it came in. */
export interface Prompt {
	/** Roles alternate as far as the body's rules want it; ends with `user`. */
	readonly turns: readonly PromptTurn[];
	/** The beginning of the answer, where the request ends with an assistant message. */
	readonly prefill: string | null;
	readonly system: string | null;
	readonly parameters: Parameters;
	/** The same parameters by the names that the body has for them, without stop sequences. */
	readonly sent: JsonObject;
	/** Names of other things in the request that practice reads and does not act on (`tools`). */
	readonly extras: readonly string[];
	/** null: none are offered. */
	readonly tools: ToolChoice | null;
	/** null: no thoughts. */
	readonly thinking: ThinkingWish | null;
	/** The JSON schema that the answer must fit; null: none. */
	readonly outputSchema: JsonValue | null;
	/** What stands before the messages, in the order in which a cache sees it: tools, then the system prompt. */
	readonly head: readonly PromptPart[];
	/** The body's one text as it came, where the answer has it again. */
	readonly echoed?: string;
	/** Tokens, by the rule of tokens.ts; those that a cache saves among them. */
	readonly inputTokens: number;
}

/** Parameters as they were sent; null: not sent. */
export interface Parameters {
	readonly maxTokens: number | null;
	readonly temperature: number | null;
	readonly topP: number | null;
	readonly topK: number | null;
	readonly stopSequences: readonly string[] | null;
}

/** Those of the keys that a body has, with its values. */
export function sentOf<Body extends object>(
	body: Body | undefined,
	keys: readonly (keyof Body & string)[],
): JsonObject {
	const sent: Record<string, Body[keyof Body]> = {};
	for (const key of keys) if (body?.[key] !== undefined) sent[key] = body[key];
	return sent as JsonObject;
}

/** Which call a prompt belongs to. */
export interface CallContext {
	readonly operation: Operation;
	/** The id as it was called with, decoded. */
	readonly modelId: string;
	readonly model: CatalogueModel;
	/** The native body's family, or `converse`. */
	readonly format: Family | 'converse';
}

/** A prompt from a list of messages: what comes last from the assistant is the prefill. */
export function promptOf(parts: {
	readonly turns: readonly PromptTurn[];
	readonly system: string | null;
	readonly parameters: Parameters;
	readonly sent: JsonObject;
	readonly extras: readonly string[];
	readonly tools?: ToolChoice | null;
	readonly thinking?: ThinkingWish | null;
	readonly outputSchema?: JsonValue | null;
	readonly head?: readonly PromptPart[];
}): Prompt {
	const { turns, tools = null, thinking = null, outputSchema = null } = parts;
	const last = turns.at(-1);
	const prefill = last?.role === 'assistant' ? last.text : null;
	const head = parts.head ?? (parts.system === null ? [] : [{ type: 'text', text: parts.system }]);
	const all = [...head, ...turns.flatMap(partsOf)];
	return {
		...parts,
		tools,
		thinking,
		outputSchema,
		head,
		turns: prefill === null ? turns : turns.slice(0, -1),
		prefill,
		inputTokens: all.reduce((sum, part) => sum + tokensOf(part), 0),
	};
}

/** The parts of a message: its text and what else was in it. */
export function partsOf(turn: PromptTurn): readonly PromptPart[] {
	return turn.parts ?? [{ type: 'text', text: turn.text }];
}

/** What a part counts for. Earlier thoughts are not counted: Claude does not read them again. */
export function tokensOf(part: PromptPart): number {
	switch (part.type) {
		case 'text':
			return countTokens(part.text);
		case 'file':
			return part.text === null ? ATTACHMENT_TOKENS : countTokens(part.text);
		case 'tool-use':
			return countTokens(part.name) + countTokens(JSON.stringify(part.input));
		case 'tool-result':
			return countTokens(part.text);
		case 'search-result':
			return countTokens(part.title) + countTokens(part.source) + countTokens(part.text);
		case 'thoughts':
		case 'cache':
			return 0;
	}
}
